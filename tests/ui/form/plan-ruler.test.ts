import { expect } from 'chai';
import { planRuler } from '../../../ui/form/plan-ruler.ts';

const RULER = {
  field: 'committed_date',
  marks: [
    { label: 'Asked', date: '2026-12-11' },
    { label: 'Material', date: '2026-11-23' },
    { label: 'Finish', date: '2026-12-04' },
  ],
  from: '2026-12-04',
  to: '2026-12-11',
};

describe('the date ruler', () => {
  it('marks stand in the order of their dates, the good part between its two ends', () => {
    // when
    const plan = planRuler(RULER, null);

    // then
    expect(plan?.marks.map((mark) => mark.label)).to.deep.equal(['Material', 'Finish', 'Asked']);
    const [, finish, asked] = plan?.marks ?? [];
    expect(plan?.good?.start).to.equal(finish?.at);
    expect((plan?.good?.start ?? 0) + (plan?.good?.width ?? 0)).to.be.closeTo(asked?.at ?? 0, 0.05);
  });

  for (const [date, lies] of [
    ['2026-12-03', 'early'],
    ['2026-12-04', 'good'],
    ['2026-12-11', 'good'],
    ['2026-12-12', 'late'],
  ] as const) {
    it(`${date} lies ${lies}`, () => {
      expect(planRuler(RULER, date)?.yours?.lies).to.equal(lies);
    });
  }

  it('an answer far away stays at the edge and does not press the marks together', () => {
    // when
    const plan = planRuler(RULER, '2099-01-01');

    // then
    expect(plan?.yours?.at).to.be.at.most(99);
    expect((plan?.marks[2]?.at ?? 0) - (plan?.marks[0]?.at ?? 0)).to.be.greaterThan(40);
  });

  it('words of marks that are near stand on two lines', () => {
    // given
    const near = { ...RULER, marks: [...RULER.marks, { label: 'Promised', date: '2026-12-05' }] };

    // when
    const low = planRuler(near, null)
      ?.marks.filter((mark) => mark.low)
      .map((mark) => mark.label);

    // then
    expect(low).to.deep.equal(['Promised']);
  });

  it('without any date there is nothing to draw', () => {
    expect(planRuler({ ...RULER, marks: [], from: null, to: null }, '2026-12-04')).to.equal(null);
  });

  it('an answer that is half typed is not placed', () => {
    expect(planRuler(RULER, '2026-1')?.yours).to.equal(null);
  });
});
