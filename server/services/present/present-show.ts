import type { LayoutPart } from '../../../engine/model/form-file.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import { isJsonObject } from '../../../engine/model/json.ts';
import { answeredNames, isCollectedAnswers } from '../../../engine/step/shown.ts';
import { fieldAt } from '../../../engine/form/walk-fields.ts';
import { waysOf } from '../../../engine/workflow/walk-states.ts';
import type { CaseTexts } from '../case-texts.ts';
import { personName, type Reader, say } from '../reader.ts';
import type { FieldView } from '../views/shared-views.ts';
import type { ShowView } from '../views/task-view.ts';
import { ownAnswers, presentItem } from './present-item.ts';
import { presentAnswers } from './present-values.ts';

const TONES = new Set(['ok', 'conditional', 'no']);
/** Problems first, then what is missing, then what is fine. */
const TONE_ORDER: readonly ShowView['tone'][] = ['no', 'conditional', 'waiting', 'ok', 'not-asked', null];

interface Given {
  readonly texts: CaseTexts;
  readonly reader: Reader;
}

/** What was answered before a task, to be read beside it: opinions of its layout first, then what `show` names, else the start and all answered tasks. */
export function presentShow(
  instance: Instance,
  layout: readonly LayoutPart[],
  show: readonly string[] | undefined,
  given: Given,
): readonly ShowView[] {
  const opinions = layout.flatMap((part) => ('opinions' in part ? part.opinions : []));
  const shown = opinions
    .map((name) => presentOpinion(name, instance, given))
    .sort((a, b) => TONE_ORDER.indexOf(a.tone) - TONE_ORDER.indexOf(b.tone));
  const names = show ?? [given.texts.file.meta.start.into, ...answeredTasks(instance, given.texts)];
  const answers = names
    .filter((name) => !opinions.includes(name))
    .flatMap((name) => presentAnswersOf(name, instance, given));
  return [...shown, ...answers];
}

/** Names of `data` that tasks have filled, in the order of the file. */
export function answeredTasks(instance: Instance, texts: CaseTexts): readonly string[] {
  return answeredNames(texts.nodes.values(), instance.data);
}

/** One earlier answer, or undefined where there is none. */
export function presentAnswer(name: string, instance: Instance, { texts, reader }: Given): ShowView | undefined {
  const answers = instance.data[name];
  const found = texts.formOf(name);
  if (!isJsonObject(answers) || found === undefined) return undefined;
  const evidence = instance.evidence[name === texts.file.meta.start.into ? 'start' : name];
  const outcome = typeof answers['outcome'] === 'string' ? answers['outcome'] : null;
  const { fields, words } = splitWords(
    presentAnswers(found.form, answers, { refs: instance.refs, language: reader.language }),
    found.form,
  );
  const department =
    evidence?.department === undefined || evidence.department === null
      ? undefined
      : reader.plant.departments.get(evidence.department);
  return {
    name,
    title: found.state === null ? found.form.title : texts.stateTitle(found.state),
    kind: 'answer',
    outcome,
    outcomeTitle: outcome === null || found.state === null ? null : texts.outcomeTitle(found.state, outcome),
    tone: toneOf(outcome),
    why: null,
    by: evidence === undefined ? null : personName(reader, evidence.by),
    at: evidence?.at ?? null,
    department: department === undefined ? null : say(reader, department.short),
    fields,
    words,
  };
}

/** The answers under one name: one, or of a step that is done once for each item, those that were given. */
export function presentAnswersOf(name: string, instance: Instance, given: Given): readonly ShowView[] {
  const collected = instance.data[name];
  if (!isCollectedAnswers(collected)) return [presentAnswer(name, instance, given) ?? []].flat();
  const { reader } = given;
  return collected.flatMap((answer) => {
    const alone = { ...instance, data: { ...instance.data, [name]: ownAnswers(answer) } };
    const shown = presentAnswer(name, alone, given);
    if (shown === undefined) return [];
    const item = presentItem(answer['item'] ?? null, reader);
    const department = reader.plant.departments.get(String(answer['department']));
    return {
      ...shown,
      title: item === '' ? shown.title : `${shown.title} · ${item}`,
      by: typeof answer['by'] === 'string' ? personName(reader, answer['by']) : shown.by,
      at: typeof answer['at'] === 'string' ? answer['at'] : shown.at,
      department: department === undefined ? null : say(reader, department.short),
    };
  });
}

function presentOpinion(name: string, instance: Instance, given: Given): ShowView {
  const answered = presentAnswer(name, instance, given);
  if (answered !== undefined) return { ...answered, kind: 'opinion' };
  const { texts, reader } = given;
  const state = texts.formOf(name)?.state ?? null;
  const waiting = Object.values(instance.tasks).some((task) => task.name === name);
  return {
    name,
    title: state === null ? name : texts.stateTitle(state),
    kind: 'opinion',
    outcome: null,
    outcomeTitle: null,
    tone: waiting ? 'waiting' : 'not-asked',
    why: waiting || state === null ? null : whyNotAsked(state, texts),
    by: null,
    at: null,
    department: state === null ? null : departmentOf(state, texts, reader),
    fields: [],
    words: [],
  };
}

/** The department that is asked, as far as the roles of the task name one. */
export function departmentOf(state: string, texts: CaseTexts, reader: Reader): string | null {
  const roles = texts.nodes.get(state)?.file.meta?.task?.roles;
  const asked = (Array.isArray(roles) ? roles : []).map((role) => reader.plant.roles.get(role)?.department);
  const [id] = new Set(asked);
  const department = id === undefined ? undefined : reader.plant.departments.get(id);
  return department === undefined || new Set(asked).size > 1 ? null : say(reader, department.short);
}

export function toneOf(outcome: string | null): ShowView['tone'] {
  return outcome !== null && TONES.has(outcome) ? (outcome as 'ok' | 'conditional' | 'no') : null;
}

/** The words on the way around a branch: a decision that led past the task says why in its description. */
function whyNotAsked(state: string, texts: CaseTexts): string | null {
  const node = texts.nodes.get(state);
  const decision = [...texts.nodes.values()].find(
    (candidate) => candidate.parent === node?.parent && candidate.file.always !== undefined,
  );
  const around =
    decision === undefined
      ? undefined
      : waysOf(decision).find((way) => way.kind === 'always' && way.transition.target !== state);
  return around?.transition.description ?? null;
}

/** Free words are read as a text of their own; everything else is label and value. */
export function splitWords(
  fields: readonly FieldView[],
  form: Parameters<typeof fieldAt>[0],
): { readonly fields: readonly FieldView[]; readonly words: readonly string[] } {
  const isWords = (field: FieldView): boolean =>
    fieldAt(form, field.pointer)?.schema['x-multiline'] === true && field.value.kind === 'text';
  return {
    fields: fields.filter((field) => !isWords(field)),
    words: fields.filter(isWords).map((field) => (field.value as { readonly text: string }).text),
  };
}
