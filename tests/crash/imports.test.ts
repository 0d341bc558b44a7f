import { expect } from 'chai';
import type { Person } from '../../engine/model/person.ts';
import { SILENT } from '../../engine/ports/logger.ts';
import type { Store } from '../../engine/ports/store.ts';
import { listChanges } from '../../server/registers/row-history.ts';
import { fieldsOf } from '../../server/registers/row.ts';
import { openRegisterImports, type RegisterImports } from '../../server/services/register-imports.ts';
import type { Reader } from '../../server/services/reader.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { type CrashPoint, openCrashingStore } from '../support/crashing-store.ts';
import { type ManualClock, openManualClock } from '../support/manual-clock.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { MONDAY_9 } from '../support/open-test-engine.ts';
import { samplePlant } from '../support/sample-plant.ts';

/** Longer than a lease, and than a reader that died is waited for. */
const LONG = 61_000;
const FILE = Buffer.from('id,qty\nS1,10\nS2,20\nS3,30\nS4,40\nS5,50\n');
const IDS = ['S1', 'S2', 'S3', 'S4', 'S5'];

const plant = samplePlant();
const PERSON = { ...(plant.people.get('amy') as Person), roles: ['warehouse_supervisor'] };
const READER: Reader = { person: PERSON, plant, language: 'en' };

/** A server's part that imports, on a store that may be about to die. */
function serverOn(store: Store, clock: ManualClock): RegisterImports {
  let tokens = 0;
  return openRegisterImports({
    store,
    clock,
    logger: SILENT,
    keeper: { plant: () => plant } as never,
    library: { latest: () => undefined } as never,
    newToken: () => `t${(tokens += 1)}`,
    onWaiting: () => undefined,
    partRows: 2,
  });
}

/** What stands in the register: how many rows the import has written, and whether it is whole. */
async function quantities(store: Store): Promise<readonly unknown[]> {
  const rows = await Promise.all(IDS.map((id) => store.getRecord('stock', id)));
  return rows.map((row) => (row === undefined ? null : fieldsOf(row.value)['qty']));
}

const NONE = [1, 1, null, null, null];
const ALL = [10, 20, 30, 40, 50];

/** Sends the file and lets it be applied, again after each death, until it is. */
async function live(store: Store, point: CrashPoint | null) {
  const clock = openManualClock(MONDAY_9);
  for (const id of ['S1', 'S2']) await store.putRecord({ register: 'stock', id, value: { id, qty: 1 } });
  const crashing = openCrashingStore(store, point);
  let server = serverOn(crashing.store, clock);
  const apply = async (id: string): Promise<void> => {
    await server.apply(READER, 'stock', { id, reason: 'Counted' });
    await server.work();
  };
  const once = async (): Promise<boolean> => {
    const { id } = await server.start(READER, 'stock', { name: 'stock.csv', bytes: FILE });
    await server.idle();
    await apply(id);
    return (await server.get(READER, 'stock', id)).state === 'applied';
  };
  try {
    if (!(await once())) expect(crashing.died()).to.equal(true);
  } catch (error) {
    if (!crashing.died()) throw error;
  }
  const left = await quantities(store);
  if (crashing.died()) {
    // A new process on what the old one left: what was decided is finished, the rest is ended.
    server = serverOn(store, clock);
    clock.move(LONG);
    while ((await server.work()) > 0);
    const settled = await quantities(store);
    expect([JSON.stringify(NONE), JSON.stringify(ALL)], 'whole').to.include(JSON.stringify(settled));
    if (JSON.stringify(settled) === JSON.stringify(NONE)) {
      expect(left, 'nothing before it is decided').to.deep.equal(NONE);
      expect(await once()).to.equal(true);
    }
  }
  return { calls: crashing.calls(), seen: await quantities(store), store };
}

describe('dying while rows are imported', () => {
  for (const [name, open] of [
    ['memory', openMemoryStore],
    ['sqlite', () => openSqliteStore({ file: ':memory:' })],
  ] as const)
    it(`[RI4] wherever the server dies, the next one leaves all rows or none, each written once (${name})`, async () => {
      // given
      const calm = await live(open(), null);
      expect(calm.seen).to.deep.equal(ALL);

      for (let call = 1; call <= calm.calls; call += 1)
        for (const when of ['before', 'after'] as const) {
          // when
          const place = `${when} call ${call}`;
          const { seen, store } = await live(open(), { call, when });

          // then
          expect(seen, place).to.deep.equal(ALL);
          for (const id of IDS) {
            const changes = await listChanges(store, { register: 'stock', id }, 10);
            expect(
              changes.map(({ new: now }) => now['qty']),
              `${place} ${id}`,
            ).to.have.length(1);
            expect(changes[0]?.reason, place).to.equal('Counted');
          }
          await store.close();
        }
    }).timeout(120_000);

  it('[RI5] what another changes after it was decided stays beside what the file says', async () => {
    // given: the server dies when the import is decided and nothing is written yet
    const store = openMemoryStore();
    const clock = openManualClock(MONDAY_9);
    await store.putRecord({ register: 'stock', id: 'S1', value: { id: 'S1', qty: 1 } });
    const server = serverOn(store, clock);
    const { id } = await server.start(READER, 'stock', { name: 'stock.csv', bytes: FILE });
    await server.idle();
    await server.apply(READER, 'stock', { id, reason: 'Counted' });
    const decided = await store.getRecord('imports', id);
    await store.putRecord({
      register: 'imports',
      id,
      value: { ...(decided?.value as object), decided: true },
      keys: ['of:stock', 'open'],
    });
    await store.putRecord({ register: 'stock', id: 'S1', value: { id: 'S1', qty: 1, location: 'A-01' } });

    // when
    await serverOn(store, clock).work();

    // then
    const row = await store.getRecord('stock', 'S1');
    expect(fieldsOf(row?.value ?? null)).to.deep.equal({ id: 'S1', qty: 10, location: 'A-01' });
  });

  it('[RI10] one import is applied to a register at a time', async () => {
    // given: a first one that is decided, and whose server holds it
    const store = openMemoryStore();
    const clock = openManualClock(MONDAY_9);
    const server = serverOn(store, clock);
    const first = await server.start(READER, 'stock', { name: 'a.csv', bytes: FILE });
    const second = await server.start(READER, 'stock', { name: 'b.csv', bytes: Buffer.from('id,qty\nS9,9\n') });
    await server.idle();
    await server.apply(READER, 'stock', { id: first.id, reason: 'Counted' });
    const record = await store.getRecord('imports', first.id);
    const value = { ...(record?.value as object), lease: { token: 'other', untilAt: clock.now() + 30_000 } };
    await store.putRecord({ register: 'imports', id: first.id, value, keys: ['of:stock', 'open'] });
    await store.putRecord({ register: 'import-locks', id: 'stock', value: { import: first.id } });
    await server.apply(READER, 'stock', { id: second.id, reason: 'Counted' });

    // then
    expect(await server.work()).to.equal(0);
    clock.move(LONG);
    expect(await server.work()).to.equal(2);
    for (const one of [first, second]) expect((await server.get(READER, 'stock', one.id)).state).to.equal('applied');
  });
});
