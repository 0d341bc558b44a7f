import { expect } from 'chai';
import { matching, mentionAt } from '../../../ui/pages/case/mention-word.ts';

const PEOPLE = [{ name: 'Lin Chih-hao' }, { name: 'Lucía Fernández' }, { name: '林志豪' }];

describe('a mention that is being typed', () => {
  it('goes from its @ to the caret', () => {
    expect(mentionAt('Ask @lu', 7)).to.deep.equal({ from: 4, to: 7, typed: 'lu' });
    expect(mentionAt('請問，@林', 5)?.typed).to.equal('林');
  });

  it('is none without an @, within an address, or on another line', () => {
    expect(mentionAt('Ask lu', 6)).to.equal(null);
    expect(mentionAt('a@b', 3)).to.equal(null);
    expect(mentionAt('@lu\nand', 7)).to.equal(null);
  });

  it('finds people by the beginning of any part of their name, and nobody who is named already', () => {
    expect(matching(PEOPLE, '')).to.have.length(3);
    expect(matching(PEOPLE, 'FER').map(({ name }) => name)).to.deep.equal(['Lucía Fernández']);
    expect(matching(PEOPLE, '林').map(({ name }) => name)).to.deep.equal(['林志豪']);
    expect(matching(PEOPLE, 'Lin Chih-hao')).to.deep.equal([]);
  });
});
