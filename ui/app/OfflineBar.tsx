import { useSyncExternalStore } from 'react';
import { Message } from '../components/Message.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './OfflineBar.module.css';

/** Says so when the device has no network. */
export function OfflineBar() {
  const { parts } = useTexts();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className={styles.bar}>
      <Message tone="warn" live>
        {parts.offline}
      </Message>
    </div>
  );
}

/** Calls back when the network goes or comes. */
function subscribe(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
