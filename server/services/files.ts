import { createHash, randomUUID } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, isJsonObject } from '../../engine/model/json.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import type { Reader } from './reader.ts';
import type { FileView } from './views/shared-views.ts';

const FILES = 'files';
const BYTES = 'file-bytes';

/** No file is larger, whatever a form allows. */
export const LARGEST_FILE_BYTES = 5 * 1024 * 1024;

/** What may be kept at all. Nothing that a browser would run: no HTML, no SVG. */
export const KEPT_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'text/plain',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

/** What can be shown inside the page: rasters, in which nothing runs. */
const SHOWN_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/** Files that were added to cases outside any form, under the file's id. */
export const ATTACHMENTS = 'attachments';

/** That a file was added to a case, by whom and when. */
export interface Attachment {
  readonly file: FileView;
  readonly instance: string;
  readonly by: string;
  readonly at: number;
}

interface StoredFile extends FileView {
  readonly by: string;
  readonly at: number;
  /** The case that names it first; until then only its uploader sees it. */
  readonly instance: string | null;
}

export interface Files {
  /** Keeps a file outside any case. Throws `file.type_refused` for content that is not of a kept kind, whatever its name says. */
  put(reader: Reader, upload: { readonly name: string; readonly bytes: Buffer }): Promise<FileView>;
  /** The file with its content, as visible as the case that names it. Throws `file.not_found`. */
  get(reader: Reader, id: string): Promise<{ readonly file: FileView; readonly bytes: Buffer }>;
  /** The same of a picture by its content. Throws `file.not_found` for anything else. CV6 */
  picture(reader: Reader, id: string): Promise<{ readonly file: FileView; readonly bytes: Buffer }>;
  /** Binds a file to a case, as `judge` does. Throws `file.not_found` for what is no free file of the reader. CV5 */
  take(reader: Reader, id: string, instance: string): Promise<FileView>;
  /** Null if an answer may name the file, else what is wrong. A file that fits is bound to the case. */
  judge(
    reader: Reader,
    asked: { readonly file: Json; readonly instance: string; readonly rule: FieldSchema['x-file'] },
  ): Promise<'file' | 'file_type' | 'file_size' | null>;
}

export function openFiles(store: Store, clock: Clock): Files {
  const read = async (id: string) => {
    const record = await store.getRecord(FILES, id);
    return record === undefined ? undefined : { rev: record.rev, file: record.value as unknown as StoredFile };
  };
  const isNamed = async ({ id, instance }: StoredFile): Promise<boolean> =>
    instance !== null &&
    (((await store.load(instance))?.files.some((file) => file.id === id) ?? false) || (await isAttached(id, instance)));
  const isAttached = async (id: string, instance: string): Promise<boolean> =>
    ((await store.getRecord(ATTACHMENTS, id))?.value as unknown as Attachment | undefined)?.instance === instance;
  const files: Files = {
    async put(reader, { name, bytes }) {
      if (bytes.length > LARGEST_FILE_BYTES)
        throw new EngineError('request.too_large', 'The file is larger than 5 MB. Make it smaller and try again.');
      const type = await sniffType(bytes, name);
      if (type === undefined)
        throw new EngineError(
          'file.type_refused',
          `"${cleanName(name)}" is not a PDF, picture, text, Word or Excel file. Its content decides, not its name.`,
          { params: { name: cleanName(name) } },
        );
      const file: StoredFile = {
        id: randomUUID(),
        name: cleanName(name),
        size: bytes.length,
        type,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        by: reader.person.id,
        at: clock.now(),
        instance: null,
      };
      await store.putRecord({ register: BYTES, id: file.id, value: bytes.toString('base64') });
      await store.putRecord({ register: FILES, id: file.id, value: file as unknown as Json });
      return viewOf(file);
    },
    async get(reader, id) {
      const found = await read(id);
      const instance =
        found === undefined || found.file.instance === null ? undefined : await store.load(found.file.instance);
      const named =
        instance !== undefined &&
        mayView(instance.viewers, reader.person, reader.plant) &&
        (instance.files.some((file) => file.id === id) || (await isAttached(id, instance.id)));
      const content =
        found === undefined || !(named || found.file.by === reader.person.id)
          ? undefined
          : await store.getRecord(BYTES, id);
      if (found === undefined || content === undefined) throw noFile();
      return { file: viewOf(found.file), bytes: Buffer.from(String(content.value), 'base64') };
    },
    async picture(reader, id) {
      const found = await files.get(reader, id);
      if (!SHOWN_TYPES.includes(found.file.type)) throw noFile();
      return found;
    },
    async take(reader, id, instance) {
      const found = await read(id);
      const view = found === undefined ? null : viewOf(found.file);
      if (view === null || (await files.judge(reader, { file: { ...view }, instance, rule: undefined })) !== null)
        throw noFile();
      return view;
    },
    async judge(reader, { file, instance, rule }) {
      const id = isJsonObject(file) ? file['id'] : undefined;
      const found = typeof id === 'string' ? await read(id) : undefined;
      if (found === undefined || JSON.stringify(viewOf(found.file)) !== JSON.stringify(orderedView(file)))
        return 'file';
      // An answer of an earlier visit names files of the same case, whoever uploaded them. A file bound by a start or an
      // answer that was then refused is named by no case yet and is still its uploader's.
      const free = found.file.by === reader.person.id && !(await isNamed(found.file));
      if (!free && found.file.instance !== instance) return 'file';
      if (rule !== undefined && !rule.types.includes(found.file.type)) return 'file_type';
      if (rule !== undefined && found.file.size > rule.maxMb * 1024 * 1024) return 'file_size';
      if (found.file.instance !== instance)
        await store.putRecord({
          register: FILES,
          id: found.file.id,
          value: { ...found.file, instance } as unknown as Json,
          expect: found.rev,
        });
      return null;
    },
  };
  return files;
}

function noFile(): EngineError {
  return new EngineError('file.not_found', 'There is no such file, or you may not see it.');
}

function viewOf({ id, name, size, type, sha256 }: StoredFile): FileView {
  return { id, name, size, type, sha256 };
}

function orderedView(file: Json): FileView | null {
  if (!isJsonObject(file)) return null;
  const { id, name, size, type, sha256 } = file;
  return { id, name, size, type, sha256 } as unknown as FileView;
}

/** What the content is: magic bytes for binary kinds; text only if it is nothing but text. */
async function sniffType(bytes: Buffer, name: string): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return (KEPT_TYPES as readonly string[]).includes(found.mime) ? found.mime : undefined;
  if (!/\.(txt|csv)$/i.test(name) || !isPlainText(bytes)) return undefined;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

function isPlainText(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const markup = /<\s*(!doctype|html|script|svg|body|iframe)/i.test(text);
  return !markup && !text.includes('\u0000') && !text.includes('\ufffd');
}

/** A name that no file system and no header trips over. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}"<>|:*?]/gu, '')
    .trim()
    .slice(0, 200);
  return clean === '' ? 'file' : clean;
}
