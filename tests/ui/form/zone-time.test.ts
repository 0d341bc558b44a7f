import { expect } from 'chai';
import { localTimeOf, momentOf } from '../../../ui/form/zone-time.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe('a moment on the clocks of the plant', () => {
  it('a local time becomes the moment that the plant means', () => {
    expect(iso(momentOf('2026-11-23T10:42', 'Asia/Taipei'))).to.equal('2026-11-23T02:42:00.000Z');
  });

  it('and back', () => {
    expect(localTimeOf(Date.parse('2026-11-23T02:42:00Z'), 'Asia/Taipei')).to.equal('2026-11-23T10:42');
  });

  it('midnight is 00:00 of the new day', () => {
    expect(localTimeOf(Date.parse('2026-11-22T16:00:00Z'), 'Asia/Taipei')).to.equal('2026-11-23T00:00');
  });

  it('summer and winter time are each their own', () => {
    expect(iso(momentOf('2026-07-01T12:00', 'Europe/Madrid'))).to.equal('2026-07-01T10:00:00.000Z');
    expect(iso(momentOf('2026-12-01T12:00', 'Europe/Madrid'))).to.equal('2026-12-01T11:00:00.000Z');
  });

  it('in the hour that comes twice, the first is meant', () => {
    expect(iso(momentOf('2026-10-25T02:30', 'Europe/Madrid'))).to.equal('2026-10-25T00:30:00.000Z');
  });

  it('in the hour that does not come, the time after the gap is meant', () => {
    // when
    const at = momentOf('2026-03-29T02:30', 'Europe/Madrid');

    // then
    expect(localTimeOf(at ?? 0, 'Europe/Madrid')).to.equal('2026-03-29T03:30');
  });

  it('what is no time is no moment', () => {
    expect(momentOf('', 'Asia/Taipei')).to.equal(null);
  });
});
