import { expect } from 'chai';
import * as fc from 'fast-check';
import { isEngineError } from '../../../../engine/model/engine-error.ts';
import { compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays, productionDateAt } from '../../../../engine/workflow/calendar/working-days.ts';
import { calendarOf, everyDay, momentOf } from './calendar-files.ts';

const FLOOR = calendarOf('floor-2shift');

describe('working days', () => {
  it('[CAL14] days forward and back again lead to the working day they began on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(300), (count, step) => {
        const date = addWorkingDays(FLOOR, '2026-01-02', step);
        expect(addWorkingDays(FLOOR, addWorkingDays(FLOOR, date, count), -count)).to.equal(date);
      }),
      { seed: 20_261_125 },
    );
  });

  it('[CAL10] an exception makes a Saturday a working day and a holiday too', () => {
    // given
    const file = everyDay('made-up', 'Asia/Taipei', [['08:00', '12:00']]);
    const week = [...Array.from({ length: 5 }, () => [['08:00', '12:00']] as const), [], []];
    const calendar = compileCalendar({
      ...file,
      week,
      holidays: ['2026-12-25'],
      exceptions: { '2026-12-05': [['08:00', '12:00']], '2026-12-25': [['08:00', '10:00']], '2026-12-07': [] },
    });

    // then
    expect(addWorkingDays(calendar, '2026-12-04', 1)).to.equal('2026-12-05');
    expect(addWorkingDays(calendar, '2026-12-05', 1)).to.equal('2026-12-08');
    expect(addWorkingDays(calendar, '2026-12-24', 1)).to.equal('2026-12-25');
  });

  it('[CAL5] the production day is that of the open shift, else of the next opening', () => {
    const days = (text: string): string => productionDateAt(FLOOR, momentOf(FLOOR.zone, text));
    expect(days('2026-11-27 20:45')).to.equal('2026-11-27');
    expect(days('2026-11-28 00:30')).to.equal('2026-11-27');
    expect(days('2026-11-28 01:30')).to.equal('2026-11-27');
    expect(days('2026-11-28 01:31')).to.equal('2026-11-30');
    expect(days('2026-12-25 01:00')).to.equal('2026-12-24');
    expect(days('2026-12-25 09:00')).to.equal('2026-12-28');
  });

  it('[CAL14] a text that is no date is a bug of the caller', () => {
    expect(() => addWorkingDays(FLOOR, '2026-02-30', 1)).to.throw('"2026-02-30" is no date.');
  });

  it('[CAL11] days beyond ten years are refused', () => {
    let error: unknown;
    try {
      addWorkingDays(FLOOR, '2026-11-25', -2_700);
    } catch (thrown) {
      error = thrown;
    }
    expect(isEngineError(error, 'expression.failed')).to.equal(true);
  });
});
