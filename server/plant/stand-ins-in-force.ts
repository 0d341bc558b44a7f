import type { Person, StandIn } from '../../engine/model/person.ts';

/** The register of absences and delegations: one row a person, so that whoever adds one compares all of them. */
export const STAND_INS = 'stand-ins';

/** A row of the register. */
export interface StandInsOf {
  readonly entries: readonly StandIn[];
}

/** True from its beginning until just before its end. */
export function isInForce({ fromAt, untilAt }: StandIn, at: number): boolean {
  return fromAt <= at && at < untilAt;
}

/** True if the two share a moment. */
export function overlap(a: Pick<StandIn, 'fromAt' | 'untilAt'>, b: Pick<StandIn, 'fromAt' | 'untilAt'>): boolean {
  return a.fromAt < b.untilAt && b.fromAt < a.untilAt;
}

/**
 * Person → the people they stand in for at a moment. PS8
 *
 * Only between active people, and one hop: who stands in for somebody hands nothing on.
 */
export function actsForAt(
  standIns: readonly StandIn[],
  people: ReadonlyMap<string, Person>,
  at: number,
): ReadonlyMap<string, readonly string[]> {
  const isActive = (id: string): boolean => people.get(id)?.active === true;
  const found = new Map<string, readonly string[]>();
  for (const entry of standIns) {
    if (!isInForce(entry, at) || !isActive(entry.person) || !isActive(entry.standIn)) continue;
    const known = found.get(entry.standIn) ?? [];
    if (!known.includes(entry.person)) found.set(entry.standIn, [...known, entry.person]);
  }
  return found;
}

/** The next moment after `at` at which one begins or ends, or null. */
export function nextStandInAt(standIns: readonly StandIn[], at: number): number | null {
  const moments = standIns.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt]).filter((moment) => moment > at);
  return moments.length === 0 ? null : Math.min(...moments);
}
