import { expect } from 'chai';
import type { Store } from '../../engine/ports/store.ts';

/** Rows of registers: RC1–RC5. */
export function describeRecords(name: string, opened: () => Store): void {
  const put = (id: string, value: { readonly [key: string]: number }, more: object = {}) =>
    opened().putRecord({ register: 'things', id, value, ...more });

  it(`[RC1] a record is written only over the revision that was read on ${name}`, async () => {
    // given
    expect(await put('a', { n: 1 }, { expect: 0 })).to.deep.equal({ kind: 'stored', rev: 1 });

    // when
    const second = await put('a', { n: 2 }, { expect: 0 });
    const third = await put('a', { n: 3 }, { expect: 1 });

    // then
    expect(second).to.deep.equal({
      kind: 'conflict',
      record: { register: 'things', id: 'a', rev: 1, keys: [], value: { n: 1 } },
    });
    expect(third).to.deep.equal({ kind: 'stored', rev: 2 });
    expect((await opened().getRecord('things', 'a'))?.value).to.deep.equal({ n: 3 });
  });

  it(`[RC1] of many writers of one new record exactly one is first on ${name}`, async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => put('a', { n }, { expect: 0 })));
    expect(results.filter((result) => result.kind === 'stored')).to.have.length(1);
  });

  it(`[RC1] without an expectation the last writer wins, and the revision rises on ${name}`, async () => {
    await put('a', { n: 1 });
    expect(await put('a', { n: 2 })).to.deep.equal({ kind: 'stored', rev: 2 });
    expect(await opened().getRecord('things', 'nobody')).to.equal(undefined);
    expect(await opened().getRecord('others', 'a')).to.equal(undefined);
  });

  it(`[RC2] records are listed by key, in order of their ids, in pages on ${name}`, async () => {
    // given
    for (const id of ['c', 'a', 'b', 'd'])
      await put(id, { n: 1 }, { keys: id === 'd' ? ['of:ben'] : ['of:amy', `id:${id}`] });
    const ids = async (more: object): Promise<readonly string[]> =>
      (await opened().listRecords({ register: 'things', limit: 10, ...more })).items.map((record) => record.id);

    // then
    expect(await ids({})).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(await ids({ key: 'of:amy', descending: true })).to.deep.equal(['c', 'b', 'a']);
    const first = await opened().listRecords({ register: 'things', key: 'of:amy', limit: 2 });
    expect(first.items.map((record) => record.id)).to.deep.equal(['a', 'b']);
    expect(await ids({ key: 'of:amy', cursor: first.next })).to.deep.equal(['c']);
  });

  it(`[RC2] keys follow the record: replaced and removed with it on ${name}`, async () => {
    // given
    await put('a', { n: 1 }, { keys: ['old'] });

    // when
    await put('a', { n: 2 }, { keys: ['new'] });

    // then
    const ids = async (key: string): Promise<readonly string[]> =>
      (await opened().listRecords({ register: 'things', key, limit: 9 })).items.map((record) => record.id);
    expect(await ids('old')).to.deep.equal([]);
    expect(await ids('new')).to.deep.equal(['a']);
    await opened().removeRecord('things', 'a');
    await opened().removeRecord('things', 'a');
    expect(await ids('new')).to.deep.equal([]);
  });

  it(`[RC3] records of a register are counted, up to where it was told, on ${name}`, async () => {
    for (const id of ['a', 'b', 'c']) await put(id, { n: 1 });
    expect(await opened().countRecords('things', 100)).to.equal(3);
    expect(await opened().countRecords('things', 2)).to.equal(2);
    expect(await opened().countRecords('others', 100)).to.equal(0);
  });

  it(`[RC4] a record is removed at the revision that was read, and at no other, on ${name}`, async () => {
    // given
    await put('a', { n: 1 }, { keys: ['of:amy'] });
    await put('a', { n: 2 }, { keys: ['of:amy'] });

    // then
    expect(await opened().removeRecordAt('things', 'a', 1)).to.equal(false);
    expect(await opened().removeRecordAt('things', 'a', 2)).to.equal(true);
    expect(await opened().removeRecordAt('things', 'a', 2)).to.equal(false);
    expect((await opened().listRecords({ register: 'things', key: 'of:amy', limit: 9 })).items).to.deep.equal([]);
  });

  it(`[RC5] records are got by their ids, those that are there, on ${name}`, async () => {
    for (const id of ['a', 'b', 'c']) await put(id, { n: 1 }, { keys: ['k'] });
    const found = await opened().getRecords('things', ['c', 'nobody', 'a']);
    expect([...found.keys()].sort()).to.deep.equal(['a', 'c']);
    expect(found.get('c')).to.deep.equal({ register: 'things', id: 'c', rev: 1, keys: ['k'], value: { n: 1 } });
    expect((await opened().getRecords('others', ['a'])).size).to.equal(0);
    expect((await opened().getRecords('things', [])).size).to.equal(0);
  });
}
