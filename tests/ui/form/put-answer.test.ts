import { expect } from 'chai';
import type { Json } from '../../../engine/model/json.ts';
import { answerAt, putAnswer } from '../../../ui/form/put-answer.ts';

describe('changing one answer', () => {
  it('an answer is put where its path leads, and nothing else changes', () => {
    // given
    const answers = { lines: [{ qty: 1 }, { qty: 2 }], note: 'x' };

    // when
    const changed = putAnswer(answers, ['lines', 1, 'qty'], 5);

    // then
    expect(changed).to.deep.equal({ lines: [{ qty: 1 }, { qty: 5 }], note: 'x' });
    expect(answers.lines[1]).to.deep.equal({ qty: 2 });
  });

  for (const [nothing, value] of [
    ['undefined', undefined],
    ['an empty text', ''],
    ['an empty list', []],
  ] as readonly (readonly [string, Json | undefined])[]) {
    it(`${nothing} is no answer`, () => {
      expect(putAnswer({ a: 1, b: 2 }, ['b'], value)).to.deep.equal({ a: 1 });
    });
  }

  it('no and zero are answers', () => {
    expect(putAnswer(putAnswer({}, ['yes'], false), ['number'], 0)).to.deep.equal({ yes: false, number: 0 });
  });

  it('a row that loses its last answer stays a row', () => {
    expect(putAnswer({ lines: [{ qty: 1 }] }, ['lines', 0, 'qty'], undefined)).to.deep.equal({ lines: [{}] });
  });

  it('an object that loses its last answer is no answer', () => {
    expect(putAnswer({ ship: { town: 'Hull' }, a: 1 }, ['ship', 'town'], '')).to.deep.equal({ a: 1 });
  });

  it('an answer is read only where it stands itself', () => {
    expect(answerAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).to.equal(1);
    expect(answerAt({}, ['toString'])).to.equal(undefined);
  });
});
