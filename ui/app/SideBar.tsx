import { IconBell } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useNotifications } from '../api/notifications.ts';
import { query } from '../api/path.ts';
import { usePlant } from '../api/plant.ts';
import { useTaskCounts } from '../api/tasks.ts';
import { classNames } from '../components/class-names.ts';
import { Mark, Wordmark } from '../components/Mark.tsx';
import { useNow } from '../components/NowProvider.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import { DESTINATIONS, type Destination, isHere, MORE_DESTINATIONS } from './destinations.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import styles from './SideBar.module.css';
import { useKey } from './use-key.ts';

/** The bar is wide, or a rail of signs where width is work. */
export interface SideBarProps {
  /** Icons only. */
  readonly rail: boolean;
  readonly onNotifications: () => void;
}

/** The side bar: where one can go, what plant this is, who is signed in. */
export function SideBar({ rail, onNotifications }: SideBarProps) {
  const { shell } = useTexts();
  return (
    <header className={classNames(styles.bar, rail && styles.rail)}>
      <Link href="/inbox" className={styles.brand} aria-label="Gembaflow">
        {rail ? <Mark size={30} /> : <Wordmark />}
      </Link>
      {!rail && <Find />}
      <nav aria-label={shell.navigation} className={styles.nav}>
        {DESTINATIONS.map((destination) => (
          <Entry key={destination.href} destination={destination} rail={rail} />
        ))}
        <NotificationsEntry rail={rail} onPress={onNotifications} />
        {MORE_DESTINATIONS.map((destination) => (
          <Entry key={destination.href} destination={destination} rail={rail} />
        ))}
      </nav>
      {!rail && <PlantBox />}
      <div className={styles.person}>
        <PersonMenu look={rail ? 'avatar' : 'full'} place="above-start" />
      </div>
    </header>
  );
}

/** Looks for a case from anywhere; the page of cases shows what is found. */
function Find() {
  const { shell } = useTexts();
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useKey('/', () => field.current?.focus());
  return (
    <search className={styles.find}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          navigate(query('/cases', { q: field.current?.value.trim() }));
        }}
      >
        <SearchField ref={field} label={shell.find} hotkey="/" small />
      </form>
    </search>
  );
}

/** A way of the main navigation; the inbox says how much waits in it. */
function Entry({ destination, rail }: { readonly destination: Destination; readonly rail: boolean }) {
  const { shell } = useTexts();
  const format = useFormat();
  const [location] = useLocation();
  const counts = useTaskCounts();
  const here = isHere(location, destination);
  const mine = destination.text === 'inbox' ? counts.data?.mine : undefined;
  const { Icon } = destination;
  return (
    <Link
      href={destination.href}
      className={classNames(styles.entry, here && styles.here)}
      aria-current={here ? 'page' : undefined}
      aria-label={rail ? shell[destination.text] : undefined}
      title={rail ? shell[destination.text] : undefined}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      {!rail && <span className={styles.word}>{shell[destination.text]} </span>}
      {!rail && mine && mine.count > 0 && <span className={styles.count}>{format.count(mine)}</span>}
    </Link>
  );
}

/** The bell, with how many are unread. */
function NotificationsEntry({ rail, onPress }: { readonly rail: boolean; readonly onPress: () => void }) {
  const { shell } = useTexts();
  const notifications = useNotifications();
  const unread = notifications.data?.items.filter((notification) => !notification.read).length ?? 0;
  const label = unread === 0 ? shell.notifications : `${shell.notifications}, ${shell.unread(unread)}`;
  return (
    <button
      type="button"
      className={styles.entry}
      aria-label={rail ? label : undefined}
      title={rail ? label : undefined}
      onClick={onPress}
    >
      <span className={styles.bell}>
        <IconBell size={20} stroke={1.75} aria-hidden />
        {rail && unread > 0 && <span className={styles.dot} />}
      </span>
      {!rail && <span className={styles.word}>{shell.notifications} </span>}
      {!rail && unread > 0 && (
        <span className={styles.count}>
          {unread} <span className="gf-unseen">{shell.unreadWord}</span>
        </span>
      )}
    </button>
  );
}

/** Where one is and what time it is there, which is not always the time of the reader. */
function PlantBox() {
  const { shell } = useTexts();
  const format = useFormat();
  const plant = usePlant();
  const now = useNow();
  if (!plant.data) return null;
  const { name, site, demo } = plant.data;
  return (
    <div className={styles.plant}>
      <b className={styles.plantName}>{name}</b>
      <span>
        {demo && `${shell.demoPlant} · `}
        <span className="gf-nowrap">
          {site} <time>{format.time(now)}</time>
        </span>
      </span>
    </div>
  );
}
