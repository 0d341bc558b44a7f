import { Bone } from '../../components/Bone.tsx';
import styles from './TaskSkeleton.module.css';

/** Rows of two groups, each as long as titles are. */
const GROUPS = [
  [306, 271, 237],
  [306, 271, 237, 202, 168],
];

/** Where the groups and rows of the inbox will stand. */
export function TaskSkeleton() {
  return (
    <div>
      {GROUPS.map((rows) => (
        <div key={rows.length}>
          <div className={styles.group}>
            <Bone width={80} />
          </div>
          {rows.map((width) => (
            <div key={width} className={styles.row}>
              <Bone width={16} height={16} round />
              <div className={styles.lines}>
                <Bone width={56} />
                <Bone width={42} height={8} />
              </div>
              <div className={styles.lines}>
                <Bone width={width} />
                <Bone width={168} height={8} />
              </div>
              <Bone width={90} height={8} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
