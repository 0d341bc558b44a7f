import { classNames } from './class-names.ts';
import styles from './Spinner.module.css';

/** Says that something is being done. Its words are beside it or in `aria-busy`. */
export function Spinner({ className }: { readonly className?: string | undefined }) {
  return <span className={classNames(styles.spinner, className)} aria-hidden />;
}
