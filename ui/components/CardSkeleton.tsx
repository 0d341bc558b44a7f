import { Bone } from './Bone.tsx';
import styles from './CardSkeleton.module.css';

/** The skeleton of cards with a few lines each. */
export function CardSkeleton({ cards = 3 }: { readonly cards?: number }) {
  return (
    <div className={styles.cards}>
      {Array.from({ length: cards }, (_, card) => (
        <div key={card} className={styles.card}>
          <Bone width="38%" height={14} />
          <Bone width="72%" />
          <Bone width="54%" />
        </div>
      ))}
    </div>
  );
}
