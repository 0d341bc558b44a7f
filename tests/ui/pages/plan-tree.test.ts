import { expect } from 'chai';
import type { LotNodeView } from '../../../server/services/views/lot-view.ts';
import { BOX, cutText, planTree } from '../../../ui/pages/lot/plan-tree.ts';

const node = (id: string, ...next: readonly LotNodeView[]): LotNodeView => ({
  ...{ kind: 'lot', id, product: null, status: null, qty: 1, cut: false },
  next,
});

describe('the picture of where a lot comes from', () => {
  it('stands from left to right as the goods went, nothing on top of another', () => {
    // when
    const plan = planTree({
      parents: [node('bar', node('melt')), node('box')],
      children: [node('half', node('a'), node('b'), node('c'))],
    });

    // then
    const at = new Map(plan.boxes.map((box) => [box.node?.id ?? 'lot', box]));
    const columns = ['melt', 'bar', 'lot', 'half', 'a'].map((id) => at.get(id)?.x ?? -1);
    expect(columns).to.deep.equal(columns.toSorted((one, other) => one - other));
    expect(new Set(columns).size).to.equal(5);
    for (const one of plan.boxes)
      for (const other of plan.boxes)
        if (one !== other && one.x === other.x)
          expect(Math.abs(one.y - other.y), `${one.key} ${other.key}`).to.be.at.least(BOX.height);
    for (const { x, y } of plan.boxes) {
      expect(x + BOX.width).to.be.at.most(plan.width);
      expect(y + BOX.height).to.be.at.most(plan.height);
      expect(Math.min(x, y)).to.be.at.least(0);
    }
    for (const { from, to } of plan.lines) expect(from.x).to.be.lessThan(to.x);
    expect(plan.lines).to.have.length(plan.boxes.length - 1);
  });

  it('a lot of which nothing is known stands alone', () => {
    const plan = planTree({ parents: [], children: [] });
    expect(plan.boxes).to.have.length(1);
    expect(plan.lines).to.deep.equal([]);
  });

  it('a long name is cut where the box ends; a Chinese letter is twice as wide', () => {
    expect(cutText('Drive shaft', 20)).to.equal('Drive shaft');
    expect(cutText('Drive shaft', 6)).to.equal('Drive…');
    expect(cutText('油壓歧管塊', 6)).to.equal('油壓歧…');
  });
});
