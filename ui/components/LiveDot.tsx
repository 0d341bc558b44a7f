import { IconWifiOff } from '@tabler/icons-react';
import type { Live } from '../api/LiveProvider.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import { classNames } from './class-names.ts';
import styles from './LiveDot.module.css';

/** Whether what is shown is told of changes: a dot and a word, and where it is not, an icon. */
export function LiveDot({ live }: { readonly live: Live }) {
  const { inbox } = useTexts();
  return (
    <span className={classNames(styles.live, live === 'lost' && styles.lost)} role="status">
      {live === 'live' && <span className={styles.dot} aria-hidden />}
      {live === 'lost' && <IconWifiOff size={16} aria-hidden />}
      {{ live: inbox.live, connecting: inbox.connecting, lost: inbox.notLive }[live]}
    </span>
  );
}
