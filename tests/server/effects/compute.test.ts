import { expect } from 'chai';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { openComputeEffects } from '../../../server/effects/compute.ts';

/** Lot, level, AQL, severity; code letter, letter of the plan, sample, accept, reject. */
const VECTORS: readonly (readonly [number, string, string, string, string, string, number, number, number])[] = [
  [45, 'II', '1.0', 'normal', 'D', 'E', 13, 0, 1],
  [45, 'II', '2.5', 'normal', 'D', 'C', 5, 0, 1],
  [80, 'II', '1.0', 'normal', 'E', 'E', 13, 0, 1],
  [80, 'II', '2.5', 'normal', 'E', 'F', 20, 1, 2],
  [120, 'II', '4.0', 'normal', 'F', 'F', 20, 2, 3],
  [240, 'II', '0.65', 'normal', 'G', 'F', 20, 0, 1],
  [300, 'II', '1.0', 'normal', 'H', 'H', 50, 1, 2],
  [300, 'II', '2.5', 'normal', 'H', 'H', 50, 3, 4],
  [600, 'II', '1.0', 'normal', 'J', 'J', 80, 2, 3],
  [600, 'II', '2.5', 'normal', 'J', 'J', 80, 5, 6],
  [1000, 'II', '1.0', 'normal', 'J', 'J', 80, 2, 3],
  [2500, 'II', '0.65', 'normal', 'K', 'K', 125, 2, 3],
  [3000, 'II', '2.5', 'normal', 'K', 'K', 125, 7, 8],
  [5000, 'II', '4.0', 'normal', 'L', 'L', 200, 14, 15],
  [20000, 'II', '2.5', 'normal', 'M', 'M', 315, 14, 15],
  [600, 'I', '2.5', 'normal', 'G', 'G', 32, 2, 3],
  [600, 'S-2', '2.5', 'normal', 'C', 'C', 5, 0, 1],
  [600, 'II', '1.0', 'tightened', 'J', 'J', 80, 1, 2],
  [300, 'II', '2.5', 'tightened', 'H', 'H', 50, 2, 3],
  [200000, 'S-4', '0.65', 'normal', 'J', 'J', 80, 1, 2],
  [12, 'II', '0.65', 'normal', 'B', 'F', 12, 0, 1],
];

const HANDLERS = new Map(openComputeEffects().map((handler) => [handler.name, handler]));

async function compute(name: string, input: JsonObject, key = 'case:draw:1'): Promise<Json | string> {
  try {
    const call = { key, attempt: 1, instance: 'case', askedAt: 0, signal: new AbortController().signal };
    return (await HANDLERS.get(`compute:${name}`)?.run(input, call)) ?? null;
  } catch (error) {
    if (error instanceof EffectFailure) return `${error.code} ${error.retry}`;
    throw error;
  }
}

/** The sentence of a refusal. */
async function refusal(name: string, input: JsonObject): Promise<string> {
  const call = { key: 'k', attempt: 1, instance: 'case', askedAt: 0, signal: new AbortController().signal };
  const run = HANDLERS.get(`compute:${name}`)?.run(input, call);
  return (await run?.then(String, (error: unknown) => (error as Error).message)) ?? '';
}

