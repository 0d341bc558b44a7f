import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure, type EffectHandler } from '../../../engine/ports/effect-handler.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openRecordEffect } from '../../../server/effects/record.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { listChanges } from '../../../server/registers/row-history.ts';
import type { StoreUnderTest } from '../../contract/store-contract.ts';
import { openManualClock } from '../../support/manual-clock.ts';

const NOON = Date.UTC(2026, 10, 23, 4);

/** Rules of the effect `record`, the same on every store. */
export function describeRecordEffect(under: StoreUnderTest): void {
  describe(`the effect record on ${under.name}`, () => {
    let store: Store;
    let effect: EffectHandler;
    beforeEach(async () => {
      store = await under.open();
      effect = await openEffect(store);
      await store.putRecord({ register: 'lots', id: 'L1', value: { id: 'L1', status: 'wip' } });
      await store.putRecord({ register: 'stock', id: 'P1', value: { id: 'P1', qty: 5 } });
    });
    afterEach(() => store.close());

    const run = (key: string, input: JsonObject) => runEffect(effect, key, input);
    const hold = (me: string): JsonObject => ({
      register: 'lots',
      id: 'L1',
      with: { me },
      expect: 'not(list contains(["scrapped"], record.status))',
      change: {
        held_from: 'if count(coalesce(record.holds, [])) = 0 then record.status else record.held_from',
        holds: 'distinct values(append(coalesce(record.holds, []), with.me))',
        status: '"quarantine"',
      },
    });

    it(`[RG1] each field sees the row as it was, and the row comes back with its revision on ${under.name}`, async () => {
      expect(await run('k1', hold('NCR-1'))).to.deep.equal({
        id: 'L1',
        status: 'quarantine',
        held_from: 'wip',
        holds: ['NCR-1'],
        rev: 2,
      });
    });

    it(`[RG1] of many writers at once none is lost on ${under.name}`, async () => {
      // given
      const others = [effect, await openEffect(store)];

      // when
      await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          runEffect(others[n % 2] as EffectHandler, `k${n}`, {
            register: 'stock',
            id: 'P1',
            with: { qty: n + 1 },
            change: { qty: 'record.qty + with.qty' },
          }),
        ),
      );

      // then
      expect(await run('read', { register: 'stock', id: 'P1', set: {} })).to.include({ qty: 5 + 78, rev: 14 });
      expect(await listChanges(store, { register: 'stock', id: 'P1' }, 50)).to.have.length(13);
    });

    it(`[RG2] what is not as expected is refused with the row, and nothing is written on ${under.name}`, async () => {
      // when
      const asked = { register: 'lots', id: 'L1', set: { status: 'released' } };
      const refused = await Promise.all([
        run('k1', { ...asked, expect: 'record.status = "accepted"' }),
        run('k2', { ...asked, expect: 7 }),
        run('k3', { ...asked, id: 'L9' }),
        run('k4', { ...asked, expect: 'record.missing > 3' }),
      ]);

      // then
      const record = { id: 'L1', status: 'wip', rev: 1 };
      expect(refused).to.deep.equal([
        { code: 'conflict', retry: false, data: { record } },
        { code: 'conflict', retry: false, data: { record } },
        { code: 'conflict', retry: false, data: { record: null } },
        { code: 'conflict', retry: false, data: { record } },
      ]);
      expect((await store.getRecord('lots', 'L1'))?.rev).to.equal(1);
      expect(await store.getRecord('lots', 'L9')).to.equal(undefined);
    });

    it(`[RG2] create makes the row, whose revision was 0, and a null takes a field away on ${under.name}`, async () => {
      // given
      const made = await run('k1', {
        register: 'stock',
        id: 'P2',
        create: true,
        expect: 'record.rev = 0',
        with: { qty: 3 },
        set: { location: 'A-1' },
        change: { qty: '(if record.qty = null then 0 else record.qty) + with.qty' },
      });

      // when
      const cleared = await run('k2', { register: 'stock', id: 'P2', expect: 1, set: { location: null } });

      // then
      expect(made).to.deep.equal({ id: 'P2', location: 'A-1', qty: 3, rev: 1 });
      expect(cleared).to.deep.equal({ id: 'P2', qty: 3, rev: 2 });
    });

    it(`[RG3] the same key answers what it answered first, though the row moved on, on ${under.name}`, async () => {
      // given
      const add = { register: 'stock', id: 'P1', change: { qty: 'record.qty + 1' } };
      const first = await run('k1', add);
      const refused = await run('k2', { ...add, expect: 'record.qty = 5' });
      await run('k3', { register: 'stock', id: 'P1', set: { qty: 5 } });

      // when
      const again = [await run('k1', add), await run('k2', { ...add, expect: 'record.qty = 5' })];

      // then
      expect(again).to.deep.equal([first, refused]);
      expect(first).to.deep.equal({ id: 'P1', qty: 6, rev: 2 });
      expect((await store.getRecord('stock', 'P1'))?.rev).to.equal(3);
    });

    it(`[RG3] one key at two servers at the same time changes the row once on ${under.name}`, async () => {
      // given
      const other = await openEffect(store);
      const add = { register: 'stock', id: 'P1', change: { qty: 'record.qty + 1' } };

      // when
      const both = await Promise.all([effect, other, effect, other].map((one) => runEffect(one, 'k1', add)));

      // then
      expect(both).to.deep.equal(Array(4).fill({ id: 'P1', qty: 6, rev: 2 }));
    });

    it(`[RG5] each change says who, where, when, what was and what is on ${under.name}`, async () => {
      // given
      await run('k1', { register: 'stock', id: 'P1', set: { qty: 6 } });
      await run('k2', { register: 'stock', id: 'P1', set: { qty: 7 } });

      // when
      const changes = await listChanges(store, { register: 'stock', id: 'P1' }, 10);

      // then
      expect(changes.map(({ rev, at, old, new: now }) => [rev, at, old?.['qty'], now['qty']])).to.deep.equal([
        [3, NOON, 6, 7],
        [2, NOON, 5, 6],
      ]);
      expect(changes[0]?.instance?.id).to.equal('case-1');
    });
  });
}

/** The effect over a store, as a server opens it. */
export async function openEffect(store: Store): Promise<EffectHandler> {
  const clock = openManualClock(NOON);
  return openRecordEffect({ store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) });
}

/** What the effect gives, or its failure as data. */
export async function runEffect(effect: EffectHandler, key: string, input: JsonObject): Promise<unknown> {
  try {
    const signal = new AbortController().signal;
    return await effect.run(input, { key, attempt: 1, instance: 'case-1', askedAt: NOON, signal });
  } catch (error) {
    if (!(error instanceof EffectFailure)) throw error;
    return { code: error.code, retry: error.retry, ...(error.data === undefined ? {} : { data: error.data }) };
  }
}
