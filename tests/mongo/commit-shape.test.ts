import { expect } from 'chai';
import { describeMongo } from '../support/mongo/mongo-for-tests.ts';
import { openProxiedStore, type ProxiedStore } from '../support/mongo/open-proxied-store.ts';
import type { WireCommand } from '../support/mongo/wire-message.ts';
import { openTestEngine, type TestEngine } from '../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../support/sample-workflow.ts';

/** What goes over the wire for one step, as a server sees it. */
describeMongo('a commit on MongoDB', () => {
  let proxied: ProxiedStore;
  let test: TestEngine;
  beforeEach(async () => {
    proxied = await openProxiedStore();
    test = openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK)), { store: proxied.store });
  });

  /** The commands of one call, without what earlier ones left to do. */
  const commandsOf = async (call: () => Promise<unknown>): Promise<readonly WireCommand[]> => {
    await proxied.store.repair();
    proxied.proxy.takeLog();
    await call();
    return proxied.proxy.takeLog();
  };
  const writesTo = (log: readonly WireCommand[], collection: string): readonly WireCommand[] =>
    log.filter((command) => command.collection === collection && command.name !== 'find');

  it('[MG1] a commit is one update that matches id and turn, and the only write to the case before the answer', async () => {
    // given
    const case1 = await test.start('amy', { note: 'bolts' });

    // when
    const log = await commandsOf(() => test.complete(case1, 'make', 'amy', 'made', { count: 3 }));

    // then
    const writes = writesTo(log, 'instances');
    expect(writes.map((command) => command.name)).to.deep.equal(['update']);
    const updates = writes[0]?.body['updates'] as readonly {
      readonly q: object;
      readonly u: { readonly $set: object; readonly $unset: object };
    }[];
    expect(updates).to.have.length(1);
    expect(updates[0]?.q).to.deep.include({ _id: case1.id, turn: 1 });
    expect(updates[0]?.u.$set).to.include({ turn: 2, rev: 2 });
    expect(Object.keys(updates[0]?.u.$set ?? {})).to.include.members(['data.make', 'tasks.t2', 'pending.r2']);
    expect(updates[0]?.u.$unset).to.deep.equal({ 'tasks.t1': '' });
  });

  it('[MG1] a start is one insert', async () => {
    const log = await commandsOf(() => test.start('amy', { note: 'bolts' }));
    const writes = writesTo(log, 'instances');
    expect(writes.map((command) => command.name)).to.deep.equal(['insert']);
    expect(writes[0]?.body['documents']).to.have.length(1);
  });

  it('[MG1] no transaction is ever begun', async () => {
    const log = await commandsOf(async () => {
      const case1 = await test.start('amy', { note: 'bolts' });
      await test.claim(case1, 'make', 'amy');
      await test.complete(await test.fresh(case1), 'make', 'amy', 'made');
    });
    expect(log.filter((command) => 'startTransaction' in command.body || 'autocommit' in command.body)).to.deep.equal(
      [],
    );
  });

  it('[MG2] every write waits for a majority and its journal, whatever the address says', async () => {
    // given
    const { store, proxy } = await openProxiedStore({}, '&w=1&journal=false&readPreference=secondaryPreferred');
    const weak = openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK)), { store });

    // when
    const case1 = await weak.start('amy', { note: 'bolts' });
    await weak.pass(0);
    await store.putRecord({ register: 'things', id: 'a', value: 1 });
    await store.repair();

    // then
    const log = proxy.takeLog();
    const writes = log.filter((command) => !['find', 'aggregate', 'getMore'].includes(command.name));
    expect(JSON.stringify(log)).to.not.include('secondary');
    expect(case1.rev).to.equal(1);
    expect(writes.length).to.be.greaterThan(3);
    for (const write of writes)
      expect(write.body['writeConcern'], write.name).to.deep.equal({ w: 'majority', j: true });
  });

  it('[MG13] a step takes at most six round trips', async () => {
    // given
    const counts: { [step: string]: number } = {};
    const count = async <T>(step: string, call: () => Promise<T>): Promise<T> => {
      let result: T | undefined;
      const log = await commandsOf(async () => {
        result = await call();
      });
      counts[step] = log.length;
      return result as T;
    };

    // when
    const case1 = await count('start', () => test.start('amy', { note: 'bolts' }));
    const case2 = await count('claim', () => test.claim(case1, 'make', 'amy'));
    await count('complete', () => test.complete(case2, 'make', 'amy', 'made'));
    await count('timer', () => test.pass(5 * 86_400_000));
    await count('nothing due', () => test.pass(0));

    // then
    process.stdout.write(`      round trips: ${JSON.stringify(counts)}\n`);
    expect(counts).to.deep.equal({ start: 6, claim: 6, complete: 6, timer: 9, 'nothing due': 1 });
  });
});
