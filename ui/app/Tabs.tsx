import { Link, useLocation } from 'wouter';
import { useTaskCounts } from '../api/tasks.ts';
import { classNames } from '../components/class-names.ts';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import { DESTINATIONS, isHere } from './destinations.tsx';
import styles from './Tabs.module.css';

/** The main navigation at the foot of a phone. */
export function Tabs() {
  const { shell } = useTexts();
  const format = useFormat();
  const [location] = useLocation();
  const mine = useTaskCounts().data?.mine;
  return (
    <nav aria-label={shell.navigation} className={styles.tabs}>
      {DESTINATIONS.map((destination) => {
        const here = isHere(location, destination);
        const { Icon } = destination;
        return (
          <Link
            key={destination.href}
            href={destination.href}
            className={classNames(styles.tab, here && styles.here)}
            aria-current={here ? 'page' : undefined}
          >
            <span className={styles.icon}>
              <Icon size={22} stroke={1.75} aria-hidden />
              {destination.text === 'inbox' && mine && mine.count > 0 && (
                <span className={styles.count}>{format.count(mine)}</span>
              )}
            </span>
            {shell[destination.text]}
          </Link>
        );
      })}
    </nav>
  );
}
