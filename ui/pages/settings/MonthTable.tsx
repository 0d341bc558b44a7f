import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { classNames } from '../../components/class-names.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import styles from './MonthTable.module.css';
import { type DayOfCalendar, dayOf, hoursOf, monthAfter, weeksOf } from './windows.ts';

/** A calendar, the days that are not stored yet, and the one that is looked at. */
export interface MonthTableProps {
  readonly calendar: Pick<CalendarFile, 'week' | 'holidays' | 'exceptions'>;
  readonly changed: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
}

/** A month of a calendar: every day says how many hours are worked, and can be chosen. */
export function MonthTable({ calendar, changed, chosen, onChoose }: MonthTableProps) {
  const { settings } = useLateTexts();
  const { language } = useFormat();
  const format = useFormat();
  const today = format.localDate(useNow());
  const [month, setMonth] = useState(today.slice(0, 7));
  const weeks = weeksOf(month);
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const name = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(first);
  return (
    <>
      <div className={styles.head}>
        <IconButton
          framed
          label={settings.earlier}
          icon={<IconChevronLeft size={18} aria-hidden />}
          onClick={() => setMonth(monthAfter(month, -1))}
        />
        <h2 className={styles.month} aria-live="polite">
          {name}
        </h2>
        <IconButton
          framed
          label={settings.later}
          icon={<IconChevronRight size={18} aria-hidden />}
          onClick={() => setMonth(monthAfter(month, 1))}
        />
      </div>
      <table className={styles.table} onKeyDown={moveAmongDays}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'short' }).format(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((date, weekday) => (
                <td key={weekday}>
                  {date !== null && (
                    <Day
                      day={dayOf(calendar, date)}
                      marks={{ today: date === today, chosen: date === chosen, changed: changed.includes(date) }}
                      onChoose={onChoose}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The arrow keys go from day to day and from week to week within the month. */
function moveAmongDays(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const days = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-date]')];
  const next = days[days.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  next.focus();
  event.preventDefault();
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A Monday and the six days after it: their names are those of every week. */
const WEEKDAYS = Array.from({ length: 7 }, (_, index) => Date.UTC(2026, 10, 23 + index));

/** A day, and what is special about it. */
interface DayProps {
  readonly day: DayOfCalendar;
  readonly marks: { readonly today: boolean; readonly chosen: boolean; readonly changed: boolean };
  readonly onChoose: (date: string) => void;
}

/** One day: its number, its hours, and why it is not like the week. */
function Day({ day, marks, onChoose }: DayProps) {
  const { settings } = useLateTexts();
  const format = useFormat();
  const hours = hoursOf(day.windows);
  const open = hours === 0 ? settings.closed : settings.hoursOpen(format.number(hours));
  const why = { week: null, holiday: settings.holiday, own: settings.ownHours }[day.kind];
  return (
    <button
      type="button"
      className={classNames(
        styles.day,
        hours === 0 && styles.closed,
        day.kind !== 'week' && styles.special,
        marks.today && styles.today,
        marks.changed && styles.changed,
      )}
      aria-pressed={marks.chosen}
      data-date={day.date}
      onClick={() => onChoose(day.date)}
    >
      <span className="gf-unseen">{format.date(day.date)}, </span>
      <b className={styles.number}>{Number(day.date.slice(8))}</b>
      <span className={styles.hours}>
        {hours === 0 ? <span aria-hidden>–</span> : open}
        {hours === 0 && <span className="gf-unseen">{open}</span>}
      </span>
      {why !== null && <span className={styles.why}>{why}</span>}
      {marks.today && <span className="gf-unseen">, {settings.today}</span>}
      {marks.changed && <span className="gf-unseen">, {settings.changed}</span>}
    </button>
  );
}
