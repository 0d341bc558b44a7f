import type { FieldView } from '../../../server/services/views/shared-views.ts';
import { classNames } from '../../components/class-names.ts';
import { Value } from '../../components/Value.tsx';
import styles from './FactsRow.module.css';

/** Kinds that need a line of their own on a phone. */
const WIDE: ReadonlySet<string> = new Set(['files', 'table']);

/** Labels with their values side by side: the case in a line. */
export function FactsRow({ facts, label }: { readonly facts: readonly FieldView[]; readonly label: string }) {
  if (facts.length === 0) return null;
  return (
    <section aria-label={label}>
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.pointer} className={classNames(styles.fact, WIDE.has(fact.value.kind) && styles.wide)}>
            <dt className={styles.label}>{fact.label}</dt>
            <dd className={styles.value}>
              <Value value={fact.value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
