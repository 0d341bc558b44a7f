import type { Effect, Instance, Timer } from '../model/instance.ts';
import type { Claim, DueWork, Settlement } from '../ports/store.ts';
import { followsOnRecord, nextDueAt } from '../step/seal-commit.ts';

/** A write that is no commit: it raises the turn, not the revision, and leaves no history. */
export interface Bookkeeping {
  readonly turn: number;
  readonly after: Instance;
  /** As in a commit: what differs. */
  readonly changed: readonly string[];
}

export interface Leased extends Bookkeeping {
  readonly works: readonly DueWork[];
}

type Row = { readonly kind: 'timer'; readonly row: Timer } | { readonly kind: 'effect'; readonly row: Effect };

/**
 * Leases what is due of one instance, earliest first, at most `room`. Null: nothing is.
 *
 * The attempt is counted here and not at the end, so that work that kills its worker is counted too. ST8, ST9, ST11
 */
export function leaseDue(instance: Instance, claim: Claim, room: number): Leased | null {
  const rows: readonly Row[] = [
    ...Object.values(instance.timers).map((row) => ({ kind: 'timer' as const, row })),
    ...Object.values(instance.effects).map((row) => ({ kind: 'effect' as const, row })),
  ];
  const due = rows
    .filter(
      ({ row }) =>
        row.incident === null &&
        !('waits' in row) &&
        row.dueAt <= claim.now &&
        (row.lease === null || row.lease.untilAt <= claim.now),
    )
    .filter(({ row }) => !followsOnRecord(row, instance.effects))
    .sort((a, b) => a.row.dueAt - b.row.dueAt)
    .slice(0, room);
  if (due.length === 0) return null;
  const timers = { ...instance.timers };
  const effects = { ...instance.effects };
  const works = due.map((item): DueWork => {
    const leased = { attempt: item.row.attempt + 1, lease: { token: claim.token, untilAt: claim.now + claim.leaseMs } };
    const work = {
      instance: instance.id,
      id: item.row.id,
      dueAt: item.row.dueAt,
      attempt: leased.attempt,
      lease: claim.token,
    };
    if (item.kind === 'timer') {
      timers[item.row.id] = { ...item.row, ...leased };
      return { kind: 'timer', ...work };
    }
    const effect = { ...item.row, ...leased };
    effects[item.row.id] = effect;
    return { kind: 'effect', ...work, effect };
  });
  const changed = due.map(({ kind, row }) => `${kind}s.${row.id}`);
  return { ...bookkeeping(instance, { timers, effects }, changed), works };
}

/** Ends or postpones leased work of one instance. Null: the lease was lost. ST10 */
export function settleWork(instance: Instance, settlement: Settlement): Bookkeeping | null {
  const { work, lease, outcome } = settlement;
  const effect = Object.hasOwn(instance.effects, work) ? instance.effects[work] : undefined;
  if (effect === undefined || effect.lease?.token !== lease) return null;
  const { [work]: _gone, ...others } = instance.effects;
  const effects =
    outcome.kind === 'done' ? others : { ...others, [work]: { ...effect, lease: null, ...after(effect, settlement) } };
  return bookkeeping(instance, { effects }, [`effects.${work}`]);
}

/** Due again later, or waiting for a child; one that was called back meanwhile is due at once. CH4 */
function after(effect: Effect, { outcome, now }: Settlement): Partial<Effect> {
  if (outcome.kind === 'waits') return effect.cancelled === true ? { dueAt: now } : { waits: true };
  return outcome.kind === 'again' ? { dueAt: outcome.dueAt, problem: outcome.problem } : {};
}

function bookkeeping(
  instance: Instance,
  rows: Partial<Pick<Instance, 'timers' | 'effects'>>,
  changed: readonly string[],
): Bookkeeping {
  const written = { ...instance, ...rows, turn: instance.turn + 1 };
  return {
    turn: instance.turn,
    after: { ...written, nextDueAt: nextDueAt(written.timers, written.effects) },
    changed: [...changed, 'turn', 'nextDueAt'],
  };
}
