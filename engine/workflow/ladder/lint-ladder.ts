import type { Ladder, LadderLevel } from '../../model/person.ts';
import { pointer, type Problem } from '../../model/problem.ts';
import { type Duration, parseDuration } from '../calendar/duration.ts';
import { FILE_NAME_RULE, isFileName } from '../names.ts';

/** What a ladder may name besides itself. */
export interface LadderSurroundings {
  readonly roles: { has(name: string): boolean };
  readonly calendars: { has(name: string): boolean };
}

/** Whom a level may name without naming a role. */
export const LADDER_PLACES = ['assignee', 'supervisor', 'department_head'] as const;

const PER_CENT = /^(\d{1,4})%$/;
const MOST_PER_CENT = 1_000;
/** A level that repeats faster than this fills inboxes and nothing else. */
const SHORTEST_REPEAT_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Finds what makes a ladder impossible: a role or calendar that does not exist, text that is no duration, levels that do
 * not rise, a level that tells nobody. PS1
 *
 * Answers with all problems at once, each an error with a pointer into the ladder.
 */
export function lintLadder(ladder: Ladder, around: LadderSurroundings): readonly Problem[] {
  return [
    ...(isFileName(ladder.id) ? [] : [problem('id_invalid', ['id'], { id: ladder.id, rule: FILE_NAME_RULE })]),
    ...(ladder.levels.length === 0 ? [problem('levels_missing', ['levels'], {})] : []),
    ...ladder.levels.flatMap((level, index) => lintLevel(ladder, index, { ...around, level })),
    ...lintRising(ladder.levels),
  ];
}

interface OneLevel extends LadderSurroundings {
  readonly level: LadderLevel;
}

function lintLevel(ladder: Ladder, index: number, { level, roles, calendars }: OneLevel): readonly Problem[] {
  const at = (...rest: readonly (string | number)[]) => ['levels', index, ...rest];
  const twice = ladder.levels.findIndex(({ id }) => id === level.id) < index;
  const perCent = perCentOf(level.after);
  const isPossible = perCent !== null && perCent > 0 && perCent <= MOST_PER_CENT;
  return [
    ...(isFileName(level.id) ? [] : [problem('id_invalid', at('id'), { id: level.id, rule: FILE_NAME_RULE })]),
    ...(twice ? [problem('id_twice', at('id'), { id: level.id })] : []),
    ...(perCent === null
      ? lintDuration(level.after, at('after'), calendars)
      : isPossible
        ? []
        : [problem('per_cent_impossible', at('after'), { text: level.after })]),
    ...(level.atLeast === undefined ? [] : lintDuration(level.atLeast, at('atLeast'), calendars)),
    ...(level.every === undefined ? [] : lintEvery(level.every, at('every'), calendars)),
    ...(level.to.length === 0 ? [problem('nobody', at('to'), { id: level.id })] : []),
    ...level.to.flatMap((name, place) =>
      isPlace(name) || roles.has(name) ? [] : [problem('role_unknown', at('to', place), { name })],
    ),
    ...level.to.flatMap((name, place) =>
      level.to.indexOf(name) < place ? [problem('named_twice', at('to', place), { name })] : [],
    ),
  ];
}

function lintDuration(text: string, at: Place, calendars: LadderSurroundings['calendars']): readonly Problem[] {
  const parsed = parseDuration(text);
  if (parsed.kind === 'refused') return [problem('duration_invalid', at, { text })];
  const { calendar } = parsed.duration;
  if (calendar !== null && !calendars.has(calendar)) return [problem('calendar_unknown', at, { name: calendar })];
  return roughMs(parsed.duration) > 0 ? [] : [problem('duration_zero', at, { text })];
}

function lintEvery(text: string, at: Place, calendars: LadderSurroundings['calendars']): readonly Problem[] {
  const problems = lintDuration(text, at, calendars);
  const parsed = parseDuration(text);
  const isShort = parsed.kind === 'duration' && roughMs(parsed.duration) < SHORTEST_REPEAT_MS;
  return problems.length === 0 && isShort ? [problem('repeats_too_often', at, { text })] : problems;
}

/** Per cents among themselves, and durations on one calendar among themselves; which of the two is earlier depends on the task. */
function lintRising(levels: readonly LadderLevel[]): readonly Problem[] {
  const lastOf = new Map<string, { readonly value: number; readonly text: string }>();
  return levels.flatMap(({ after }, index) => {
    const measured = measure(after);
    if (measured === null) return [];
    const last = lastOf.get(measured.scale);
    if (last !== undefined && measured.value <= last.value)
      return [problem('not_rising', ['levels', index, 'after'], { text: after, last: last.text })];
    lastOf.set(measured.scale, { value: measured.value, text: after });
    return [];
  });
}

function measure(after: string): { readonly scale: string; readonly value: number } | null {
  const perCent = perCentOf(after);
  if (perCent !== null) return { scale: '%', value: perCent };
  const parsed = parseDuration(after);
  return parsed.kind === 'refused'
    ? null
    : { scale: `@${parsed.duration.calendar ?? ''}`, value: roughMs(parsed.duration) };
}

function perCentOf(text: string): number | null {
  const found = PER_CENT.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** Long enough to compare: a working day is at least eight hours. */
function roughMs({ months, weeks, days, ms }: Duration): number {
  return ((months * 30 + weeks * 7) * 24 + days * 8) * HOUR_MS + ms;
}

function isPlace(name: string): boolean {
  return (LADDER_PLACES as readonly string[]).includes(name);
}

type Place = readonly (string | number)[];
type Params = { readonly [name: string]: string | number };

const SENTENCES = {
  id_invalid: (p: Params) => `"${p['id']}" cannot be an id. Use ${p['rule']}.`,
  id_twice: (p: Params) => `Two levels are called "${p['id']}". Give each an id of its own.`,
  levels_missing: () => 'The ladder has no level. Add one, or use another ladder.',
  nobody: (p: Params) => `The level "${p['id']}" tells nobody. Name whom it tells.`,
  role_unknown: (p: Params) =>
    `There is no role "${p['name']}". Name a role of the plant, the assignee, the supervisor or the department head.`,
  named_twice: (p: Params) => `"${p['name']}" is named twice in one level. Name each once.`,
  per_cent_impossible: (p: Params) => `"${p['text']}" is no possible share of the time until due. Write 1% to 1000%.`,
  duration_invalid: (p: Params) =>
    `"${p['text']}" is neither a share such as 50% nor a duration such as PT30M or P1D@office.`,
  duration_zero: (p: Params) => `"${p['text']}" is no time at all. Write a longer duration.`,
  calendar_unknown: (p: Params) => `There is no calendar "${p['name']}". Name one of the plant.`,
  repeats_too_often: (p: Params) => `Telling again after "${p['text']}" is too often. Write one minute or more.`,
  not_rising: (p: Params) =>
    `"${p['text']}" does not come after "${p['last']}". Put the levels in order, earliest first.`,
} as const;

function problem(code: keyof typeof SENTENCES, at: Place, params: Params): Problem {
  return { path: pointer(...at), code: `ladder.${code}`, message: SENTENCES[code](params), params };
}
