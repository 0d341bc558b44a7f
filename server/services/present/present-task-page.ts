import { askForm } from '../../../engine/form/form-expressions.ts';
import type { Instance, Task } from '../../../engine/model/instance.ts';
import { isJsonObject, type JsonObject } from '../../../engine/model/json.ts';
import type { StepContext } from '../../../engine/step/run.ts';
import { taskToSign } from '../../../engine/step/sign-answer.ts';
import type { WorkingTime } from '../../../engine/workflow/plant-time.ts';
import type { CaseTexts } from '../case-texts.ts';
import type { Reader } from '../reader.ts';
import type { ClosedView, TaskView } from '../views/task-view.ts';
import { presentFacts } from './present-facts.ts';
import { presentForm } from './present-form.ts';
import { presentOutcomes } from './present-outcomes.ts';
import { presentShow } from './present-show.ts';
import { mayComplete, presentTaskRow } from './present-task.ts';
import { presentWho } from './present-who.ts';

interface Shown {
  readonly instance: Instance;
  readonly task: Task;
  /** Who closed it and how, if it is closed. */
  readonly closed: ClosedView | null;
  /** What a step would decide with; null for a task that is closed, which offers nothing. */
  readonly context: StepContext | null;
}

interface Given {
  readonly texts: CaseTexts;
  readonly reader: Reader;
  readonly time: WorkingTime;
  /** ISO moment. */
  readonly now: string;
}

/** Everything that the page of one task shows, open or closed. */
export function presentTaskPage(
  { instance, task, closed, context }: Shown,
  { texts, reader, time, now }: Given,
): TaskView {
  const given = { texts, reader };
  const form = presentForm(texts, task.form);
  const file = texts.nodes.get(task.state)?.file.meta?.task;
  const facts = form.layout.flatMap((part) => ('facts' in part ? part.facts : []));
  return {
    ...presentTaskRow({ task, instance }, { ...given, time }),
    form,
    answers: openingAnswers(instance, task),
    readOnly: Object.entries(form.schema.properties ?? {}).flatMap(([field, schema]) =>
      schema.readOnly === true ? [field] : [],
    ),
    outcomes: context === null ? [] : presentOutcomes(context, instance, task, given),
    show: presentShow(instance, form.layout, file?.show, given),
    facts: presentFacts(facts.length > 0 ? facts : (texts.file.meta.facts ?? []), instance, texts, {
      refs: instance.refs,
      language: reader.language,
    }),
    who: context === null ? { sentence: '', people: [], excluded: [] } : presentWho(task, instance, given),
    completable: context !== null && mayComplete(instance, task, reader),
    rulers: rulersOf(texts, instance, { task, now }),
    data: instance.data,
    toSign: context === null || file?.sign === undefined ? null : taskToSign(context, instance, task),
    closed,
  };
}

/** What the form opens with: the answers of an earlier visit over what was prefilled; read-only fields as the case has them. */
function openingAnswers(instance: Instance, task: Task): JsonObject {
  const old = instance.data[task.name];
  const { outcome: _outcome, ...answers } = isJsonObject(old) ? old : {};
  return { ...task.prefill, ...answers };
}

/** Where the marks of a form's date rulers lie now. A mark without a date is left out. */
function rulersOf(
  texts: CaseTexts,
  instance: Instance,
  { task, now }: { readonly task: Task; readonly now: string },
): TaskView['rulers'] {
  const form = texts.forms.get(task.form);
  if (form === undefined) return [];
  const ask = (text: string): string | null => {
    const value = askForm(form, text, { answers: {}, data: instance.data, refs: {}, now });
    return typeof value === 'string' ? value.slice(0, 10) : null;
  };
  return (form.layout ?? []).flatMap((part) => {
    if (!('ruler' in part)) return [];
    const { field, marks, from, to } = part.ruler;
    const known = marks.flatMap(({ label, at }) => {
      const date = ask(at);
      return date === null ? [] : [{ label, date }];
    });
    return [{ field, marks: known, from: ask(from), to: ask(to) }];
  });
}
