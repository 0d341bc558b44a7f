import { expect } from 'chai';
import { inFileOrder } from '../../../engine/lint/file-order.ts';
import { didYouMean } from '../../../engine/lint/suggest.ts';

describe('helping with a problem', () => {
  it('the nearest name is suggested, and a far one is not', () => {
    const known = ['order-review', 'order-decision', 'approval'];
    expect(didYouMean('order-reveiw', known)).to.equal(' Did you mean "order-review"?');
    expect(didYouMean('aproval', known)).to.equal(' Did you mean "approval"?');
    expect(didYouMean('negotiation', known)).to.equal('');
    expect(didYouMean('ab', ['xy'])).to.equal('');
  });

  it('problems stand in the order of the file, what is missing where it belongs, and none twice', () => {
    const problem = (path: string) => ({ path, code: 'x', message: 'x' });
    const file = { b: { c: [1, 2] }, a: 1 };
    const sorted = inFileOrder(file, ['/a', '/b/c/1', '/b/missing', '/b', '/b/c/1', '/b/c/0'].map(problem));
    expect(sorted.map(({ path }) => path)).to.deep.equal(['/b/missing', '/b', '/b/c/0', '/b/c/1', '/a']);
  });
});
