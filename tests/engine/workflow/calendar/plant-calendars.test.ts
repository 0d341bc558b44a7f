import { expect } from 'chai';
import { LANGUAGES } from '../../../../engine/model/language.ts';
import { compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import { lintCalendar } from '../../../../engine/workflow/calendar/lint-calendar.ts';
import { workingMsBetween } from '../../../../engine/workflow/calendar/working-time.ts';
import { momentOf, PLANT_FILES } from './calendar-files.ts';

const HOUR = 3_600_000;
const HOURS_A_DAY = { 'floor-2shift': 16, 'floor-1shift': 8, 'floor-3shift': 24, office: 8, always: 24 } as const;

describe('the calendars that ship with the product', () => {
  it('[CAL17] they are five, without problems, titled in every language', () => {
    expect(PLANT_FILES.map((file) => file.id)).to.deep.equal(Object.keys(HOURS_A_DAY));
    for (const file of PLANT_FILES) {
      expect(lintCalendar(file), file.id).to.deep.equal([]);
      for (const language of LANGUAGES)
        expect(file.title[language], `${file.id} in ${language}`).to.be.a('string').that.is.not.empty;
    }
  });

  for (const file of PLANT_FILES) {
    it(`[CAL17] ${file.id} has the promised hours a working day, and none on a holiday unless it is always`, () => {
      // given
      const calendar = compileCalendar(file);
      const from = (date: string): number => momentOf(file.zone, `${date} 08:00`);
      const hoursOf = (date: string): number => workingMsBetween(calendar, from(date), from(date) + 24 * HOUR) / HOUR;

      // then: 24 hours from 08:00 hold one production day of each calendar
      expect(hoursOf('2026-11-25')).to.equal(HOURS_A_DAY[file.id as keyof typeof HOURS_A_DAY]);
      expect(hoursOf('2026-12-25')).to.equal(file.id === 'always' ? 24 : 0);
      expect(hoursOf('2027-02-08')).to.equal(file.id === 'always' ? 24 : 0);
    });
  }
});
