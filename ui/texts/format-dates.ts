import type { Language } from '../../engine/model/language.ts';

/** Days and times in words. Moments are milliseconds UTC, local dates are `YYYY-MM-DD`. */
export interface Dates {
  /** `Fri 11 Dec 2026`, `vie 11 dic 2026`, `2026/12/11(五)`. */
  readonly date: (localDate: string) => string;
  /** The same without the year. */
  readonly shortDate: (localDate: string) => string;
  /** `14:50`. */
  readonly time: (at: number) => string;
  /** `today`, `tomorrow`, `yesterday`, else `Fri 27 Nov`, with the year where it is another. */
  readonly day: (at: number, now: number) => string;
  /** `today 14:50`, `Fri 15:31` within three days, else `Thu 19 Nov 16:20`. */
  readonly moment: (at: number, now: number) => string;
  /** The whole moment, for a title or paper: `Fri 20 Nov 2026 15:31`. */
  readonly fullMoment: (at: number) => string;
  /** The local date of a moment, `YYYY-MM-DD`. */
  readonly localDate: (at: number) => string;
  /** How many midnights lie between now and then; negative for the past. */
  readonly daysAway: (at: number, now: number) => number;
}

const DAY_MS = 86_400_000;

/** Opens the dates of a language and a time zone. Nothing here reads the clock. */
export function openDates(language: Language, zone: string): Dates {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const calendar = openCalendar(language);

  const localDate = (at: number) => parts.format(at);
  const time = (at: number) => clock.format(at);
  const daysAway = (at: number, now: number) => (midnight(localDate(at)) - midnight(localDate(now))) / DAY_MS;
  const day = (at: number, now: number) => {
    const away = daysAway(at, now);
    if (Math.abs(away) <= 1) return relative.format(away, 'day');
    const sameYear = localDate(at).slice(0, 4) === localDate(now).slice(0, 4);
    return sameYear ? calendar.short(localDate(at)) : calendar.long(localDate(at));
  };
  const moment = (at: number, now: number) => {
    const away = daysAway(at, now);
    const near = Math.abs(away) > 1 && Math.abs(away) <= 3;
    return `${near ? calendar.weekday(localDate(at)) : day(at, now)} ${time(at)}`;
  };

  return {
    date: calendar.long,
    shortDate: calendar.short,
    time,
    day,
    moment,
    fullMoment: (at) => `${calendar.long(localDate(at))} ${time(at)}`,
    localDate,
    daysAway,
  };
}

/** Dates without a zone. The order of the parts is ours: `Intl` adds commas that the plant does not write. */
function openCalendar(language: Language) {
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  const weekdays = utc({ weekday: 'short' });
  const months = utc({ month: 'short' });
  const weekday = (date: string) => weekdays.format(midnight(date));
  const month = (date: string) => months.format(midnight(date)).replace('.', '');
  const number = (text: string | undefined) => String(Number(text));

  if (language === 'zh-TW') {
    const mark = (date: string) => `(${weekday(date).slice(-1)})`;
    return {
      weekday,
      short: (date: string) => `${number(date.slice(5, 7))}/${number(date.slice(8, 10))}${mark(date)}`,
      long: (date: string) => `${date.slice(0, 10).replaceAll('-', '/')}${mark(date)}`,
    };
  }
  const short = (date: string) => `${weekday(date)} ${number(date.slice(8, 10))} ${month(date)}`;
  return { weekday, short, long: (date: string) => `${short(date)} ${date.slice(0, 4)}` };
}

function midnight(localDate: string): number {
  return Date.parse(`${localDate.slice(0, 10)}T00:00:00Z`);
}
