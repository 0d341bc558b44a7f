import { expect } from 'chai';
import * as fc from 'fast-check';
import { allocateItem, type Coverage, servedFirst } from '../../../engine/plan/allocate.ts';
import { materialStatus } from '../../../engine/plan/material-status.ts';
import { order, PRODUCT } from './plan-rows.ts';

const TO_MAKE = { toMake: 100, issued: false };
const FULL: Coverage = { short: 0, eta: null, covered: true };
const statusOf = (coverage: { readonly [item: string]: Coverage }, made = TO_MAKE, product = PRODUCT) =>
  materialStatus(product, made, (item) => coverage[item] ?? FULL);

describe('the material of an order', () => {
  it('[MAT1] is without a recipe when the product has no bill of materials, or is not known', () => {
    expect([
      materialStatus({ ...PRODUCT, bom: null }, TO_MAKE, () => FULL).state,
      materialStatus({ ...PRODUCT, bom: [] }, TO_MAKE, () => FULL).state,
      materialStatus(undefined, TO_MAKE, () => FULL).state,
    ]).to.deep.equal(['no_recipe', 'no_recipe', 'no_recipe']);
  });

  it('[MAT2] is in stock when stock covers every line', () => {
    expect(statusOf({})).to.deep.equal({ state: 'in_stock', short: [], eta: null });
  });

  it('[MAT3] is expected when what is on order covers every short line, until the latest arrival', () => {
    const status = statusOf({
      STEEL: { short: 51.5, eta: '2026-12-02', covered: true },
      BOX: { short: 2, eta: '2026-11-26', covered: true },
    });
    expect([status.state, status.eta, status.short.map(({ item, qty }) => [item, qty])]).to.deep.equal([
      'expected',
      '2026-12-02',
      [
        ['STEEL', 51.5],
        ['BOX', 2],
      ],
    ]);
  });

  it('[MAT4] is not available when nothing covers a line, whatever arrives of others', () => {
    const status = statusOf({
      STEEL: { short: 2050.5, eta: '2026-12-01', covered: false },
      BOX: { short: 2, eta: '2026-11-26', covered: true },
    });
    expect(status).to.deep.equal({
      state: 'not_available',
      short: [
        { item: 'STEEL', qty: 2050.5, eta: null },
        { item: 'BOX', qty: 2, eta: '2026-11-26' },
      ],
      eta: null,
    });
  });

  it('[MAT5] is processed when nothing is left to make, or all of it is handed over', () => {
    const nothing = { short: 9, eta: null, covered: false };
    expect([
      statusOf({ STEEL: nothing }, { toMake: 0, issued: false }).state,
      statusOf({ STEEL: nothing }, { toMake: 100, issued: true }).state,
    ]).to.deep.equal(['processed', 'processed']);
  });

  it('[MAT6] is served by priority, then deadline, then number', () => {
    const rows = [
      order({ id: 'D', priority: null, due: '2026-11-01' }),
      order({ id: 'C', priority: 2, due: null }),
      order({ id: 'B', priority: 2, due: '2026-12-01' }),
      order({ id: 'A2', priority: 1, due: '2026-12-09' }),
      order({ id: 'A1', priority: 1, due: '2026-12-09' }),
    ];
    expect(rows.sort(servedFirst).map(({ id }) => id)).to.deep.equal(['A1', 'A2', 'B', 'C', 'D']);
  });

  it('[MAT6] is taken from stock first, then from what arrives earliest; who is served later gets what is left', () => {
    const found = allocateItem(
      {
        stock: 46,
        open: [
          { qty: 160, eta: '2026-12-02' },
          { qty: 20, eta: '2026-11-25' },
        ],
      },
      [
        { order: 'SO-4', qty: 22.5 },
        { order: 'SO-5', qty: 75 },
        { order: 'SO-6', qty: 130 },
        { order: 'SO-7', qty: 30 },
        { order: 'SO-8', qty: 1 },
      ],
    );
    // 51.5 takes the 20 that come first; 128.5 are left for SO-6.
    expect(Object.fromEntries(found)).to.deep.equal({
      'SO-4': { short: 0, eta: null, covered: true },
      'SO-5': { short: 51.5, eta: '2026-12-02', covered: true },
      'SO-6': { short: 130, eta: '2026-12-02', covered: false },
      'SO-7': { short: 30, eta: null, covered: false },
      'SO-8': { short: 1, eta: null, covered: false },
    });
  });

  it('[MAT6] no more is given away than there is', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), amounts, amounts, (stock, arrivals, needs) => {
        const open = arrivals.map((qty, index) => ({ qty, eta: `2026-12-${String(index + 1).padStart(2, '0')}` }));
        const found = allocateItem(
          { stock, open },
          needs.map((qty, index) => ({ order: `SO-${index}`, qty })),
        );
        const served = needs.reduce((sum, qty, index) => sum + qty - (found.get(`SO-${index}`)?.short ?? 0), 0);
        const promised = needs.reduce((sum, _, index) => {
          const one = found.get(`SO-${index}`);
          return one?.covered === true ? sum + one.short : sum;
        }, 0);
        const need = needs.reduce((sum, qty) => sum + qty, 0);
        return (
          served === Math.min(stock, need) &&
          promised <= arrivals.reduce((sum, qty) => sum + qty, 0) &&
          [...found.values()].every(({ short, eta, covered }) => (short > 0 && covered) === (eta !== null && covered))
        );
      }),
      { seed: 20261123 },
    );
  });
});
