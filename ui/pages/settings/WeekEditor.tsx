import { useState } from 'react';
import type { CalendarFile } from '../../../engine/model/person.ts';
import type { AnswerProblem } from '../../api/api-error.ts';
import { TextField } from '../../components/TextField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import styles from './card.module.css';
import { readWindows, type Windows, windowsText } from './windows.ts';

/** The hours of each weekday, and what is wrong with them. */
export interface WeekEditorProps {
  readonly week: CalendarFile['week'];
  readonly mayChange: boolean;
  /** Paths are of the whole calendar. */
  readonly problems: readonly AnswerProblem[];
  readonly onChange: (week: CalendarFile['week']) => void;
}

/** The pattern of the week: seven lines of hours. */
export function WeekEditor({ week, mayChange, problems, onChange }: WeekEditorProps) {
  const { settings } = useLateTexts();
  const { language } = useFormat();
  if (week === 'always') return <p>{settings.alwaysOpen}</p>;
  const names = week.map((_, index) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(Date.UTC(2026, 10, 23 + index)),
  );
  const put = (weekday: number, windows: Windows) =>
    onChange(week.map((known, index) => (index === weekday ? windows : known)));
  return (
    <section className={styles.card} aria-labelledby="week">
      <h2 id="week" className={styles.title}>
        {settings.weekPattern}
      </h2>
      {mayChange && <p className={styles.note}>{settings.windowsHelp}</p>}
      <div className={styles.wide}>
        {week.map((windows, weekday) => (
          <Weekday
            key={weekday}
            name={names[weekday] ?? ''}
            windows={windows}
            mayChange={mayChange}
            problem={problems.find(({ path }) => path.split('/')[2] === String(weekday) && path.startsWith('/week/'))}
            onChange={(next) => put(weekday, next)}
          />
        ))}
      </div>
    </section>
  );
}

/** One weekday, with its problem where it has one. */
interface WeekdayProps {
  readonly name: string;
  readonly windows: Windows;
  readonly mayChange: boolean;
  readonly problem: AnswerProblem | undefined;
  readonly onChange: (windows: Windows) => void;
}

/** One weekday. What cannot be read stays in the field and changes nothing. */
function Weekday({ name, windows, mayChange, problem, onChange }: WeekdayProps) {
  const { settings } = useLateTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && readWindows(typed) === null;
  if (!mayChange)
    return (
      <p>
        <b>{name}</b> <span className={styles.note}>{windowsText(windows) || settings.closed}</span>
      </p>
    );
  return (
    <TextField
      label={name}
      value={typed ?? windowsText(windows)}
      placeholder={settings.closed}
      problem={unread ? settings.windowsUnread : (problem?.message ?? null)}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = readWindows(event.target.value);
        if (next !== null) onChange(next);
      }}
    />
  );
}
