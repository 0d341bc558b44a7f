import styles from './Avatar.module.css';
import { classNames } from './class-names.ts';
import { initials } from './initials.ts';

/** Whose circle, and how large. */
export interface AvatarProps {
  readonly name: string;
  readonly size?: 's' | 'm' | 'l';
}

/** A person in a circle. No photo; the name stands beside it, so it is not read aloud. */
export function Avatar({ name, size = 'm' }: AvatarProps) {
  return <span className={classNames(styles.avatar, styles[size])} data-initials={initials(name)} aria-hidden />;
}
