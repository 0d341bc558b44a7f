import { expect } from 'chai';
import { attainmentBand, attainmentOf } from '../../../engine/plan/attainment.ts';
import {
  deadlineOf,
  type FloorTime,
  forecastFinish,
  openFloorTime,
  slackDays,
} from '../../../engine/plan/floor-time.ts';
import { productionOf } from '../../../engine/plan/production.ts';
import { zoneOf } from '../../../engine/plan/zones.ts';
import { textOf } from '../workflow/calendar/calendar-files.ts';
import { at, FLOOR, lot, order, PRODUCT, RATES, T_8, workOrder } from './plan-rows.ts';

const NOW: FloorTime = openFloorTime(FLOOR, T_8, RATES);
const forecast = (input: Partial<Parameters<typeof forecastFinish>[1]>, time: FloorTime = NOW): string =>
  textOf(
    'Asia/Taipei',
    forecastFinish(time, { start: null, materialEta: null, hoursLeft: 0, subcontractDays: 0, ...input }),
  );
const progress = (changes: Partial<Parameters<typeof productionOf>[0]> = {}) =>
  productionOf({ order: order(), product: PRODUCT, workOrders: [workOrder()], lots: [], ...changes });

describe('the forecast of an order', () => {
  it('[FOR1] counts the hours left at 85 % and 15.33 net hours a day, from now', () => {
    // 13.03 standard hours are one full day of 16 working hours.
    const day = 0.85 * (920 / 60);
    expect([
      forecast({ hoursLeft: day / 2 }),
      forecast({ hoursLeft: day }),
      forecast({ hoursLeft: day * 1.5 }),
    ]).to.deep.equal(['2026-11-23 17:00', '2026-11-24 01:30', '2026-11-24 17:00']);
  });

  it('[FOR1] begins at the latest of now, planned start and material, at the opening of those days', () => {
    const noon = openFloorTime(FLOOR, at('2026-11-25 12:00'), RATES);
    expect([
      forecast({ start: '2026-11-25', materialEta: '2026-11-24' }),
      forecast({ start: '2026-11-25', materialEta: '2026-11-28' }),
      forecast({ start: '2026-11-25' }, noon),
    ]).to.deep.equal(['2026-11-25 08:00', '2026-11-30 08:00', '2026-11-25 12:00']);
  });

  it('[FOR1] adds the subcontractor’s working days at the end', () => {
    expect(forecast({ start: '2026-11-26', subcontractDays: 4 })).to.equal('2026-12-02 08:00');
  });

  it('[FOR2] slack is in full working days, over nights, weekends and holidays, and negative when it is late', () => {
    const from = (text: string, due: string): number => slackDays(NOW, at(text), deadlineOf(NOW, due));
    expect([
      from('2026-11-23 08:00', '2026-11-23'),
      from('2026-11-27 17:00', '2026-11-30'),
      from('2026-12-24 17:00', '2026-12-28'),
      from('2026-11-25 17:00', '2026-11-24'),
    ]).to.deep.equal([0.5, 1, 1, -1]);
  });

  it('[FOR3] what is left are the missing pieces; setting up counts until the first piece', () => {
    const fresh = progress();
    const begun = progress({ workOrders: [workOrder({ good: 40, scrap: 2, qty: 102, status: 'running' })] });
    expect([fresh.hours, fresh.hoursLeft, begun.hours, begun.hoursLeft, begun.toMake]).to.deep.equal([
      16, 16, 16, 9, 60,
    ]);
    expect(progress({ product: { ...PRODUCT, routing: [] }, order: order({ hoursLeft: 7.5 }) }).hoursLeft).to.equal(
      7.5,
    );
    expect(progress({ order: order({ done: true }) }).hoursLeft).to.equal(0);
  });
});

describe('how far an order is', () => {
  it('[RAG2] it is done when the workshop has made all of it', () => {
    expect([
      progress({ workOrders: [workOrder({ good: 100, status: 'done' })] }).status,
      progress({ workOrders: [workOrder({ good: 99, status: 'done' })] }).status,
      progress({ order: order({ done: true }) }).status,
    ]).to.deep.equal(['done', 'partially_complete', 'done']);
  });

  it('[RAG6] a blocked order to the workshop blocks it, and says by what', () => {
    const blocked = progress({ workOrders: [workOrder({ status: 'blocked', blockedBy: 'first_article' })] });
    expect([blocked.status, blocked.blockedBy, progress().status, progress().blockedBy]).to.deep.equal([
      'blocked',
      'first_article',
      'not_started',
      null,
    ]);
  });

  it('[RAG9] scrap is missing until more is planned; pieces on hold do not count as usable', () => {
    const works = [workOrder({ good: 40, scrap: 4, qty: 100, status: 'running' })];
    const of = (lots: readonly ReturnType<typeof lot>[]) => {
      const { usable, planned } = progress({ workOrders: works, lots });
      return [usable, planned];
    };
    expect([
      of([]),
      of([lot()]),
      of([lot({ held: true })]),
      of([lot({ qty: 30 }), lot({ id: 'LOT-2', qty: 6, held: true })]),
      of([lot(), lot({ id: 'LOT-3', qty: 4, held: true })]),
      of([lot(), lot({ id: 'LOT-4', qty: 4, held: true, gone: true })]),
    ]).to.deep.equal([
      [40, 56],
      [40, 56],
      [0, 56],
      [34, 56],
      [40, 56],
      [40, 56],
    ]);
  });
});

describe('attainment and zones', () => {
  it('[ATT1] a line counts at most as planned, without a report as nothing; without a plan there is none', () => {
    expect(attainmentOf([])).to.equal(null);
    expect(
      attainmentOf([
        { qty: 30, good: 22 },
        { qty: 10, good: 40 },
        { qty: 10, good: null },
      ]),
    ).to.deep.equal({ planned: 50, good: 32, pct: 64 });
  });

  it('[ATT2] 95 % is green, 90 % amber, less is red', () => {
    const bands = [100, 95, 94.99, 90, 89.99].map((pct) => attainmentBand(pct, { greenPct: 95, amberPct: 90 }));
    expect(bands).to.deep.equal(['green', 'green', 'amber', 'amber', 'red']);
  });

  it('[ZON1] today and two working days are frozen, up to the tenth slushy, then liquid', () => {
    const zones = [-1, 0, 2, 3, 10, 11].map((days) => zoneOf(days, { frozen: 2, slushy: 10 }));
    expect(zones).to.deep.equal(['frozen', 'frozen', 'frozen', 'slushy', 'slushy', 'liquid']);
  });
});
