import { expect } from 'chai';
import fc from 'fast-check';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Json } from '../../../engine/model/json.ts';
import { canonicalJson, verifyChain } from '../../../engine/step/history-chain.ts';
import { openTestEngine, sha256 } from '../../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

async function someHistory(): Promise<{
  readonly entries: readonly HistoryEntry[];
  readonly end: { readonly head: string; readonly rev: number };
}> {
  const test = openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK)));
  let instance = await test.start('amy', { note: 'bolts' });
  for (const outcome of ['bad', 'bad', 'good']) {
    instance = await test.complete(instance, 'make', 'amy', 'made', { count: 3 });
    instance = await test.complete(instance, 'check', 'cat', outcome, { note: 'looked' });
  }
  return { entries: await test.store.history(instance.id, 0, 99), end: { head: instance.head, rev: instance.rev } };
}

describe('history', () => {
  it('[HI1] each revision says when, who, what, from where to where, and which values', async () => {
    const { entries } = await someHistory();
    expect(entries).to.have.length(7);
    expect(entries[1]).to.deep.include({
      rev: 2,
      from: 'make',
      to: 'check',
      changes: { make: { count: 3, outcome: 'made' } },
    });
    expect(entries[1]?.event).to.deep.equal({ kind: 'task', type: 'made', by: 'amy', state: 'make', subject: 't1' });
    expect(entries[0]?.event.data).to.deep.equal({ workflow: 'sample', version: 1, hash: 'hash-of-sample' });
  });

  it('[HI2] the chain holds over a whole case, and its end is the head of the case', async () => {
    const { entries, end } = await someHistory();
    expect(verifyChain(entries, sha256, end)).to.deep.equal({ intact: true, entries: 7, head: end.head });
    expect(entries[0]?.prev).to.equal('');
    expect(entries.slice(1).map((entry) => entry.prev)).to.deep.equal(entries.slice(0, -1).map((entry) => entry.hash));
  });

  it('[HI3] a change of any member of any entry is found and named', async () => {
    const { entries, end } = await someHistory();
    for (const [index, entry] of entries.entries()) {
      for (const member of Object.keys(entry) as (keyof HistoryEntry)[]) {
        const forged = entries.map((one, place) =>
          place === index
            ? ({
                ...one,
                [member]: member === 'rev' ? 99 : typeof one[member] === 'number' ? 1 : 'forged',
              } as unknown as HistoryEntry)
            : one,
        );
        const verdict = verifyChain(forged, sha256, end);
        expect(verdict.intact, `${member} of ${index + 1}`).to.equal(false);
        if (!verdict.intact) expect(verdict.brokenAt, `${member} of ${index + 1}`).to.be.oneOf([index + 1, index + 2]);
      }
    }
  });

  it('[HI3] deleting, moving, inserting, cutting and a foreign entry are found', async () => {
    const { entries, end } = await someHistory();
    const other = (await someHistory()).entries;
    const [first, second, third, ...rest] = entries as [HistoryEntry, HistoryEntry, HistoryEntry, ...HistoryEntry[]];
    const brokenAt = (forged: readonly HistoryEntry[]) => {
      const verdict = verifyChain(forged, sha256, end);
      return verdict.intact ? null : verdict.brokenAt;
    };
    expect(brokenAt([first, third, ...rest])).to.equal(2);
    expect(brokenAt([first, third, second, ...rest])).to.equal(2);
    expect(brokenAt([first, second, second, third, ...rest])).to.equal(3);
    expect(brokenAt(entries.slice(0, -1))).to.equal(7);
    expect(brokenAt([first, second, { ...(other[2] as HistoryEntry), instance: 'another', rev: 3 }, ...rest])).to.equal(
      3,
    );
    expect(brokenAt([])).to.equal(1);
  });

  it('[HI2] canonical JSON is the same for equal values, whatever the order of their keys', () => {
    const shuffled = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, entry]) => [key, shuffled(entry as Json)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(canonicalJson(shuffled(json))).to.equal(canonicalJson(json));
        expect(JSON.parse(canonicalJson(json))).to.deep.equal(json);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('[HI4] settings that a step read stand in its entry', async () => {
    const states = {
      ask: {
        meta: { task: { form: 'note', roles: ['maker'] } },
        on: { go: [{ target: 'many', guard: '= data.ask.count > settings.limits.many' }, { target: 'few' }] },
      },
      many: { type: 'final' as const },
      few: { type: 'final' as const },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'go', { count: 101 });
    expect(after.end?.end).to.equal('many');
    expect((await test.store.history(after.id, 1, 1))[0]?.settings).to.deep.equal({ 'limits.many': 100 });
  });
});
