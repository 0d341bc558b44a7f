import markUrl from '../theme/mark.svg';
import styles from './Mark.module.css';

/** The mark: a way that leads to the place where the lamp is on. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return <img src={markUrl} width={size} height={size} alt="" className={styles.mark} />;
}

/** The mark with the name. */
export function Wordmark({ large = false }: { readonly large?: boolean }) {
  return (
    <span className={large ? styles.large : styles.wordmark}>
      <Mark size={large ? 34 : 28} />
      <span>
        <b className={styles.gemba}>Gemba</b>flow
      </span>
    </span>
  );
}
