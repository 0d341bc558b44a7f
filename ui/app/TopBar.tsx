import { IconBell, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useNotifications } from '../api/notifications.ts';
import { IconButton } from '../components/IconButton.tsx';
import { Wordmark } from '../components/Mark.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import styles from './TopBar.module.css';

/** The bar on top of a phone. */
export function TopBar({ onNotifications }: { readonly onNotifications: () => void }) {
  const { shell } = useTexts();
  const [, navigate] = useLocation();
  const notifications = useNotifications();
  const unread = notifications.data?.items.filter((notification) => !notification.read).length ?? 0;
  const label = unread === 0 ? shell.notifications : `${shell.notifications}, ${shell.unread(unread)}`;
  return (
    <header className={styles.bar}>
      <Link href="/inbox" className={styles.brand} aria-label="Gembaflow">
        <Wordmark />
      </Link>
      <IconButton
        label={shell.find}
        icon={<IconSearch size={22} aria-hidden />}
        onClick={() => navigate('/cases?find')}
      />
      <IconButton
        label={label}
        icon={
          <span className={styles.bell}>
            <IconBell size={22} aria-hidden />
            {unread > 0 && <span className={styles.dot} />}
          </span>
        }
        onClick={onNotifications}
      />
      <PersonMenu look="avatar" place="below-end" />
    </header>
  );
}
