import type { LateTexts } from '../../texts/late-texts.ts';
import type { Texts } from '../../texts/texts.ts';

/** Words of spans: those of every page, and those of working time. */
type Words = Pick<Texts, 'parts'> & Pick<LateTexts, 'settings'>;

const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?(?:@([a-z0-9-]+))?$/;

/** A duration in words: `PT1H30M` is "1 h 30 min", `P1D@office` "1 working day (Office)"; what cannot be read stays as it is. */
export function saySpan(text: string, { parts, settings }: Words, calendars: ReadonlyMap<string, string>): string {
  const found = PARTS.exec(text);
  if (found === null) return text;
  const [years, months, weeks, days, hours, minutes] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const calendar = found[7];
  const span = [
    ...said((years ?? 0) * 12 + (months ?? 0), settings.months),
    ...said(weeks, settings.weeks),
    // Without working hours a day is a day.
    ...said(days, calendar === 'always' ? parts.days : settings.workingDays),
    ...said(hours, parts.hours),
    ...said(minutes, parts.minutes),
  ].join(' ');
  if (span === '') return text;
  return calendar === undefined ? span : settings.onCalendar(span, calendars.get(calendar) ?? calendar);
}

function said(count: number | undefined, words: (count: number) => string): readonly string[] {
  return count === undefined || count === 0 ? [] : [words(count)];
}
