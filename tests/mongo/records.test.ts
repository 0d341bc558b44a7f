import { expect } from 'chai';
import type { RecordPut } from '../../engine/ports/store.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { DUPLICATE, openProxiedStore } from '../support/mongo/open-proxied-store.ts';
import { refusalOf } from '../support/open-test-engine.ts';

/** Records are documents of their own, changed where they have the revision that was read. */
describeMongo('records on MongoDB', () => {
  const put = (n: number, more: Partial<RecordPut> = {}): RecordPut => ({
    register: 'lots',
    id: 'L-7',
    value: { n },
    ...more,
  });

  it('[MG16] a revision that is no longer there is refused with the record as it is', async () => {
    // given
    const store = await openTestStore();
    for (const n of [1, 2, 3]) await store.putRecord(put(n));

    // when
    const results = await Promise.all([1, 2, 4].map((expect) => store.putRecord(put(9, { expect }))));

    // then
    const conflict = { kind: 'conflict', record: { register: 'lots', id: 'L-7', rev: 3, keys: [], value: { n: 3 } } };
    expect(results).to.deep.equal([conflict, conflict, conflict]);
  });

  it('[MG16] of twenty writers over one revision exactly one wins, from whatever server', async () => {
    // given
    const stores = [await openTestStore(), await openTestStore()];
    await stores[0]?.putRecord(put(0));

    // when
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => stores[n % 2]?.putRecord(put(n, { expect: 1 }))),
    );

    // then
    expect(results.filter((result) => result?.kind === 'stored')).to.deep.equal([{ kind: 'stored', rev: 2 }]);
  });

  it('[MG16] twenty who expect nothing all write, each a revision of his own, also of a new record', async () => {
    // given
    const stores = [await openTestStore(), await openTestStore()];

    // when
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => stores[n % 2]?.putRecord(put(n))));

    // then
    const revisions = results.map((result) => (result?.kind === 'stored' ? result.rev : 0)).sort((a, b) => a - b);
    expect(revisions).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('[MG16] who expects nothing writes also when another made the record this very moment', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const { met } = proxy.plan((command) => command.name === 'findAndModify', { answer: { ok: 0, ...DUPLICATE } });

    // when
    const result = await store.putRecord(put(1));

    // then
    await met;
    expect(result).to.deep.equal({ kind: 'stored', rev: 1 });
  });

  it('[MG16] a record that the database could not hold is refused before it is sent', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    proxy.takeLog();

    // when
    const refused = await refusalOf(store.putRecord(put(1, { value: 'x'.repeat(15_000_001) })));

    // then
    expect(refused.code).to.equal('request.too_large');
    expect(proxy.takeLog()).to.deep.equal([]);
  });
});
