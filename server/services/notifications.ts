import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import { type Text, textIn } from '../../engine/model/language.ts';
import type { Store } from '../../engine/ports/store.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { Changes } from './changes.ts';
import type { Reader } from './reader.ts';
import type { NotificationView } from './views/instance-view.ts';
import type { Page } from './views/shared-views.ts';

const NOTIFICATIONS = 'notifications';

/** What one person was told, in every language; unread until opened. */
export interface StoredNotification {
  readonly id: string;
  readonly person: string;
  readonly title: Text;
  readonly text: Text;
  readonly at: number;
  readonly readAt: number | null;
  readonly template: string;
  readonly instance: { readonly id: string; readonly number: string } | null;
}

export interface Notifications {
  /** Tells a person once: the id comes from the effect's key and the person, so a repeat changes nothing. */
  put(notification: StoredNotification): Promise<void>;
  list(reader: Reader, query: { readonly limit: number; readonly cursor?: string }): Promise<Page<NotificationView>>;
  /** Marks one of the reader's own as read. Throws `notification.not_found`. */
  read(reader: Reader, id: string, at: number): Promise<NotificationView>;
}

export function openNotifications(store: Store, changes: Changes): Notifications {
  return {
    async put(notification) {
      const told = await store.putRecord({
        register: NOTIFICATIONS,
        id: notification.id,
        value: notification as unknown as Json,
        keys: [`of:${notification.person}`],
        expect: 0,
      });
      if (told.kind === 'stored') changes.tell({ kind: 'told', person: notification.person });
    },
    async list(reader, { limit, cursor }) {
      const page = await store.listRecords({
        register: NOTIFICATIONS,
        key: `of:${reader.person.id}`,
        descending: true,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return {
        items: page.items.map((record) => viewOf(record.value as unknown as StoredNotification, reader)),
        next: page.next,
      };
    },
    async read(reader, id, at) {
      const record = await store.getRecord(NOTIFICATIONS, id);
      const stored = record?.value as unknown as StoredNotification | undefined;
      if (record === undefined || stored === undefined || stored.person !== reader.person.id)
        throw new EngineError('notification.not_found', 'There is no such notification.');
      const read = stored.readAt === null ? { ...stored, readAt: at } : stored;
      if (stored.readAt === null)
        await store.putRecord({ register: NOTIFICATIONS, id, value: read as unknown as Json, keys: record.keys });
      return viewOf(read, reader);
    },
  };
}

function viewOf({ id, title, text, at, readAt, instance }: StoredNotification, reader: Reader): NotificationView {
  return {
    id,
    title: textIn(title, reader.language),
    text: textIn(text, reader.language),
    at: isoOf(at),
    read: readAt !== null,
    instance,
  };
}
