import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DateTime } from 'luxon';
import { addDuration } from '../../../../engine/workflow/calendar/add-duration.ts';
import { parseDuration } from '../../../../engine/workflow/calendar/duration.ts';
import { addWorkingDays } from '../../../../engine/workflow/calendar/working-days.ts';
import { calendarOf, momentOf } from './calendar-files.ts';

// The guide is the fixture: each row of its tables says what it promises.
const ROWS = readFileSync('docs/time.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| CAL'))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('`', '').trim()),
  );

const DURATION_ROWS = ROWS.filter((row) => row.length === 6);
const DATE_ROWS = ROWS.filter((row) => row.length === 5);

describe('the guide to working time', () => {
  for (const [rule = '', id = '', from = '', duration = '', until = ''] of DURATION_ROWS) {
    it(`[${rule}] ${duration} on ${id} from ${from} lasts until ${until}`, () => {
      // given
      const calendar = calendarOf(id);
      const parsed = parseDuration(duration);
      if (parsed.kind === 'refused') throw new Error(parsed.problem.message);

      // when
      const endAt = addDuration(calendar, momentOf(calendar.zone, from.slice(4)), parsed.duration);

      // then
      expect(
        DateTime.fromMillis(endAt, { zone: calendar.zone, locale: 'en' }).toFormat('ccc yyyy-MM-dd HH:mm'),
      ).to.equal(until);
    });
  }

  for (const [rule = '', id = '', from = '', days = '', until = ''] of DATE_ROWS) {
    it(`[${rule}] T${days} on ${id} with T = ${from} is ${until}`, () => {
      // when
      const date = addWorkingDays(calendarOf(id), from.slice(4), Number(days));

      // then
      expect(DateTime.fromISO(date, { locale: 'en' }).toFormat('ccc yyyy-MM-dd')).to.equal(until);
    });
  }

  it('[CAL4] the guide has rows for durations and for dates', () => {
    expect(DURATION_ROWS).to.have.length.above(40);
    expect(DATE_ROWS).to.have.length.above(5);
  });

  it('[CAL2] the guide writes the right weekday before each date it begins from', () => {
    for (const [, , from = ''] of ROWS) {
      expect(DateTime.fromISO(from.slice(4, 14), { locale: 'en' }).toFormat('ccc'), from).to.equal(from.slice(0, 3));
    }
  });
});
