import { IconAlertCircle } from '@tabler/icons-react';
import styles from './TextField.module.css';

/** What is wrong with a field and what to do, below it; nothing where all is well. */
export function FieldProblem({ id, problem }: { readonly id?: string; readonly problem: string | null }) {
  if (problem === null) return null;
  return (
    <p id={id} className={styles.problem}>
      <IconAlertCircle size={15} aria-hidden />
      {problem}
    </p>
  );
}
