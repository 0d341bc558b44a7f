import { useState } from 'react';
import { Segmented } from '../../components/Segmented.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import styles from './card.module.css';
import { type DayOfCalendar, readWindows, type Windows, windowsText } from './windows.ts';

/** A day as it stands, and the hours that its week would give it. */
export interface DayEditorProps {
  readonly day: DayOfCalendar;
  readonly week: Windows;
  readonly mayChange: boolean;
  readonly onChange: (day: DayOfCalendar) => void;
}

/** One day: as the week says, a holiday, or with hours of its own. */
export function DayEditor({ day, week, mayChange, onChange }: DayEditorProps) {
  const { settings } = useLateTexts();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && readWindows(typed) === null;
  const take = (text: string) => {
    setTyped(text);
    const windows = readWindows(text);
    if (windows !== null) onChange({ ...day, kind: 'own', windows });
  };
  const choose = (kind: DayOfCalendar['kind']) => {
    setTyped(null);
    onChange({ ...day, kind, windows: kind === 'holiday' ? [] : week });
  };
  const hours = day.windows.length === 0 ? settings.closed : windowsText(day.windows);
  return (
    <section aria-label={format.date(day.date)} className={styles.cards}>
      <h3 className={styles.title}>{format.date(day.date)}</h3>
      {mayChange ? (
        <div>
          <Segmented
            label={settings.dayKind}
            value={day.kind}
            options={[
              { value: 'week', label: settings.dayAsWeek },
              { value: 'holiday', label: settings.dayHoliday },
              { value: 'own', label: settings.dayOwn },
            ]}
            onChange={choose}
          />
        </div>
      ) : (
        <p>{{ week: settings.dayAsWeek, holiday: settings.dayHoliday, own: settings.dayOwn }[day.kind]}</p>
      )}
      {mayChange && day.kind === 'own' ? (
        <>
          <TextField
            label={settings.hoursOfDay}
            value={typed ?? windowsText(day.windows)}
            problem={unread ? settings.windowsUnread : null}
            onChange={(event) => take(event.target.value)}
          />
          <p className={styles.note}>{settings.windowsHelp}</p>
        </>
      ) : (
        <p className={styles.note}>{hours}</p>
      )}
    </section>
  );
}