describe('the sampling plan', () => {
  for (const [lot, level, aql, severity, letter, plan, n, ac, re] of VECTORS)
    it(`[CO1] a lot of ${lot} at level ${level}, AQL ${aql}, ${severity} inspection`, async () => {
      const asked = { class: 'major', mode: 'aql', aql, severity };
      expect(await compute('sampling-plan', { lot_size: lot, level, classes: [asked] })).to.deep.equal({
        n,
        classes: [{ class: 'major', severity, letter, plan_letter: plan, n, ac, re, full: n >= lot }],
      });
    });

  it('[CO2] a class without tolerance is inspected whole, and the sample is the largest of all', async () => {
    const plan = (await compute('sampling-plan', {
      lot_size: 80,
      level: 'II',
      classes: [
        { class: 'critical', mode: 'c0_full', aql: null, severity: 'normal' },
        { class: 'minor', mode: 'aql', aql: '2.5', severity: 'normal' },
      ],
    })) as { readonly n: number; readonly classes: readonly JsonObject[] };
    expect([plan.n, ...plan.classes.map((one) => [one['n'], one['ac'], one['full']])]).to.deep.equal([
      80,
      [80, 0, true],
      [20, 1, false],
    ]);
  });

  it('[CO5] what has no table is refused', async () => {
    const major = { class: 'major', mode: 'aql', aql: '1.0', severity: 'normal' };
    const asked = { lot_size: 80, level: 'II', classes: [major] };
    for (const wrong of [
      { lot_size: 0 },
      { lot_size: 2.5 },
      { level: 'IV' },
      { level: 'constructor' },
      { classes: [] },
      { classes: [{ ...major, mode: 'some' }] },
    ])
      expect(await compute('sampling-plan', { ...asked, ...wrong })).to.equal('compute.input_invalid false');
    for (const wrong of [{ aql: '3.0' }, { aql: null }, { aql: 'constructor' }, { severity: 'reduced' }])
      expect(await compute('sampling-plan', { ...asked, classes: [{ ...major, ...wrong }] })).to.equal(
        'compute.no_plan false',
      );
  });

  it('[CO7] an AQL without a plan is refused with the class, the lot and the AQLs that there are', async () => {
    const major = { class: 'major', mode: 'aql', aql: '0.10', severity: 'normal' };
    expect(await refusal('sampling-plan', { lot_size: 80, level: 'II', classes: [major] })).to.equal(
      'There is no sampling plan for AQL 0.10 for the class "major" of a lot of 80 at level II. Set its AQL to one of 0.65, 1.0, 1.5, 2.5, 4.0, 6.5.',
    );
    const reduced = { ...major, aql: '1.0', severity: 'reduced' };
    expect(await refusal('sampling-plan', { lot_size: 80, level: 'II', classes: [reduced] })).to.equal(
      'There is no sampling table for reduced inspection of the class "major". Inspect it at normal or tightened severity.',
    );
  });

  it('[CO2] a class may be sampled and accept none all the same: the sample is that of AQL 0.65', async () => {
    const critical = { class: 'critical', mode: 'c0_sample', aql: null, severity: 'normal' };
    const plan = async (lot: number) =>
      ((await compute('sampling-plan', { lot_size: lot, level: 'II', classes: [critical] })) as JsonObject)['classes'];
    // AQL 0.65 would accept five of 315.
    expect(await plan(20_000)).to.deep.equal([
      { class: 'critical', severity: 'normal', letter: 'M', plan_letter: 'M', n: 315, ac: 0, re: 1, full: false },
    ]);
    expect(await plan(12)).to.deep.equal([
      { class: 'critical', severity: 'normal', letter: 'B', plan_letter: 'F', n: 12, ac: 0, re: 1, full: true },
    ]);
  });

  it('[CO2] a lot of one piece is inspected whole and must be good', async () => {
    const minor = { class: 'minor', mode: 'aql', aql: '6.5', severity: 'normal' };
    expect(await compute('sampling-plan', { lot_size: 1, level: 'II', classes: [minor] })).to.deep.equal({
      n: 1,
      classes: [{ class: 'minor', severity: 'normal', letter: 'A', plan_letter: 'A', n: 1, ac: 0, re: 1, full: true }],
    });
  });
});

