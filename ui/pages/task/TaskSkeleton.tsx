import { Bone } from '../../components/Bone.tsx';
import styles from './TaskSkeleton.module.css';

/** The shape of a task page until it is loaded. */
export function TaskSkeleton() {
  return (
    <div className={styles.bones}>
      <Bone width="220px" />
      <Bone width="340px" height={22} />
      <div className={styles.row}>
        {['96px', '64px', '88px', '72px'].map((width) => (
          <Bone key={width} width={width} />
        ))}
      </div>
      <div className={styles.row}>
        {['a', 'b', 'c', 'd'].map((card) => (
          <div key={card} className={styles.card}>
            <Bone width="60%" />
            <Bone width="40%" />
            <Bone width="80%" />
          </div>
        ))}
      </div>
      <Bone width="140px" />
      <Bone width="50%" height={36} />
    </div>
  );
}
