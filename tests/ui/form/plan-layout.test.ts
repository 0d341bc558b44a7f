import { expect } from 'chai';
import { inFormOrder, planLayout } from '../../../ui/form/plan-layout.ts';
import type { ShownField } from '../../../ui/form/resolve-fields.ts';

const field = (name: string): ShownField => ({ name, schema: {}, required: false, neededFor: [], usedFor: [] });
const shape = (plan: ReturnType<typeof planLayout>) =>
  plan.blocks.map((block) => [block.title, block.fields.map(({ name }) => name)]);

describe('where the fields of a form stand', () => {
  it('fields stand in their sections, and those named nowhere at the end', () => {
    // when
    const plan = planLayout(
      { help: null, layout: [{ section: 'Who', fields: ['b', 'a'] }] },
      ['a', 'b', 'c'].map(field),
    );

    // then
    expect(shape(plan)).to.deep.equal([
      ['Who', ['b', 'a']],
      [null, ['c']],
    ]);
  });

  it('a section whose fields are all hidden is left out', () => {
    expect(shape(planLayout({ help: null, layout: [{ section: 'Who', fields: ['x'] }] }, [field('a')]))).to.deep.equal([
      [null, ['a']],
    ]);
  });

  it('a table belongs to the section before it and keeps its columns', () => {
    // when
    const plan = planLayout(
      {
        help: null,
        layout: [
          { section: 'Who', fields: ['a'] },
          { table: 'lines', columns: ['qty'] },
        ],
      },
      ['a', 'lines'].map(field),
    );

    // then
    expect(shape(plan)).to.deep.equal([['Who', ['a', 'lines']]]);
    expect(plan.columns.get('lines')).to.deep.equal(['qty']);
  });

  it('facts and opinions are not the form’s', () => {
    expect(
      shape(planLayout({ help: null, layout: [{ facts: ['/a'] }, { opinions: ['x'] }] }, [field('a')])),
    ).to.deep.equal([[null, ['a']]]);
  });

  it('what the author says of the form stands with its first section', () => {
    expect(
      planLayout({ help: 'Do not promise.', layout: [{ section: 'Who', fields: ['a'] }] }, [field('a')]).blocks[0]
        ?.help,
    ).to.equal('Do not promise.');
  });

  it('problems are told in the order of the page', () => {
    // given
    const plan = planLayout(
      {
        help: null,
        layout: [
          { section: 'Who', fields: ['b'] },
          { table: 'lines', columns: ['qty', 'item'] },
        ],
      },
      ['a', 'b', 'lines'].map(field),
    );
    const problems = ['/a', '/lines/1/qty', '/lines/0/item', '/lines/0/qty', '/b', ''].map((path) => ({ path }));

    // when
    const told = inFormOrder(problems, plan).map(({ path }) => path);

    // then
    expect(told).to.deep.equal(['', '/b', '/lines/0/qty', '/lines/0/item', '/lines/1/qty', '/a']);
  });
});
