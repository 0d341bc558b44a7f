import { useState } from 'react';
import type { CalendarFile } from '../../../engine/model/person.ts';
import type { CalendarView } from '../../../server/services/views/plant-view.ts';
import { ApiError } from '../../api/api-error.ts';
import { useChangeCalendar } from '../../api/plant-parts.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './card.module.css';
import { ChangeList } from './ChangeList.tsx';
import { DayEditor } from './DayEditor.tsx';
import { MonthTable } from './MonthTable.tsx';
import { SaveChange } from './SaveChange.tsx';
import { WeekEditor } from './WeekEditor.tsx';
import { changedDays, dayOf, withDay } from './windows.ts';

type Draft = Pick<CalendarFile, 'week' | 'holidays' | 'exceptions'>;

/** One calendar: its month to read, a day or the week to change. Nothing is stored before it is saved with a reason. */
export function CalendarCard({ calendar }: { readonly calendar: CalendarView }) {
  const { settings } = useLateTexts();
  const [draft, setDraft] = useState<Draft>(calendar);
  const [day, setDay] = useState<string | null>(null);
  const change = useChangeCalendar();
  const days = changedDays(calendar, draft);
  const changes = days.length + (draft.week === calendar.week ? 0 : 1);
  const problems = change.error instanceof ApiError ? change.error.problems : [];
  const save = (reason: string) => {
    const { id, titles, zone, version } = calendar;
    const { week, holidays, exceptions } = draft;
    change.mutate({ id, titles, zone, version, week, holidays, exceptions, reason });
  };
  const discard = () => {
    setDraft(calendar);
    change.reset();
  };
  return (
    <>
      <p className={styles.note}>{settings.timeZone(calendar.zone)}</p>
      <p className={styles.note}>{calendar.week === 'always' ? settings.alwaysFixed : settings.calendarCounts}</p>
      {!calendar.mayChange && calendar.week !== 'always' && <p className={styles.note}>{settings.onlyRead}</p>}
      <section className={styles.card} aria-label={settings.monthView}>
        <MonthTable calendar={draft} changed={days} chosen={day} onChoose={setDay} />
        {day === null ? (
          <p className={styles.note}>{settings.chooseDay}</p>
        ) : (
          <DayEditor
            key={day}
            day={dayOf(draft, day)}
            week={dayOf({ ...draft, holidays: [], exceptions: {} }, day).windows}
            mayChange={calendar.mayChange}
            onChange={(next) => setDraft(withDay(draft, next))}
          />
        )}
      </section>
      <WeekEditor
        week={draft.week}
        mayChange={calendar.mayChange}
        problems={problems}
        onChange={(week) => setDraft({ ...draft, week })}
      />
      {changes > 0 && (
        <SaveChange
          label={settings.save}
          working={change.isPending}
          error={change.error}
          onSave={save}
          onCancel={discard}
        >
          <p>{settings.unsaved(changes)}</p>
        </SaveChange>
      )}
      <ChangeList part={`calendar:${calendar.id}`} />
    </>
  );
}
