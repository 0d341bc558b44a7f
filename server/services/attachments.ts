import type { Json } from '../../engine/model/json.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { Changes } from './changes.ts';
import { ATTACHMENTS, type Attachment, type Files } from './files.ts';
import { listAll } from './list-all.ts';
import { type ServiceParts, visibleCase } from './parts.ts';
import { personName, type Reader } from './reader.ts';
import type { AttachmentView } from './views/conversation-view.ts';
import type { FileView, Page } from './views/shared-views.ts';

/** Files of a case that no form asked for: pictures from the floor, letters, drawings. */
export interface Attachments {
  /** Oldest first. Throws `instance.not_found`. CV4 */
  list(reader: Reader, instance: string): Promise<Page<AttachmentView>>;
  /** Adds a file that the reader uploaded. The same one again changes nothing. Throws `file.not_found`. CV5 */
  add(reader: Reader, instance: string, file: string): Promise<FileView>;
}

export interface AttachmentParts extends ServiceParts {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly files: Files;
}

export function openAttachments(parts: AttachmentParts): Attachments {
  const { store, clock, changes, files } = parts;
  return {
    async list(reader, instance) {
      await visibleCase(parts, reader, instance);
      const records = await listAll(store, ATTACHMENTS, `of:${instance}`);
      const added = records.map(({ value }) => value as unknown as Attachment);
      const inOrder = [...added].sort((a, b) => a.at - b.at || (a.file.id < b.file.id ? -1 : 1));
      return { items: inOrder.map((each) => viewOf(reader, each)), next: null };
    },
    async add(reader, id, fileId) {
      const instance = await visibleCase(parts, reader, id);
      const file = await files.take(reader, fileId, id);
      const attachment: Attachment = { file, instance: id, by: reader.person.id, at: clock.now() };
      const put = await store.putRecord({
        register: ATTACHMENTS,
        id: file.id,
        value: attachment as unknown as Json,
        keys: [`of:${id}`],
        expect: 0,
      });
      if (put.kind === 'stored') changes.tell({ kind: 'case', instance: id, viewers: instance.viewers });
      return file;
    },
  };
}

function viewOf(reader: Reader, { file, by, at }: Attachment): AttachmentView {
  return { ...file, by: { id: by, name: personName(reader, by) }, at: isoOf(at) };
}
