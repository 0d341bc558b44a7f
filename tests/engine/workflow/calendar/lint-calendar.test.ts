import { expect } from 'chai';
import * as fc from 'fast-check';
import type { CalendarFile } from '../../../../engine/model/person.ts';
import { compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import { lintCalendar } from '../../../../engine/workflow/calendar/lint-calendar.ts';
import { calendarArbitrary, everyDay } from './calendar-files.ts';

const GOOD: CalendarFile = everyDay('good', 'Asia/Taipei', [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
]);
const LATE = [['21:00', '01:30+1']] as const;
const EARLY = [['01:00', '05:00']] as const;
const DAY = [['08:00', '12:00']] as const;

/** Each bad calendar with the problems that are found in it. */
const BAD: Record<string, { file: CalendarFile; problems: readonly (readonly [path: string, code: string])[] }> = {
  'an unknown zone': { file: { ...GOOD, zone: 'Asia/Taichung' }, problems: [['/zone', 'calendar.zone_unknown']] },
  'a holiday that is no date': {
    file: { ...GOOD, holidays: ['2026-02-28', '2026-02-30'] },
    problems: [['/holidays/1', 'calendar.date_invalid']],
  },
  'a holiday that is written otherwise': {
    file: { ...GOOD, holidays: ['25/12/2026'] },
    problems: [['/holidays/0', 'calendar.date_invalid']],
  },
  'an exception that is no date': {
    file: { ...GOOD, exceptions: { '2026-13-01': DAY } },
    problems: [['/exceptions/2026-13-01', 'calendar.date_invalid']],
  },
  'times that do not exist': {
    file: {
      ...GOOD,
      exceptions: {
        '2026-12-05': [
          ['8:00', '12:60'],
          ['24:30', '25:00'],
        ],
      },
    },
    problems: [0, 1].flatMap((window) =>
      [0, 1].map((side) => [`/exceptions/2026-12-05/${window}/${side}`, 'calendar.time_invalid'] as const),
    ),
  },
  'an end before its beginning': {
    file: { ...GOOD, exceptions: { '2026-12-05': [['21:00', '01:30']] } },
    problems: [['/exceptions/2026-12-05/0', 'calendar.window_backward']],
  },
  'a window without length': {
    file: { ...GOOD, exceptions: { '2026-12-05': [['08:00', '08:00']] } },
    problems: [['/exceptions/2026-12-05/0', 'calendar.window_backward']],
  },
  'windows that overlap': {
    file: {
      ...GOOD,
      exceptions: {
        '2026-12-05': [
          ['08:00', '12:00'],
          ['11:59', '13:00'],
        ],
      },
    },
    problems: [['/exceptions/2026-12-05/1', 'calendar.windows_overlap']],
  },
  'a window that overlaps an earlier long one': {
    file: {
      ...GOOD,
      exceptions: {
        '2026-12-05': [
          ['08:00', '17:00'],
          ['09:00', '10:00'],
          ['12:00', '18:00'],
        ],
      },
    },
    problems: [
      ['/exceptions/2026-12-05/1', 'calendar.windows_overlap'],
      ['/exceptions/2026-12-05/2', 'calendar.windows_overlap'],
    ],
  },
  'windows out of order': {
    file: {
      ...GOOD,
      exceptions: {
        '2026-12-05': [
          ['13:00', '17:00'],
          ['08:00', '12:00'],
        ],
      },
    },
    problems: [['/exceptions/2026-12-05/1', 'calendar.windows_overlap']],
  },
  'a night that reaches into the next morning': {
    file: { ...GOOD, week: [LATE, EARLY, [], [], [], [], []] },
    problems: [['/week/0', 'calendar.windows_overlap']],
  },
  'a Sunday night that reaches into Monday': {
    file: { ...GOOD, week: [EARLY, [], [], [], [], [], LATE] },
    problems: [['/week/6', 'calendar.windows_overlap']],
  },
  'an exception that the evening before reaches into': {
    file: { ...GOOD, week: [LATE, LATE, LATE, LATE, LATE, [], []], exceptions: { '2026-11-28': EARLY } },
    problems: [['/exceptions/2026-11-28', 'calendar.windows_overlap']],
  },
  'an exception that reaches into the morning after': {
    file: { ...GOOD, week: [EARLY, EARLY, EARLY, EARLY, EARLY, [], []], exceptions: { '2026-11-29': LATE } },
    problems: [['/exceptions/2026-11-29', 'calendar.windows_overlap']],
  },
  'a week of six days': {
    file: { ...GOOD, week: [DAY, DAY, DAY, DAY, DAY, DAY] },
    problems: [['/week', 'calendar.week_invalid']],
  },
  'a week without work': {
    file: { ...GOOD, week: [[], [], [], [], [], [], []] },
    problems: [['/week', 'calendar.without_work']],
  },
  'every minute with closed days': {
    file: { ...GOOD, week: 'always', holidays: ['2026-12-25'], exceptions: { '2026-12-31': [] } },
    problems: [
      ['/holidays', 'calendar.always_closed'],
      ['/exceptions', 'calendar.always_closed'],
    ],
  },
  'several things at once': {
    file: { ...GOOD, zone: 'nowhere', holidays: ['soon'], week: [DAY, [['8', '9']], [], [], [], [], []] },
    problems: [
      ['/zone', 'calendar.zone_unknown'],
      ['/holidays/0', 'calendar.date_invalid'],
      ['/week/1/0/0', 'calendar.time_invalid'],
      ['/week/1/0/1', 'calendar.time_invalid'],
    ],
  },
};

describe('the lint of a calendar', () => {
  for (const [name, { file, problems }] of Object.entries(BAD)) {
    it(`[CAL15] ${name}: the problem is found and the calendar is not compiled`, () => {
      // when
      const found = lintCalendar(file);

      // then
      expect(found.map((problem) => [problem.path, problem.code])).to.deep.equal(problems);
      expect(found.every((problem) => /^["A-Z].+\.$/.test(problem.message))).to.equal(true);
      expect(() => compileCalendar(file)).to.throw('The calendar "good" cannot be used.');
    });
  }

  it('[CAL15] a shift that ends as the next day opens is no overlap', () => {
    const round = everyDay('round', 'Asia/Taipei', [
      ['06:00', '14:00'],
      ['14:00', '22:00'],
      ['22:00', '06:00+1'],
    ]);
    expect(lintCalendar(round)).to.deep.equal([]);
  });

  it('[CAL15] a night before a day that an exception closes is no overlap', () => {
    const file = { ...GOOD, week: [LATE, [], [], [], [], [], []], exceptions: { '2026-11-24': [] } };
    expect(lintCalendar(file)).to.deep.equal([]);
  });

  it('[CAL15] random calendars that are in order have no problem', () => {
    fc.assert(
      fc.property(calendarArbitrary('Europe/Madrid', ['2026-11-24', '2026-11-25']), (file) => {
        expect(lintCalendar(file)).to.deep.equal([]);
      }),
      { seed: 20_261_125 },
    );
  });

  it('[CAL15] compiling one file twice gives one calendar', () => {
    expect(compileCalendar(GOOD)).to.equal(compileCalendar(GOOD));
  });
});
