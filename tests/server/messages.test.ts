import { expect } from 'chai';
import type { StateFile } from '../../engine/model/workflow-file.ts';
import { openMessages, type Messages } from '../../server/services/messages.ts';
import { openTestEngine } from '../support/open-test-engine.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { sampleFile, sampleVersion } from '../support/sample-workflow.ts';

const HOUR = 3_600_000;
const STATES: { readonly [key: string]: StateFile } = {
  first: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'waiting' } } },
  waiting: { on: { arrived: { target: 'end' } } },
  end: { type: 'final' },
};

function opened(states = STATES) {
  const store = openMemoryStore();
  const version = sampleVersion(sampleFile(states, { meta: { key: '= data.request.note' } }));
  const test = openTestEngine(version, { store });
  const messages = openMessages({ store, engine: test.engine, clock: test.clock });
  const put = (more: Partial<Parameters<Messages['put']>[0]> = {}) =>
    messages.put({
      id: 'm1',
      sender: 'erp',
      workflow: 'sample',
      key: 'LOT-1',
      type: 'arrived',
      data: { qty: 4 },
      by: null,
      ...more,
    });
  return { test, messages, put };
}

describe('messages', () => {
  it('[MS3] one that comes early waits, and is delivered once when a case can take it', async () => {
    // given
    const { test, messages, put } = opened();
    await put();
    const early = await messages.deliver();
    const instance = await test.start('amy', { note: 'LOT-1' });
    await test.complete(instance, 'first', 'amy', 'done');

    // when
    const delivered = [await messages.deliver(), await messages.deliver()];

    // then
    expect([early, delivered]).to.deep.equal([0, [1, 0]]);
    expect((await test.fresh(instance)).status).to.equal('done');
    expect((await put()).state).to.equal('delivered');
  });

  it('[MS3] one of two cases of a key takes it, and a crash after delivery doubles nothing', async () => {
    // given: the row is not marked, as if the server had died after the case took it
    const { test, messages, put } = opened();
    const cases = [await test.start('amy', { note: 'LOT-1' }), await test.start('amy', { note: 'LOT-1' })];
    for (const one of cases) await test.complete(one, 'first', 'amy', 'done');
    const message = await put();
    const id = `message:${message.sender}:${message.id}`;
    await test.send({ kind: 'message', id, instance: cases[0]?.id ?? '', type: 'arrived', by: null, data: { qty: 4 } });

    // when
    await messages.deliver();

    // then
    const ended = await Promise.all(cases.map(async (one) => (await test.fresh(one)).status));
    expect(ended).to.deep.equal(['done', 'active']);
  });

  it('[MS4] one that waited its time is expired and may wait again', async () => {
    // given
    const { test, messages, put } = opened();
    await put({ ttlMs: HOUR });

    // when
    test.clock.move(HOUR);
    await messages.deliver();

    // then
    expect((await messages.list('expired', 10)).map(({ id }) => id)).to.deep.equal(['m1']);
    expect(messages.mayWait()).to.equal(false);
    expect((await messages.retry('erp:m1')).state).to.equal('waiting');
    expect(messages.mayWait()).to.equal(true);
    expect(await messages.list('expired', 10)).to.deep.equal([]);
  });

  it('[MS3] one that waits is not forgotten beside a signal that goes to many', async () => {
    // given
    const { test, messages, put } = opened();
    for (const note of ['A', 'B']) await test.complete(await test.start('amy', { note }), 'first', 'amy', 'done');
    await put();
    await put({ id: 'm2', key: null });

    // when
    const delivered = await messages.deliver();

    // then
    expect([delivered, messages.mayWait()]).to.deep.equal([2, true]);
  });

  it('[MS4] a signal goes to every running case that can take it now, and waits for none', async () => {
    // given
    const { test, messages, put } = opened();
    const cases = [];
    for (const note of ['A', 'B', 'C']) cases.push(await test.start('amy', { note }));
    for (const one of cases.slice(0, 2)) await test.complete(one, 'first', 'amy', 'done');

    // when
    await put({ key: null });
    const delivered = [await messages.deliver(), await messages.deliver()];

    // then
    expect(delivered).to.deep.equal([2, 0]);
    expect(await Promise.all(cases.map(async (one) => (await test.fresh(one)).status))).to.deep.equal([
      'done',
      'done',
      'active',
    ]);
  });

  it('[MS3] one whose case took it and ended before a crash is delivered, not expired', async () => {
    // given: the row is not marked, as if the server had died after the case took it
    const { test, messages, put } = opened();
    const one = await test.start('amy', { note: 'LOT-1' });
    await test.complete(one, 'first', 'amy', 'done');
    const { sender, id } = await put();
    await test.send({
      kind: 'message',
      id: `message:${sender}:${id}`,
      instance: one.id,
      type: 'arrived',
      by: null,
      data: { qty: 4 },
    });

    // when
    await messages.deliver();

    // then
    expect(await messages.list('waiting', 10)).to.deep.equal([]);
    expect(await put()).to.deep.include({ state: 'delivered', takenBy: [one.id] });
  });

  it('[MS3] [EF7] one that its case cannot take holds up no other', async () => {
    // given: what LOT-1 enters has a delay that is none
    const { test, messages, put } = opened({
      ...STATES,
      waiting: { on: { arrived: { target: 'late' } } },
      late: { after: { '= if data.request.count = 1 then "PT1H@always" else 5': { target: 'end' } } },
    });
    const broken = await test.start('amy', { note: 'LOT-1' });
    const fine = await test.start('amy', { note: 'LOT-2', count: 1 });
    for (const one of [broken, fine]) await test.complete(one, 'first', 'amy', 'done');
    await put({ ttlMs: HOUR });
    await put({ id: 'm2', key: 'LOT-2' });

    // when
    await messages.deliver();
    test.clock.move(HOUR);
    await messages.deliver();

    // then
    expect((await test.fresh(fine)).state).to.equal('late');
    expect((await messages.list('expired', 10)).map(({ id }) => id)).to.deep.equal(['m1']);
  });
});
