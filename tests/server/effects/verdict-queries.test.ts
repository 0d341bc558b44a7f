import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { CASE_BY_NUMBER } from '../../../server/effects/queries/case-by-number.ts';
import type { QueryParts } from '../../../server/effects/query.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { askQuery as ask, type Rows } from './ask-query.ts';

const CLASSES = [
  { class: 'critical', n: 1, ac: 0, re: 1 },
  { class: 'major', n: 3, ac: 1, re: 2 },
  { class: 'minor', n: 2, ac: 0, re: 1 },
];
const GAUGE = { id: 'G1', name: { en: 'G1' }, type: 'caliper', status: 'in_service' };

describe('the verdict of an inspection', () => {
  const photo = { id: 'f1', name: 'a.jpg', size: 1, type: 'image/jpeg', sha256: '0' };
  const row = (values: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
    no: 1,
    characteristic: 'P1-1',
    name: 'Hole',
    class: 'major',
    kind: 'variable',
    n: values.length,
    lsl: 10.4,
    usl: 10.7,
    unit: 'mm',
    gauge: 'G1',
    values,
    ...more,
  });
  const judged = async (given: JsonObject, rows: Rows = { gauges: [GAUGE] }) =>
    (await ask(rows, 'inspection-verdict', {
      classes: CLASSES,
      defect_codes: { 'P1-1': 'DIM-02', 'ALL-90': 'SUR-01' },
      measurements: [],
      ...given,
    })) as JsonObject;

  it('[PI4] counts nonconforming pieces for each class from the values, whatever anybody says of them', async () => {
    // given: the second piece fails twice, and claims to be good
    const measurements = [
      row([
        { piece: 3, value: 10.4 },
        { piece: 7, value: 10.71, ok: true },
        { piece: 5, value: 10.3 },
      ]),
      row(
        [
          { piece: 3, ok: true },
          { piece: 7, ok: false },
          { piece: 5, ok: true },
        ],
        {
          no: 2,
          characteristic: 'P1-2',
          kind: 'attribute',
          lsl: null,
          usl: null,
        },
      ),
      row([{ piece: 3, ok: false }], { no: 90, characteristic: 'ALL-90', class: 'minor', kind: 'attribute' }),
    ];

    // then
    const verdict = await judged({ measurements });
    expect(verdict['found']).to.deep.equal({ critical: 0, major: 2, minor: 1 });
    expect(verdict['results']).to.deep.equal([
      { class: 'major', n: 3, ac: 1, re: 2, found: 2 },
      { class: 'minor', n: 2, ac: 0, re: 1, found: 1 },
    ]);
  });

  it('[PI5] what failed becomes a line of a report: code, requirement, what was found on which piece, and the photos', async () => {
    // when
    const verdict = await judged({
      measurements: [
        row([
          { piece: 3, value: 10.5 },
          { piece: 7, value: 10.9, photo: [photo] },
        ]),
        row([{ piece: 3, ok: false }], {
          no: 90,
          characteristic: 'ALL-90',
          name: 'Looks',
          class: 'minor',
          kind: 'attribute',
          lsl: null,
          usl: null,
        }),
      ],
    });

    // then
    expect(verdict['defect_lines']).to.deep.equal([
      {
        defect_code: 'DIM-02',
        characteristic: 'Hole',
        requirement: '10.4 – 10.7 mm',
        actual: '10.9 (#7)',
        qty: 1,
        severity: 'major',
      },
      { defect_code: 'SUR-01', characteristic: 'Looks', requirement: 'OK', actual: '#3', qty: 1, severity: 'minor' },
    ]);
    expect(verdict['photos']).to.deep.equal([photo]);
  });

  it('[PI4] of a sample that is counted, bad pieces are listed, and each counts once in its class', async () => {
    // when
    const verdict = await judged({
      counted: [
        { no: 1, characteristic: 'P1-1', name: 'Hole', class: 'major', lsl: 10.4, unit: 'mm', n: 600, gauge: 'G1' },
        { no: 2, characteristic: 'P1-2', name: 'Edge', class: 'major', usl: 2, n: 600 },
      ],
      bad_pieces: [
        { no: 1, piece: 17, value: 10.2 },
        { no: 2, piece: 17, value: 3 },
        { no: 1, piece: 401, value: 10.1, photo: [photo] },
      ],
    });

    // then
    expect(verdict['found']).to.deep.equal({ critical: 0, major: 2, minor: 0 });
    expect(
      (verdict['defect_lines'] as readonly JsonObject[]).map((line) => [line['requirement'], line['actual']]),
    ).to.deep.equal([
      ['≥ 10.4 mm', '10.2 (#17), 10.1 (#401)'],
      ['≤ 2', '3 (#17)'],
    ]);
    expect(verdict['photos']).to.deep.equal([photo]);
  });

  it('[PI3] a gauge that was locked meanwhile is named', async () => {
    const measurements = [row([{ piece: 3, value: 10.5 }])];
    const locked = { gauges: [{ ...GAUGE, status: 'overdue_locked' }] };
    expect((await judged({ measurements }))['locked']).to.deep.equal([]);
    expect((await judged({ measurements }, locked))['locked']).to.deep.equal(['G1']);
  });
});

