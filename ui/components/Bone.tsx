import styles from './Bone.module.css';
import { classNames } from './class-names.ts';

/** The measure of what will stand there. */
export interface BoneProps {
  readonly width: number | string;
  readonly height?: number;
  readonly round?: boolean;
}

/** One grey bar of a skeleton: the place of a word that is still loading. */
export function Bone({ width, height = 10, round = false }: BoneProps) {
  return <span className={classNames(styles.bone, round && styles.round)} style={{ width, height }} />;
}
