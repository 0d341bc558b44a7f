import { expect } from 'chai';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { keptOf } from '../../../server/registers/row.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { openEffect, runEffect } from './record-effect.ts';

const failure = (code: string) => ({ code, retry: false });

/** What `record` refuses, whatever the store. */
describe('refusals of record', () => {
  async function opened() {
    const store = openMemoryStore();
    await store.putRecord({ register: 'stock', id: 'P1', value: { id: 'P1', qty: 5 } });
    const effect = await openEffect(store);
    return { store, run: (key: string, input: JsonObject) => runEffect(effect, key, input) };
  }
  const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject;

  it('[RG4] a row that does not fit its register is not written', async () => {
    // given
    const { store, run } = await opened();
    const stock = { register: 'stock', id: 'P1' };

    // when
    const refused = [
      await run('k1', { ...stock, set: { qty: 'many' } }),
      await run('k2', { ...stock, set: { colour: 'red' } }),
      await run('k3', { ...stock, set: { qty: null } }),
      await run('k4', { ...stock, set: { rev: 9 } }),
      await run('k5', { ...stock, set: { id: 'P2' } }),
      await run('k6', { ...stock, set: parsed('{"__proto__": {"qty": 1}}') }),
      await run('k7', { ...stock, change: parsed('{"__proto__": "1"}') }),
      await run('k8', { ...stock, set: { '#kept': null as Json } }),
    ];

    // then
    expect(refused).to.deep.equal(Array(8).fill(failure('record.invalid')));
    expect(await store.getRecord('stock', 'P1')).to.deep.include({ rev: 1, value: { id: 'P1', qty: 5 } });
  });

  it('[RG6] only registers of the plant are written, and only under an id', async () => {
    const { run } = await opened();
    for (const register of ['people', 'sessions', 'record-history', '__proto__', 'constructor', ''])
      expect(await run('k', { register, id: 'x', create: true })).to.deep.equal(failure('register.not_found'));
    for (const id of ['', ' ', null, 7, 'x'.repeat(129)])
      expect(await run('k', { register: 'stock', id, create: true })).to.deep.equal(failure('record.id_missing'));
  });

  it('[RG6] a row named __proto__ is a row like any other', async () => {
    const { run } = await opened();
    const made = await run('k', { register: 'stock', id: '__proto__', create: true, set: { qty: 1 } });
    expect(made).to.deep.equal({ id: '__proto__', qty: 1, rev: 1 });
  });

  it('[RG7] FEEL that cannot be read is refused before anything is written', async () => {
    // given
    const { store, run } = await opened();
    const stock = { register: 'stock', id: 'P1' };

    // when
    const refused = [
      await run('k1', { ...stock, change: { qty: 'record.qty +' } }),
      await run('k2', { ...stock, expect: '= record.qty > 1' }),
    ];

    // then
    expect(refused).to.deep.equal(Array(2).fill(failure('record.expression_failed')));
    expect((await store.getRecord('stock', 'P1'))?.rev).to.equal(1);
  });

  it('[RG3] a row remembers its last 64 keys and no more', async () => {
    // given
    const { store, run } = await opened();

    // when
    for (let n = 1; n <= 70; n += 1) await run(`k${n}`, { register: 'stock', id: 'P1', set: { qty: n } });

    // then
    const effects = keptOf((await store.getRecord('stock', 'P1'))?.value ?? null).effects;
    expect([effects.length, effects[0]?.key, effects.at(-1)?.key]).to.deep.equal([64, 'k7', 'k70']);
    expect(await run('k7', { register: 'stock', id: 'P1', set: { qty: 99 } })).to.deep.equal({
      id: 'P1',
      qty: 7,
      rev: 8,
    });
  });

  it('[RG5] a server that dies after the change leaves nothing out of the history', async () => {
    // given: the change stands, its row of the history does not yet
    const { store, run } = await opened();
    await run('k1', { register: 'stock', id: 'P1', set: { qty: 6 } });
    expect((await store.listRecords({ register: 'record-history', limit: 9 })).items).to.have.length(0);

    // when
    const again = await run('k1', { register: 'stock', id: 'P1', set: { qty: 6 } });
    await run('k2', { register: 'stock', id: 'P1', set: { qty: 7 } });

    // then
    expect(again).to.deep.equal({ id: 'P1', qty: 6, rev: 2 });
    expect(
      (await store.listRecords({ register: 'record-history', limit: 9 })).items.map((row) => row.keys),
    ).to.deep.equal([['stock/P1']]);
  });
});
