import { useSearchParams } from 'wouter';
import { useCalendars } from '../../api/plant-parts.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { CalendarCard } from './CalendarCard.tsx';
import styles from './card.module.css';
import { SettingsFrame } from './SettingsFrame.tsx';

/** The calendars of the plant, one at a time; the address says which. */
export function CalendarsPage() {
  const { settings } = useLateTexts();
  const [search, setSearch] = useSearchParams();
  const query = useCalendars();
  return (
    <SettingsFrame place="calendars" lead={settings.calendarsLead}>
      <Loaded query={query} skeleton={<CardSkeleton />} title={settings.calendarsFailed} page={false}>
        {({ items }) => {
          const shown = items.find(({ id }) => id === search.get('id')) ?? items[0];
          if (shown === undefined) return null;
          return (
            <>
              <SelectField
                className={styles.narrow}
                label={settings.whichCalendar}
                value={shown.id}
                options={items.map(({ id, title }) => ({ value: id, label: title }))}
                onPick={(id) => setSearch({ id }, { replace: true })}
              />
              <CalendarCard key={`${shown.id} ${shown.version}`} calendar={shown} />
            </>
          );
        }}
      </Loaded>
    </SettingsFrame>
  );
}
