import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import styles from './Message.module.css';

/** What happened, what is safe, and one act. */
export interface MessageProps {
  readonly tone: 'info' | 'warn' | 'error' | 'ok';
  readonly children: ReactNode;
  /** The one act: a link or a press. */
  readonly act?: { readonly label: string; readonly href?: string; readonly onPress?: () => void } | undefined;
  /** Read aloud when it appears. Errors are read at once. */
  readonly live?: boolean;
}

/** What happened, what is safe, and one act. */
export function Message({ tone, children, act, live = false }: MessageProps) {
  const role = live ? (tone === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={classNames(styles.message, styles[tone])} role={role}>
      {ICONS[tone]}
      <div className={styles.text}>{children}</div>
      {act?.href !== undefined && (
        <Link href={act.href} className={styles.act}>
          {act.label}
        </Link>
      )}
      {act?.onPress && (
        <button type="button" className={styles.act} onClick={act.onPress}>
          {act.label}
        </button>
      )}
    </div>
  );
}

/** A sign for each tone, so that the colour says nothing that is not said twice. */
const ICONS: Record<MessageProps['tone'], ReactNode> = {
  info: <IconInfoCircle size={17} aria-hidden />,
  warn: <IconAlertTriangle size={17} aria-hidden />,
  error: <IconAlertOctagon size={17} aria-hidden />,
  ok: <IconCircleCheck size={17} aria-hidden />,
};