describe('lots in the warehouse', () => {
  const lane = (id: string, more: JsonObject) => ({ id, name: { en: id }, zone: 'finished', ...more });
  const locations = [
    lane('F2', { lane: 2 }),
    lane('F1', { lane: 1, capacity: 100 }),
    lane('R1', { lane: 1, zone: 'raw' }),
  ];
  const lot = (id: string, more: JsonObject) => ({ id, product: 'P1', qty: 60, status: 'released', ...more });

  it('[PI6] a lot goes to the lane where its product stands and has room, else to the first empty one', async () => {
    const where = async (lots: readonly (JsonObject & { readonly id: string })[], qty = 50) =>
      ((await ask({ locations, lots }, 'put-away', { product: 'P1', qty, zone: 'finished' })) as JsonObject)[
        'suggested'
      ];
    expect(await where([])).to.equal('F1');
    expect(await where([lot('L1', { location: 'F2' })])).to.equal('F2');
    expect(await where([lot('L1', { location: 'F1', product: 'P2' })])).to.equal('F2');
    expect(await where([lot('L1', { location: 'F1' })], 40)).to.equal('F1');
    expect(await where([lot('L1', { location: 'F1' })], 41)).to.equal('F2');
    expect(await where([lot('L1', { location: 'F1', status: 'shipped' })], 100)).to.equal('F1');
  });

  it('[PI7] lots of an order that may leave come oldest first; held, unreleased and shipped ones do not', async () => {
    // given
    const orders = [{ id: 'SO1', customer: 'C1', product: 'P1', qty: 200, good_in_stock: 0, sales_rep: 'U08' }];
    const customers = [{ id: 'C1', name: { en: 'C' }, credit_flag: true }];
    const lots = [
      lot('L3', { order: 'SO1', stored_at: '2026-11-20T01:00:00Z' }),
      lot('L2', { order: 'SO1', stored_at: '2026-11-21T01:00:00Z', concession: 'NCR-1', location: 'F1' }),
      lot('L4', { order: 'SO1', holds: ['NCR-2'] }),
      lot('L5', { order: 'SO1', status: 'accepted' }),
      lot('L8', { order: 'SO1', shipped_to: 'SHP-1' }),
      lot('L9', { order: 'SO1', status: 'hold' }),
      lot('L6', { order: 'SO1', status: 'shipped', qty: 30 }),
      lot('L7', { order: 'SO2' }),
    ];

    // when
    const answer = await ask({ orders, customers, lots }, 'lots-to-ship', { order: 'SO1' });

    // then
    expect(answer).to.deep.equal({
      product: 'P1',
      product_name: null,
      customer_name: 'C',
      drawing_no: null,
      drawing_rev: null,
      customer: 'C1',
      credit_ok: false,
      ordered: 200,
      lots: [
        { lot: 'L3', qty: 60 },
        { lot: 'L2', qty: 60, location: 'F1', concession: 'NCR-1' },
      ],
      qty: 120,
      short: 50,
      sales_reps: ['U08'],
    });
    const mine = (await ask({ orders, lots }, 'lots-to-ship', { order: 'SO1', me: 'SHP-1' })) as JsonObject;
    expect((mine['lots'] as readonly JsonObject[]).map((one) => one['lot'])).to.include('L8');
    expect(await ask({}, 'lots-to-ship', { order: 'SO9' })).to.equal(
      'There is no order "SO9". Name one of the list of orders.',
    );
  });
});

describe('a case by its number', () => {
  it('[PI8] is found whole, not by a part, and not in another workflow', async () => {
    // given
    const store = { ...openMemoryStore() };
    const rows = ['CAR-2611-0011', 'CAR-2611-001'].map((number) => ({ id: number, number, status: 'done', end: null }));
    store.listInstances = async ({ workflow, q }) => ({
      items: (workflow === 'capa-8d' ? rows.filter(({ number }) => number.includes(q ?? '')) : []) as never,
      next: null,
    });
    const find = (workflow: string, number: string) =>
      CASE_BY_NUMBER.run({ workflow, number }, { store } as unknown as QueryParts);

    // then
    expect(await find('capa-8d', ' CAR-2611-001 ')).to.deep.equal({
      id: 'CAR-2611-001',
      number: 'CAR-2611-001',
      status: 'done',
      end: null,
    });
    expect([await find('capa-8d', 'CAR-2611'), await find('order-review', 'CAR-2611-001')]).to.deep.equal([null, null]);
  });
});
