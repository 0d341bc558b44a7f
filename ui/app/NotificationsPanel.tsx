import { IconBell } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { NotificationView } from '../../server/services/views/instance-view.ts';
import { useNotifications, useReadNotifications } from '../api/notifications.ts';
import { Button } from '../components/Button.tsx';
import { CardSkeleton } from '../components/CardSkeleton.tsx';
import { classNames } from '../components/class-names.ts';
import { Dialog } from '../components/Dialog.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Loaded } from '../components/Loaded.tsx';
import { Moment } from '../components/Moment.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './NotificationsPanel.module.css';

/** Whether the panel stands open is the business of the frame around it. */
export interface NotificationsPanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the reader was told, beside the page. Each leads to its case. */
export function NotificationsPanel({ open, onClose }: NotificationsPanelProps) {
  const { shell } = useTexts();
  const notifications = useNotifications();
  const read = useReadNotifications();
  const unread = (notifications.data?.items ?? []).filter((notification) => !notification.read).map(({ id }) => id);
  return (
    <Dialog open={open} onClose={onClose} title={shell.notifications} look="side" size={400}>
      {unread.length > 0 && (
        <div className={styles.acts}>
          <Button kind="soft" size="toolbar" working={read.isPending} onClick={() => read.mutate(unread)}>
            {shell.markAllRead}
          </Button>
        </div>
      )}
      <Loaded query={notifications} skeleton={<CardSkeleton />} title={shell.notificationsFailed} page={false}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconBell size={28} aria-hidden />} title={shell.noNotificationsTitle}>
              {shell.noNotificationsText}
            </EmptyState>
          ) : (
            <ul>
              {items.map((notification) => (
                <li key={notification.id}>
                  <Notification
                    notification={notification}
                    onOpen={() => {
                      if (!notification.read) read.mutate([notification.id]);
                      onClose();
                    }}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  );
}

/** One notification; to open it is to have read it. */
interface NotificationProps {
  readonly notification: NotificationView;
  readonly onOpen: () => void;
}

/** One notification. It is a link where it is about a case. */
function Notification({ notification, onOpen }: NotificationProps) {
  const { shell } = useTexts();
  const { title, text, at, read, instance } = notification;
  const body = (
    <>
      <span className={styles.head}>
        {!read && <span className={styles.dot} />}
        <b className={styles.subject}>{title}</b>
        {!read && <span className="gf-unseen">{shell.unread(1)}</span>}
      </span>
      <span className={styles.text}>{text}</span>
      <span className={styles.foot}>
        {instance && <span className="gf-code">{instance.number}</span>}
        <Moment at={at} />
      </span>
    </>
  );
  const look = classNames(styles.notification, !read && styles.unread);
  return instance ? (
    <Link href={`/cases/${encodeURIComponent(instance.id)}`} className={look} onClick={onOpen}>
      {body}
    </Link>
  ) : (
    <div className={look}>{body}</div>
  );
}
