import { nextNominal, type Timetable } from './next-nominal.ts';

/** What is done about nominal times that passed while no server ran. */
export type CatchUp = 'none' | 'last' | 'all';

/** Why a nominal time starts nothing. */
export type SkipReason = 'missed' | 'newer' | 'calendar' | 'too_many';

/** One nominal time that has come, and what is done about it. */
export interface PlannedFiring {
  readonly nominalAt: number;
  readonly act: 'start' | 'skip';
  /** Null for one that starts on time. */
  readonly why: 'caught_up' | SkipReason | null;
}

export interface FiringRule {
  readonly times: Timetable;
  readonly catchUp: CatchUp;
  /** True at nominal times at which the schedule may fire. */
  readonly mayFire: (nominalAt: number) => boolean;
}

/** Planned firings, and the moment up to which all is decided. */
export interface FiringPlan {
  readonly firings: readonly PlannedFiring[];
  readonly decidedAt: number;
}

/** A server that runs looks at least every 20 seconds: what is later than this was missed. */
export const ON_TIME_MS = 60_000;
/** So many missed times are decided one by one; what lies beyond is one row that says so. */
export const MOST_MISSED = 1_000;
/** Among more of them, the newest that may fire is looked for in the last weeks only. */
const FURTHEST_BACK_MS = 40 * 86_400_000;

/**
 * What is to be done about the nominal times after `decidedAt` until `now`, oldest first. Pure. SC4–SC6
 *
 * A clock that went back finds nothing, since all until `decidedAt` is decided; one that went forward finds what it
 * would find after a time without servers.
 */
export function planFirings(rule: FiringRule, decidedAt: number, now: number): FiringPlan {
  const missedUntil = now - ON_TIME_MS;
  const { missed, beyond } = missedTimes(rule, decidedAt, missedUntil);
  const onTime = timesWithin(rule.times, Math.max(decidedAt, missedUntil), now);
  const firings = [
    ...catchUp(rule, missed, beyond),
    ...onTime.map((nominalAt): PlannedFiring => decide(rule, nominalAt, { act: 'start', why: null })),
  ];
  return { firings, decidedAt: firings.length === 0 ? decidedAt : Math.max(decidedAt, now) };
}

/** Nominal times after one moment until another. */
function timesWithin(times: Timetable, afterAt: number, untilAt: number, most = MOST_MISSED): number[] {
  const found: number[] = [];
  for (let at = nextNominal(times, afterAt); at !== null && at <= untilAt; at = nextNominal(times, at)) {
    found.push(at);
    if (found.length >= most) break;
  }
  return found;
}

/** The oldest missed times, and the newest if there are more of them than are decided one by one. */
function missedTimes(
  rule: FiringRule,
  afterAt: number,
  untilAt: number,
): { readonly missed: readonly number[]; readonly beyond: number | null } {
  const missed = timesWithin(rule.times, afterAt, untilAt, MOST_MISSED + 1);
  if (missed.length <= MOST_MISSED) return { missed, beyond: null };
  return { missed: missed.slice(0, MOST_MISSED), beyond: newestWithin(rule, afterAt, untilAt) };
}

/** The newest nominal time until a moment that may fire, looked for in ever longer spans before it. */
function newestWithin(rule: FiringRule, afterAt: number, untilAt: number): number {
  for (let spanMs = ON_TIME_MS; spanMs <= FURTHEST_BACK_MS; spanMs *= 2) {
    const fromAt = Math.max(afterAt, untilAt - spanMs);
    const found = timesWithin(rule.times, fromAt, untilAt, Infinity).findLast((at) => rule.mayFire(at));
    if (found !== undefined) return found;
    if (fromAt === afterAt) break;
  }
  return untilAt;
}

function catchUp(rule: FiringRule, missed: readonly number[], beyond: number | null): readonly PlannedFiring[] {
  const newest = beyond ?? missed.findLast((nominalAt) => rule.mayFire(nominalAt));
  const decided = missed.map((nominalAt): PlannedFiring => {
    if (rule.catchUp === 'none') return decide(rule, nominalAt, { act: 'skip', why: 'missed' });
    if (rule.catchUp === 'last' && nominalAt !== newest) return decide(rule, nominalAt, { act: 'skip', why: 'newer' });
    return decide(rule, nominalAt, { act: 'start', why: 'caught_up' });
  });
  if (beyond === null) return decided;
  const last: PlannedFiring =
    rule.catchUp === 'last'
      ? decide(rule, beyond, { act: 'start', why: 'caught_up' })
      : { nominalAt: beyond, act: 'skip', why: 'too_many' };
  return [...decided, last];
}

/** The calendar is asked for every nominal time, whatever would be done about it. */
function decide(rule: FiringRule, nominalAt: number, planned: Omit<PlannedFiring, 'nominalAt'>): PlannedFiring {
  return rule.mayFire(nominalAt) ? { nominalAt, ...planned } : { nominalAt, act: 'skip', why: 'calendar' };
}