describe('the random draw', () => {
  it('[CO3] one key draws the same positions again, another key others, each once and in order', async () => {
    // when
    const [first, again, other] = (await Promise.all([
      compute('random-draw', { n: 20, of: 80 }),
      compute('random-draw', { n: 20, of: 80 }),
      compute('random-draw', { n: 20, of: 80 }, 'case:draw:2'),
    ])) as (readonly number[])[];

    // then
    expect(again).to.deep.equal(first);
    expect(other).to.not.deep.equal(first);
    expect(new Set(first).size).to.equal(20);
    expect([...(first ?? [])].sort((a, b) => a - b)).to.deep.equal(first);
    expect(first?.every((position) => position >= 1 && position <= 80)).to.equal(true);
  });

  it('[CO8] as drawn, the first few are a sample of their own: no position comes first more often', async () => {
    // given
    const firsts = Array<number>(10).fill(0);

    // when
    for (let n = 0; n < 5_000; n += 1) {
      const drawn = (await compute('random-draw', { n: 4, of: 10, as_drawn: true }, `k${n}`)) as readonly number[];
      const place = (drawn[0] ?? 0) - 1;
      firsts[place] = (firsts[place] ?? 0) + 1;
    }

    // then: 500 each, with a deviation of 21
    expect(
      firsts.every((count) => Math.abs(count - 500) < 110),
      String(firsts),
    ).to.equal(true);
    const [plain, asDrawn] = (await Promise.all([
      compute('random-draw', { n: 20, of: 80 }),
      compute('random-draw', { n: 20, of: 80, as_drawn: true }),
    ])) as (readonly number[])[];
    expect([...(asDrawn ?? [])].sort((a, b) => a - b)).to.deep.equal(plain);
  });

  it('[CO3] all of a lot are all of it, and no position is liked more than another', async () => {
    // given
    const counts = Array<number>(10).fill(0);

    // when
    for (let n = 0; n < 5_000; n += 1)
      for (const position of (await compute('random-draw', { n: 3, of: 10 }, `k${n}`)) as readonly number[])
        counts[position - 1] = (counts[position - 1] ?? 0) + 1;

    // then: 1,500 each, with a deviation of 32
    expect(await compute('random-draw', { n: 4, of: 4 })).to.deep.equal([1, 2, 3, 4]);
    expect(
      counts.every((count) => Math.abs(count - 1_500) < 160),
      String(counts),
    ).to.equal(true);
  });

  it('[CO5] more than there are, or than can be drawn, is refused', async () => {
    expect(await compute('random-draw', { n: 5, of: 4 })).to.equal('compute.impossible false');
    expect(await compute('random-draw', { n: 20_000, of: 30_000 })).to.equal('compute.impossible false');
    expect(await compute('random-draw', { n: -1, of: 4 })).to.equal('compute.input_invalid false');
  });
});

describe('switching', () => {
  const row = (more: JsonObject): JsonObject => ({
    id: 'P-major',
    rev: 3,
    severity: 'normal',
    last: [],
    rejected: 0,
    ...more,
  });
  const next = async (more: JsonObject) => {
    const [one] = (await compute('switching', { me: 'FGI-1', rows: [row(more)] })) as readonly JsonObject[];
    return one && [one['severity'], one['last'], one['rejected']];
  };

  it('[PI9] reduced inspection is refused with a sentence', async () => {
    expect(await refusal('switching', { me: 'FGI-1', reduced: true, rows: [] })).to.equal(
      'Reduced inspection cannot be used: its table is not checked against the standard. Switch the setting off.',
    );
  });

  it('[CO4] two refused of five tighten; one does not', async () => {
    expect(await next({ accepted: false, last: [true, true, true, false] })).to.deep.equal(['tightened', [], 0]);
    expect(await next({ accepted: false, last: [true, true, true, true, false] })).to.deep.equal([
      'normal',
      [false, true, true, true, true],
      0,
    ]);
  });

  it('[CO4] five accepted in a row loosen; a refused one begins the row again', async () => {
    const tightened = { severity: 'tightened', last: [true, true, true, true] };
    expect(await next({ ...tightened, accepted: true })).to.deep.equal(['normal', [], 0]);
    expect(await next({ ...tightened, accepted: false })).to.deep.equal([
      'tightened',
      [false, true, true, true, true],
      1,
    ]);
  });

  it('[CO4] the fifth refused while tightened stops inspection, and it stays stopped', async () => {
    expect(await next({ severity: 'tightened', rejected: 4, accepted: false })).to.deep.equal(['discontinued', [], 5]);
    expect(await next({ severity: 'discontinued', rejected: 5, accepted: true })).to.deep.equal([
      'discontinued',
      [true],
      5,
    ]);
  });
});
