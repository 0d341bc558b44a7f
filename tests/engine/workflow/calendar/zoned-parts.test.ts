import { expect } from 'chai';
import { zonedParts } from '../../../../engine/workflow/calendar/zoned-parts.ts';

describe('the parts of a moment in a zone', () => {
  it('[CAL16] the month is read in the zone, not in UTC', () => {
    const newYearInTaipei = Date.UTC(2026, 11, 31, 16, 5);
    expect(zonedParts('Asia/Taipei', newYearInTaipei)).to.deep.equal({
      yy: '27',
      MM: '01',
      date: '2027-01-01',
      time: '00:05',
    });
    expect(zonedParts('Europe/Madrid', newYearInTaipei)).to.deep.equal({
      yy: '26',
      MM: '12',
      date: '2026-12-31',
      time: '17:05',
    });
  });

  it('[CAL16] the time of day is the one that the wall shows, in summer too', () => {
    expect(zonedParts('Europe/Madrid', Date.UTC(2026, 5, 19, 22, 59, 59, 999))).to.include({
      date: '2026-06-20',
      time: '00:59',
    });
  });
});
