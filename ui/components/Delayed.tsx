import type { ReactNode } from 'react';
import styles from './Delayed.module.css';

/** Shows what it holds only after 300 ms: what loads faster flickers less. */
export function Delayed({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.delayed} role="status">
      <span className="gf-unseen">{label}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}
