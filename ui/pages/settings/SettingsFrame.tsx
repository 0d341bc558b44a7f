import type { ReactNode } from 'react';
import { LinkTabs } from '../../components/LinkTabs.tsx';
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
      <LinkTabs
        label={settings.title}
        tabs={PLACES.map((offered) => ({
          href: `/settings/${offered}`,
          label: settings[offered],
          here: offered === place,
        }))}
      />
      {children}
    </div>
  );
}
