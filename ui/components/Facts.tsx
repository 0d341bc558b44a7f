import type { ReactNode } from 'react';
import type { FieldView } from '../../server/services/views/shared-views.ts';
import styles from './Facts.module.css';
import { Value } from './Value.tsx';

/** Labels and values below each other. */
export function Facts({ facts, children }: { readonly facts: readonly FieldView[]; readonly children?: ReactNode }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <Fact key={fact.pointer} label={fact.label}>
          <Value value={fact.value} />
        </Fact>
      ))}
      {children}
    </dl>
  );
}

/** One label with its value, inside `Facts`. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
