import { expect } from 'chai';
import { initials } from '../../../ui/components/initials.ts';

describe('initials of an avatar', () => {
  it('are the first letters of two words', () => {
    expect(initials('Lin Chih-hao')).to.equal('LC');
    expect(initials('Lucía Fernández de Soto')).to.equal('LF');
    expect(initials('émile')).to.equal('É');
  });

  it('are the surname alone for a Chinese name', () => {
    expect(initials('林志豪')).to.equal('林');
  });

  it('leave out a Chinese name that stands beside the Latin one', () => {
    expect(initials('Wu Chun-chieh 吳俊傑')).to.equal('WC');
  });

  it('are empty for an empty name', () => {
    expect(initials('  ')).to.equal('');
  });
});
