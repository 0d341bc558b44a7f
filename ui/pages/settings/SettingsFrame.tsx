import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classNames } from '../../components/class-names.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './SettingsFrame.module.css';

/** The parts of the settings, in order. */
const PLACES = ['ladders', 'calendars', 'values'] as const;

/** Which part is shown, and one sentence about it. */
export interface SettingsFrameProps {
  readonly place: (typeof PLACES)[number];
  readonly lead: string;
  readonly children: ReactNode;
}

/** The frame of a page of settings: its title, and the way to the other parts. */
export function SettingsFrame({ place, lead, children }: SettingsFrameProps) {
  const { settings } = useLateTexts();
  return (
    <div className={styles.page}>
      <PageHeader title={settings[place]} above={settings.title} lead={lead} />
      <nav aria-label={settings.title} className={styles.tabs}>
        {PLACES.map((offered) => (
          <Link
            key={offered}
            href={`/settings/${offered}`}
            className={classNames(styles.tab, offered === place && styles.here)}
            aria-current={offered === place ? 'page' : undefined}
          >
            {settings[offered]}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
