import { Bone } from '../../components/Bone.tsx';
import styles from './CaseSkeleton.module.css';

/** Where the rows of cases will stand. */
export function CaseSkeleton() {
  return (
    <div className={styles.frame}>
      {['46%', '40%', '52%', '44%', '48%'].map((width) => (
        <div key={width} className={styles.row}>
          <Bone width={width} />
          <Bone width="28%" height={8} />
        </div>
      ))}
    </div>
  );
}
