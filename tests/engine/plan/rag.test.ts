import { expect } from 'chai';
import { type RagFacts, type RagLimits, ragOf } from '../../../engine/plan/rag.ts';
import { calm, openCase, T_8 } from './plan-rows.ts';

const LIMITS: RagLimits = { thinSlackDays: 1, attainmentPct: 95, startDays: 2 };
const SHORT = [{ item: 'STEEL', qty: 5, eta: '2026-11-26' }];
const EXPECTED: RagFacts['material'] = { state: 'expected', short: SHORT, eta: '2026-11-26' };
const MISSING: RagFacts['material'] = { state: 'not_available', short: SHORT, eta: null };
const made = (changes: Partial<RagFacts['production']>): RagFacts['production'] => ({
  ...calm().production,
  ...changes,
});
const rag = (changes: Partial<RagFacts>) => {
  const { color, reasons } = ragOf(calm(changes), LIMITS);
  return [color, ...reasons.map(({ kind }) => kind)];
};

describe('the colour of an order', () => {
  it('[RAG1] is the first group that holds, with all its reasons and none of the others', () => {
    const worst: Partial<RagFacts> = {
      slack: -2,
      now: T_8 + 1,
      deadlineAt: T_8,
      material: MISSING,
      cases: [openCase()],
      attainmentPct: 10,
    };
    expect([
      rag({ ...worst, production: made({ status: 'done' }) }),
      rag({ ...worst, production: made({ status: 'order_review' }) }),
      rag({ ...worst, production: made({ status: 'blocked', planned: 90 }) }),
      rag({ cases: [openCase()], material: EXPECTED, slack: 0.5, attainmentPct: 10 }),
    ]).to.deep.equal([
      ['done', 'done'],
      ['in_review', 'in_review'],
      ['red', 'blocked', 'no_material', 'too_few', 'deadline_passed', 'late'],
      ['amber', 'nonconformity', 'material_expected', 'thin', 'behind_plan'],
    ]);
  });

  it('[RAG2] is done when all of it is made, however late it was', () => {
    expect(rag({ production: made({ status: 'done' }), slack: -9 })).to.deep.equal(['done', 'done']);
  });

  it('[RAG3] is in review until the order is approved, whatever is short', () => {
    expect(rag({ production: made({ status: 'order_review' }), material: MISSING })).to.deep.equal([
      'in_review',
      'in_review',
    ]);
  });

  it('[RAG4] is red once the deadline has passed, and not at that very moment', () => {
    expect([rag({ deadlineAt: T_8 }), rag({ deadlineAt: T_8 - 1 })]).to.deep.equal([
      ['green', 'on_track'],
      ['red', 'deadline_passed'],
    ]);
  });

  it('[RAG5] is red when slack is below zero, and says whether material is why', () => {
    const late = ragOf(calm({ slack: -3.6, materialLate: true }), LIMITS);
    expect(late).to.deep.equal({ color: 'red', reasons: [{ kind: 'late', days: 3.6, material: true }] });
    expect(rag({ slack: 0 })[0]).to.equal('amber');
  });

  it('[RAG6] is red when production is blocked, and says by what', () => {
    const blocked = ragOf(calm({ production: made({ status: 'blocked', blockedBy: 'first_article' }) }), LIMITS);
    expect(blocked).to.deep.equal({ color: 'red', reasons: [{ kind: 'blocked', by: 'first_article' }] });
  });

  it('[RAG7] is red when material is not available and the start is near; without a planned start it is now', () => {
    const colors = [-1, 0, 2, 3, null].map((startIn) => rag({ material: MISSING, startIn, attainmentPct: null })[0]);
    expect(colors.slice(1)).to.deep.equal(['red', 'red', 'green', 'red']);
    expect(colors[0]).to.equal('red');
  });

  it('[RAG8] is red while a shortage of tier S1 is open, and amber for a milder one', () => {
    const tiers = ['S1', 'S2', null].map((tier) => rag({ cases: [openCase({ kind: 'shortage', tier })] }));
    expect(tiers).to.deep.equal([
      ['red', 'worst_shortage'],
      ['amber', 'shortage'],
      ['amber', 'shortage'],
    ]);
  });

  it('[RAG9] is red when usable pieces and planned ones are fewer than ordered', () => {
    expect([
      rag({ production: made({ usable: 40, planned: 60 }) }),
      rag({ production: made({ usable: 40, planned: 59 }) }),
    ]).to.deep.equal([
      ['green', 'on_track'],
      ['red', 'too_few'],
    ]);
  });

  it('[RAG10] is amber when slack is below one working day', () => {
    expect([rag({ slack: 1 })[0], rag({ slack: 0.99 })]).to.deep.equal(['green', ['amber', 'thin']]);
  });

  it('[RAG11] is amber when material is expected, and says which and until when', () => {
    expect(ragOf(calm({ material: EXPECTED }), LIMITS)).to.deep.equal({
      color: 'amber',
      reasons: [{ kind: 'material_expected', items: ['STEEL'], eta: '2026-11-26' }],
    });
  });

  it('[RAG12] is amber when attainment to date is below 95 %', () => {
    expect([rag({ attainmentPct: 95 })[0], rag({ attainmentPct: 94.9 })]).to.deep.equal([
      'green',
      ['amber', 'behind_plan'],
    ]);
  });

  it('[RAG13] is amber while a nonconformity, a shortage or a failed first article is open', () => {
    const kinds = (['nonconformity', 'shortage', 'first_article', 'review', 'other'] as const).map(
      (kind) => rag({ cases: [openCase({ kind })] })[0],
    );
    expect(kinds).to.deep.equal(['amber', 'amber', 'amber', 'green', 'green']);
  });

  it('[RAG14] is amber when the day of the planned start is over and nothing was started', () => {
    expect([
      rag({ startIn: -1 }),
      rag({ startIn: 0 })[0],
      rag({ startIn: -1, production: made({ status: 'work_in_progress', started: true }) })[0],
    ]).to.deep.equal([['amber', 'start_passed'], 'green', 'green']);
  });

  it('[RAG15] is amber while a plan change waits for approval', () => {
    expect(rag({ cases: [openCase({ kind: 'plan_change' })] })).to.deep.equal(['amber', 'plan_change']);
  });

  it('[RAG16] is green otherwise, also without a deadline', () => {
    expect([rag({}), rag({ slack: null, deadlineAt: null, startIn: 5 })]).to.deep.equal([
      ['green', 'on_track'],
      ['green', 'on_track'],
    ]);
  });
});
