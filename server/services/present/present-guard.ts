import { fieldAt } from '../../../engine/form/walk-fields.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import { isJsonObject } from '../../../engine/model/json.ts';
import { feelOf, isExpression } from '../../../engine/feel/expression.ts';
import { openRun, type StepContext } from '../../../engine/step/run.ts';
import { EXPLAIN_WORDS } from '../../texts/explain-words.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { CaseTexts } from '../case-texts.ts';
import type { Reader } from '../reader.ts';
import type { ValueView } from '../views/shared-views.ts';
import { presentValue } from './present-values.ts';
import { nameTitle } from './present-who.ts';

interface Given {
  readonly texts: CaseTexts;
  readonly reader: Reader;
  readonly context: StepContext;
}

/** What a failing guard reads of the case, in words. */
interface Standing {
  readonly values: { readonly title: string; readonly outcome: string }[];
  readonly unknown: string[];
  readonly done: string[];
  readonly missing: string[];
}

/**
 * Why a guard does not hold, from the parts of its `and` that fail now: values that it reads, and steps that are done
 * already or not done yet. Null where it reads nothing that a person would know by name.
 *
 * `own` names answers that are still to be given: a part that reads them says nothing yet.
 */
export function presentGuard(
  guard: string | undefined,
  { instance, own }: { readonly instance: Instance; readonly own: string | null },
  given: Given,
): string | null {
  if (!isExpression(guard)) return null;
  const { texts, reader, context } = given;
  const { draft } = openRun(context, instance, { type: 'explain', by: null, data: null });
  const { workflow } = context;
  const paths = workflow
    .expression(feelOf(guard))
    .facts.conjuncts.map((part) => ({ part, paths: workflow.expression(part).facts.paths }))
    .filter((one) => !one.paths.some(([root, name]) => root === 'data' && name === own && own !== null))
    .filter(({ part }) => workflow.ask(part, draft) !== true)
    .flatMap((one) => one.paths);
  const found: Standing = { values: [], unknown: [], done: [], missing: [] };
  for (const [root = '', name = '', member] of paths) {
    if (root === 'data') readData({ name, member, instance }, given, found);
    if (root === 'tasks' && (member === undefined || member === 'at'))
      (instance.evidence[name] === undefined ? found.missing : found.done).push(nameTitle(name, texts));
    if (root === 'visits')
      ((instance.visits[name] ?? 0) === 0 ? found.missing : found.done).push(texts.stateTitle(name));
  }
  return sentenceOf(found, reader);
}

function readData(
  at: { readonly name: string; readonly member: string | undefined; readonly instance: Instance },
  { texts, reader }: Given,
  found: Standing,
): void {
  const { name, member, instance } = at;
  const answers = instance.data[name];
  const asked = texts.formOf(name);
  const state = asked?.state ?? null;
  if (member === 'outcome') {
    const outcome = isJsonObject(answers) ? answers['outcome'] : undefined;
    if (state === null) return;
    if (typeof outcome !== 'string') found.missing.push(texts.stateTitle(state));
    else found.values.push({ title: texts.stateTitle(state), outcome: texts.outcomeTitle(state, outcome) });
    return;
  }
  const field =
    asked === undefined
      ? fieldAt(texts.computed, `/${name}`)
      : member === undefined
        ? undefined
        : fieldAt(asked.form, `/${member}`);
  const title = field?.schema.title;
  if (field === undefined || title === undefined) return;
  const value = asked === undefined ? answers : isJsonObject(answers) ? answers[member ?? ''] : undefined;
  const shown = presentValue(field.schema, value, { refs: instance.refs, language: reader.language });
  if (shown.kind === 'none') found.unknown.push(title);
  const outcome = valueText(shown);
  if (outcome !== null) found.values.push({ title, outcome });
}

function sentenceOf({ values, unknown, done, missing }: Standing, { language }: Reader): string | null {
  const said = sentencesIn(language);
  const words = EXPLAIN_WORDS[language];
  const quoted = (titles: readonly string[]): string => said.list([...new Set(titles)].map(QUOTES[language]));
  const distinct = values.filter((value, index) => values.findIndex(({ title }) => title === value.title) === index);
  const sentences = [
    distinct.length === 0 ? '' : `${said.against(distinct)}${language === 'zh-TW' ? '。' : '.'}`,
    unknown.length === 0 ? '' : words.notKnownYet(said.list([...new Set(unknown)])),
    done.length === 0 ? '' : words.doneAlready(quoted(done)),
    missing.length === 0 ? '' : words.notDoneYet(quoted(missing)),
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? null : sentences.join(language === 'zh-TW' ? '' : ' ');
}

const QUOTES = {
  en: (title: string): string => `“${title}”`,
  es: (title: string): string => `«${title}»`,
  'zh-TW': (title: string): string => `「${title}」`,
};

function valueText(value: ValueView): string | null {
  switch (value.kind) {
    case 'text':
    case 'choice':
    case 'record':
      return value.text;
    case 'number':
      return `${value.number}${value.unit === null ? '' : ` ${value.unit}`}`;
    case 'date':
      return value.date;
    case 'choices':
      return value.texts.join(', ');
    default:
      return null;
  }
}
