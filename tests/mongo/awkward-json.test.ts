import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Instance } from '../../engine/model/instance.ts';
import type { Json } from '../../engine/model/json.ts';
import { commitUpdate, documentOf } from '../../server/stores/mongo/instance-document.ts';
import { fromBson, toBson } from '../../server/stores/mongo/bson-value.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { nextCommit, sampleEffect, sampleInstance, sampleTask, startCommit } from '../support/sample-instance.ts';

/** Values that BSON or its driver would change. Each comes back equal. */
const AWKWARD: { readonly [what: string]: Json } = {
  'a reference of the driver': { $ref: 'instances', $id: 'case-1' },
  'a type of the driver': { _bsontype: 'ObjectId', id: 'x' },
  operators: { $set: { a: 1 }, $gt: '', list: [{ $where: '1' }] },
  'the mark of this store': { _json: '{"a":1}' },
  'a zero character in a key': { 'a\u0000b': 1 },
  'half a surrogate pair': ['\ud800', { '\udc00': 1 }],
  'the prototype by name': JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": 1}}') as Json,
  'a number beyond 32 bits': [2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 1e300, 5e-324, 0.1],
  'two hundred levels': Array.from({ length: 200 }).reduce<Json>((inner) => ({ inner }), 1),
  'text that looks like the mark': '{"_json":"x"}',
  'backslashes before a u': ['\\ud800', '\\u0000', '"$x":'],
};

describe('JSON in BSON', () => {
  for (const [what, value] of Object.entries(AWKWARD)) {
    it(`[MG14] ${what} is carried and read back equal`, () => {
      expect(fromBson(toBson(value))).to.deep.equal(value);
    });
  }

  it('[MG14] any JSON is carried and read back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Json;
        expect(fromBson(toBson(plain))).to.deep.equal(plain);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('[MG14] what BSON can carry stays readable for other programs', () => {
    expect(toBson({ lot: 'L-7', 'a.b': [1, null, ''] })).to.deep.equal({ lot: 'L-7', 'a.b': [1, null, ''] });
  });

  it('[MG4] a name that neither lint nor the engine made never stands in a path', () => {
    const before = sampleInstance();
    for (const name of ['a.b', '$set', '', '__proto__', 'a b', '漢', 'a\u0000']) {
      expect(() => commitUpdate({ ...nextCommit(before, {}, 'c2'), changed: [`data.${name}`] }), name).to.throw(
        /no (name|path)/,
      );
      expect(() => documentOf(startCommit(sampleInstance({ data: { [name]: 1 } }))), name).to.throw(/no name/);
    }
  });

  it('[MG4] what the store adds to a document cannot be written by a commit', () => {
    for (const field of ['_id', 'pending', 'waiting', 'search', 'state.deep', 'visits.make']) {
      expect(() => commitUpdate({ ...nextCommit(sampleInstance(), {}, 'c2'), changed: [field] }), field).to.throw(
        /no (name|path)/,
      );
    }
  });
});

describeMongo('awkward JSON on MongoDB', () => {
  it('[MG14] a case full of awkward values comes back equal after a start, a change and a lease', async () => {
    // given
    const store = await openTestStore();
    const everywhere = Object.fromEntries(Object.values(AWKWARD).map((value, index) => [`f${index}`, value]));
    const case1 = sampleInstance({
      data: { all: everywhere, ...everywhere },
      subject: { en: 'half \ud800 a pair' },
      state: { p: { q: 'r' } },
      tasks: { t1: sampleTask({ prefill: everywhere }) },
      effects: { e1: sampleEffect({ input: everywhere }) },
      end: { end: 'x', status: 'done', output: everywhere },
    });

    // when
    const started = startCommit(case1);
    await store.commit(started);
    const first = (await store.load(case1.id)) as Instance;
    const changed = nextCommit(
      first,
      { data: { ...first.data, more: everywhere }, tasks: { t2: sampleTask({ id: 't2', prefill: everywhere }) } },
      'c2',
    );
    await store.commit(changed);
    const [work] = await store.claimDue({ now: case1.startedAt, leaseMs: 1, limit: 1, token: 'a' });

    // then
    expect(first).to.deep.equal(started.after);
    expect((await store.load(case1.id))?.data).to.deep.equal(changed.after.data);
    expect(work?.kind === 'effect' && work.effect.input).to.deep.equal(everywhere);
    expect((await store.history(case1.id, 0, 9)).map((entry) => entry.rev)).to.deep.equal([1, 2]);
    const page = await store.listTasks({ words: ['a:r:maker'], person: 'amy', viewer: null, order: 'due', limit: 9 });
    expect(page.items.map(({ task }) => task)).to.deep.equal([changed.after.tasks['t2']]);
    expect((await store.listInstances({ viewer: null, limit: 9 })).items[0]?.end?.output).to.deep.equal(everywhere);
  });

  it('[MG14] a record keeps awkward values, and a schema with references', async () => {
    const store = await openTestStore();
    const value = { ...AWKWARD, schema: { $id: 'a', $ref: '#/$defs/b', $defs: { b: { type: 'string' } } } };
    await store.putRecord({ register: 'things', id: 'a', value, keys: ['k'] });
    expect((await store.getRecord('things', 'a'))?.value).to.deep.equal(value);
    expect((await store.listRecords({ register: 'things', key: 'k', limit: 9 })).items[0]?.value).to.deep.equal(value);
  });

  it('[MG4] an operator in place of a text is refused and reaches no filter', async () => {
    // given
    const store = await openTestStore();
    await store.commit(startCommit(sampleInstance({ key: 'k' })));
    const anything = { $ne: 'x' } as unknown as string;

    // when
    const calls = [
      store.listInstances({ viewer: null, limit: 9, key: anything }),
      store.listRecords({ register: anything, limit: 9 }),
      store.countTasks({ words: ['x'], person: anything, viewer: null }, 9),
    ];
    const outcomes = await Promise.allSettled(calls);

    // then
    for (const outcome of outcomes)
      expect(outcome.status === 'rejected' && String(outcome.reason)).to.match(
        /^Error: The database was asked for something that it cannot do/,
      );
  });

  it('[MG4] what a person searches for is text: no sign in it has a meaning', async () => {
    // given
    const store = await openTestStore();
    await store.commit(startCommit(sampleInstance({ subject: { en: 'Bolt (M6) $5 .* [x] \\d 100%' } })));
    const count = (q: string): Promise<number> => store.countInstances({ viewer: null, q }, 9);

    // then
    for (const q of ['(m6)', '$5', '.*', '[X]', '\\d', '100%', '$5 .*']) expect(await count(q), q).to.equal(1);
    for (const q of ['.', '^', 'bolt.', '$search', '.{9}', 'm6|x', '\u0000'])
      expect(await count(q), q).to.equal(q === '.' ? 1 : 0);
  });

  it('[MG14] a command id of any letters is remembered', async () => {
    const store = await openTestStore();
    const ids = ['a\\ud800b', '"$x":', 'ü漢🏭', 'a.b', '$set'];
    let now = sampleInstance();
    await store.commit(startCommit(now));
    for (const id of ids) {
      now = (await store.load(now.id)) as Instance;
      expect(await store.commit(nextCommit(now, {}, id))).to.deep.equal({ kind: 'applied' });
    }
    for (const [index, id] of ids.entries())
      expect(await store.findCommand(id)).to.deep.equal({ instance: now.id, rev: index + 2, digest: `digest-${id}` });
  });
});
