import type { mongo } from 'mongoose';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { DueWork, InstanceStore } from '../../../engine/ports/store.ts';
import { type Bookkeeping, leaseDue, type Leased, settleWork } from '../../../engine/runtime/lease-work.ts';
import type { Collections } from './collections.ts';
import { bookkeepingUpdate, instanceOf } from './instance-document.ts';

export type DueWorkStore = Pick<InstanceStore, 'claimDue' | 'settle' | 'nextDueAt'>;

/** All that leasing and settling read of an instance. */
const OUTBOX = { projection: { turn: 1, timers: 1, effects: 1, nextDueAt: 1 } } satisfies mongo.FindOptions;

/** A settlement meets another writer only while he writes; beyond this something is wrong. */
const MOST_TRIES = 40;

/** Timers and effects. Every write matches the turn and raises it; who comes second finds nothing. ST8–ST11 */
export function openDueWork({ instances }: Collections): DueWorkStore {
  const keep = async ({ turn, after, changed }: Bookkeeping): Promise<boolean> => {
    const { matchedCount } = await instances.updateOne({ _id: after.id, turn }, bookkeepingUpdate({ after, changed }));
    return matchedCount === 1;
  };

  return {
    async claimDue(claim) {
      const due = await instances
        .find({ nextDueAt: { $lte: claim.now } }, OUTBOX)
        .sort({ nextDueAt: 1 })
        .limit(claim.limit)
        .batchSize(claim.limit + 1)
        .toArray();
      const planned: Leased[] = [];
      let room = claim.limit;
      for (const document of due) {
        const leased = room === 0 ? null : leaseDue(instanceOf(document), claim, room);
        if (leased === null) continue;
        planned.push(leased);
        room -= leased.works.length;
      }
      // Where another claimer was faster the page is shorter; he has the work.
      const kept = await Promise.allSettled(planned.map(keep));
      const works: DueWork[] = planned.flatMap((leased, index) => (isKept(kept[index]) ? leased.works : []));
      // A lease whose answer was lost ends by itself. Only if nothing was got is the failure the answer.
      const failed = kept.find((one) => one.status === 'rejected');
      if (works.length === 0 && failed !== undefined) throw failed.reason;
      return works.sort((a, b) => a.dueAt - b.dueAt);
    },
    async settle(settlement) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const document = await instances.findOne({ _id: settlement.instance }, OUTBOX);
        const settled = document === null ? null : settleWork(instanceOf(document), settlement);
        if (settled === null) return false;
        if (await keep(settled)) return true;
      }
      throw new EngineError('version.conflict', 'Too many writers change this case at once. Try again.');
    },
    async nextDueAt() {
      const [next] = await instances
        .find({ nextDueAt: { $exists: true } }, { projection: { nextDueAt: 1 } })
        .sort({ nextDueAt: 1 })
        .limit(1)
        .toArray();
      return next === undefined ? null : Number(next['nextDueAt']);
    },
  };
}

function isKept(one: PromiseSettledResult<boolean> | undefined): boolean {
  return one?.status === 'fulfilled' && one.value;
}
