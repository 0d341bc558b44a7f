import type { TaskView } from '../../server/services/views/task-view.ts';

/** A date on the ruler; `at` is its place in per cent. */
export interface RulerPoint {
  readonly date: string;
  readonly at: number;
}

/** A date with its words, placed so that no words cover others. */
export interface RulerMark extends RulerPoint {
  readonly label: string;
  /** Its words stand one line lower, because those of the mark before it are near. */
  readonly low: boolean;
}

/** A ruler as it is drawn. Places are percent of its length. */
export interface RulerPlan {
  readonly marks: readonly RulerMark[];
  /** The dates that are possible and in time. */
  readonly good: { readonly start: number; readonly width: number; readonly from: string; readonly to: string } | null;
  readonly yours: (RulerPoint & { readonly lies: 'good' | 'early' | 'late' }) | null;
}

/** A ruler as the server tells it. */
type Ruler = TaskView['rulers'][number];

/** Dates are counted in whole days of UTC, where every day has the same length. */
const DAY_MS = 86_400_000;

/** Nearer than this, in per cent, the words of two marks would touch. */
const NEAR = 24;

/** Places the marks of a date ruler and the answer between them; null where there is nothing to place. */
export function planRuler(ruler: Ruler, answer: string | null): RulerPlan | null {
  const { from, to } = ruler;
  const marks = [...ruler.marks]
    .filter((mark) => isDate(mark.date))
    .sort((one, other) => dayOf(one.date) - dayOf(other.date));
  const days = [...marks.map((mark) => mark.date), from, to]
    .filter((date) => date !== null)
    .filter(isDate)
    .map(dayOf);
  if (days.length === 0) return null;
  const yours = answer !== null && isDate(answer) ? answer : null;
  const place = openScale(days, yours);
  const good =
    from !== null && to !== null && dayOf(from) <= dayOf(to)
      ? { start: place(from), width: place(to) - place(from), from, to }
      : null;
  return {
    marks: placeMarks(marks, place),
    good,
    yours: yours === null ? null : { date: yours, at: place(yours), lies: liesOf(yours, from, to) },
  };
}

/** Days to per cent. An answer far away stays at the edge, so that it does not press the marks together. */
function openScale(days: readonly number[], yours: string | null): (date: string) => number {
  const reach = Math.max(...days) - Math.min(...days) || 7;
  const wanted =
    yours === null
      ? days
      : [...days, Math.min(Math.max(dayOf(yours), Math.min(...days) - reach / 2), Math.max(...days) + reach / 2)];
  const span = Math.max(...wanted) - Math.min(...wanted) || 7;
  const start = Math.min(...wanted) - span * 0.08;
  const end = Math.max(...wanted) + span * 0.16;
  return (date) => Math.round(Math.min(Math.max((dayOf(date) - start) / (end - start), 0.01), 0.99) * 1000) / 10;
}

/** Places words so that none covers another: a neighbour that is too near stands one line lower. */
function placeMarks(
  marks: readonly { readonly label: string; readonly date: string }[],
  place: (date: string) => number,
): readonly RulerMark[] {
  const placed: RulerMark[] = [];
  for (const mark of marks) {
    const at = place(mark.date);
    const before = placed.at(-1);
    placed.push({ ...mark, at, low: before !== undefined && !before.low && at - before.at < NEAR });
  }
  return placed;
}

/** Where a date lies between what is possible and what is wanted. */
function liesOf(date: string, from: string | null, to: string | null): 'good' | 'early' | 'late' {
  if (from !== null && dayOf(date) < dayOf(from)) return 'early';
  return to !== null && dayOf(date) > dayOf(to) ? 'late' : 'good';
}

/** True for a whole date. While it is typed it is none. */
function isDate(text: string): boolean {
  return !Number.isNaN(dayOf(text));
}

/** The number of a day, to reckon with. */
function dayOf(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}
