import type { HistoryView } from '../../../server/services/views/instance-view.ts';
import type { FieldView, ValueView } from '../../../server/services/views/shared-views.ts';
import { type ValueSpeech, valueText } from '../../components/value-text.ts';

/** An entry of a history in a line or two. */
export interface Summary {
  /** The values that tell the most. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** What the person wrote, if it is short enough to be read in passing. */
  readonly words: readonly string[];
}

/** How many values stand in the line; the rest is one press away. */
const MOST_FACTS = 3;
/** About two lines. */
const SHORT_WORDS = 160;

/** What tells the most stands first: a date before a yes. Tables and files do not fit into a line. */
const TELLING: readonly ValueView['kind'][] = [
  'date',
  'number',
  'record',
  'text',
  'choice',
  'choices',
  'moment',
  'yes-no',
];

/**
 * Sums up the values of an entry.
 *
 * What the person answered stands before what the workflow worked out from it; among equals the order of the form
 * counts. The words of a start are its order or report itself, not a remark.
 */
export function sumUp(entry: Pick<HistoryView, 'fields' | 'words' | 'kind'>, speech: ValueSpeech): Summary {
  const words = entry.kind === 'start' ? [] : entry.words.filter((text) => text.length <= SHORT_WORDS);
  const facts = entry.fields
    .filter(({ value }) => TELLING.includes(value.kind) && !(value.kind === 'text' && entry.words.includes(value.text)))
    .filter((field) => words.length === 0 || !isWorkedOut(field))
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap(({ label, value }) => {
      const text = valueText(value, speech);
      return text === null ? [] : [{ label, text }];
    })
    // A workflow often keeps an answer under the same name.
    .filter((fact, at, all) => all.findIndex(({ label, text }) => label === fact.label && text === fact.text) === at);
  return { facts: facts.slice(0, words.length > 0 ? MOST_FACTS - 1 : MOST_FACTS), words };
}

/** How early a value stands in the line. */
function rank(field: FieldView): number {
  return TELLING.indexOf(field.value.kind) + (isWorkedOut(field) ? TELLING.length : 0);
}

/** Answers stand inside the object of their form; what the workflow works out stands at the top. */
function isWorkedOut({ pointer }: FieldView): boolean {
  return pointer.lastIndexOf('/') === 0;
}
