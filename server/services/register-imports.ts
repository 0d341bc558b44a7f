import { EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Logger } from '../../engine/ports/logger.ts';
import type { StoredRecord } from '../../engine/ports/store.ts';
import { applyImport, type ApplyParts } from '../registers/imports/apply-import.ts';
import {
  IMPORT_PARTS,
  type ImportRecord,
  IMPORTS,
  importOf,
  putImport,
  type StoredImport,
} from '../registers/imports/import-row.ts';
import { readImport } from '../registers/imports/read-import.ts';
import type { ReadRegister } from '../registers/register-files.ts';
import { openRowWriter } from '../registers/write-row.ts';
import { importRows, importView, type ImportRowsQuery } from './present/present-import.ts';
import type { Reader } from './reader.ts';
import { demandWrite, registerFor } from './register-desk.ts';
import type { RegisterParts } from './register-rows.ts';
import type { ImportRowsView, ImportView } from './views/import-view.ts';
import type { Page } from './views/shared-views.ts';

/** A reader that says nothing for so long is dead. */
const SILENT_MS = 60_000;
/** Imports that are looked at in one go, and that a list shows. */
const PAGE = 20;

/** Rows that come as a file: read, compared and shown first, then applied wholly or not at all. RI1–RI9 */
export interface RegisterImports {
  /** Takes a file and reads it while others go on. Throws `register.read_only`. */
  start(
    reader: Reader,
    register: string,
    upload: { readonly name: string; readonly bytes: Buffer },
  ): Promise<ImportView>;
  /** The newest imports of a register. */
  list(reader: Reader, register: string): Promise<Page<ImportView>>;
  /** Throws `import.not_found`. */
  get(reader: Reader, register: string, id: string): Promise<ImportView>;
  /** What would be added or changed, or what is wrong, in the file's order. */
  rows(reader: Reader, register: string, query: ImportRowsQuery & { readonly id: string }): Promise<ImportRowsView>;
  /** Lets it be applied; a repeat changes nothing. Throws `import.closed` for one that cannot be. */
  apply(reader: Reader, register: string, asked: { readonly id: string; readonly reason: string }): Promise<ImportView>;
  /** Applies what waits, and ends what nobody reads any more. How many it did. */
  work(): Promise<number>;
  /** Resolves when nothing is read here any more. */
  idle(): Promise<void>;
  /** Reads no further: what is being read is refused. */
  stop(): Promise<void>;
}

type Parts = RegisterParts & {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly newToken: () => string;
  /** Called when something waits to be applied. */
  readonly onWaiting: () => void;
  /** @internal Tests bring a small file into several parts. */
  readonly partRows?: number;
};

export function openRegisterImports(parts: Parts): RegisterImports {
  const { store, library, clock } = parts;
  const files = openFileReader(parts);
  const applying: ApplyParts = { ...parts, write: openRowWriter(store) };
  const find = async (register: ReadRegister, id: string): Promise<ImportRecord> => {
    const found = await store.getRecord(IMPORTS, id);
    if (found !== undefined && importOf(found).value.register === register.id) return importOf(found);
    throw new EngineError('import.not_found', 'There is no such import. Go back to the register.');
  };
  const writable = (reader: Reader, name: string): ReadRegister => {
    const register = registerFor(reader, name);
    demandWrite(reader, library, register);
    return register;
  };
  return {
    async start(reader, name, upload) {
      const register = writable(reader, name);
      const record = await begin(parts, { register, file: upload.name, by: reader.person.id });
      files.read({ record, register, bytes: upload.bytes });
      return importView(reader, register, record);
    },
    async list(reader, name) {
      const register = writable(reader, name);
      const records = await newestOf(parts, register.id);
      return { items: records.map((record) => importView(reader, register, record)), next: null };
    },
    async get(reader, name, id) {
      const register = writable(reader, name);
      return importView(reader, register, await find(register, id));
    },
    async rows(reader, name, query) {
      const register = writable(reader, name);
      return importRows(store, reader, { register, record: await find(register, query.id), query });
    },
    async apply(reader, name, { id, reason }) {
      const register = writable(reader, name);
      const record = await find(register, id);
      const { state } = record.value;
      if (state === 'applying' || state === 'applied') return importView(reader, register, record);
      refuseUnfit(record.value);
      const change = { state: 'applying', appliedBy: reader.person.id, reason, seenAt: clock.now() } as const;
      const applied = await putImport(store, { ...record, value: { ...record.value, ...change } });
      parts.onWaiting();
      return importView(reader, register, applied ?? (await find(register, id)));
    },
    async work() {
      const open = await store.listRecords({ register: IMPORTS, key: 'open', limit: PAGE });
      let done = 0;
      for (const record of open.items) if (await goOn(applying, record)) done += 1;
      return done;
    },
    idle: files.idle,
    stop: files.stop,
  };
}

/** Ids sort by the time at which they were made, so that a list needs no other order. */
async function begin(
  { store, clock, newToken }: Parts,
  { register, file, by }: { readonly register: ReadRegister; readonly file: string; readonly by: string },
): Promise<ImportRecord> {
  await forgetParts({ store }, register.id);
  const at = clock.now();
  const value: StoredImport = {
    register: register.id,
    file: file.slice(0, 255),
    by,
    at,
    state: 'reading',
    seenAt: at,
    rows: null,
    read: 0,
    adds: 0,
    changes: 0,
    same: 0,
    badCount: 0,
    bad: [],
    parts: 0,
    refused: null,
    appliedBy: null,
    reason: null,
    decided: false,
    partsDone: 0,
    written: 0,
    left: [],
    lease: null,
  };
  const record = { id: `${String(at).padStart(14, '0')}-${newToken()}`, rev: 0, value };
  return (await putImport(store, record)) ?? record;
}

async function newestOf({ store }: Pick<Parts, 'store'>, register: string): Promise<readonly ImportRecord[]> {
  const page = await store.listRecords({
    register: IMPORTS,
    key: `of:${register}`,
    limit: PAGE,
    descending: true,
  });
  return page.items.map(importOf);
}

/** What ended imports would have written is not kept for ever: rows have their history. */
async function forgetParts({ store }: Pick<Parts, 'store'>, register: string): Promise<void> {
  for (const { id, value } of await newestOf({ store }, register)) {
    if (value.state !== 'applied' && value.state !== 'refused') continue;
    const parts = await store.listRecords({ register: IMPORT_PARTS, key: id, limit: 500 });
    await Promise.all(parts.items.map((part) => store.removeRecord(IMPORT_PARTS, part.id)));
  }
}

/** Throws `import.closed` with why an import cannot be applied. */
function refuseUnfit({ state, badCount }: StoredImport): void {
  const reason = state !== 'previewed' ? state : badCount > 0 ? 'bad' : null;
  if (reason === null) return;
  const sentences: { readonly [reason: string]: string } = {
    reading: 'The file is still being read. Wait for its preview.',
    refused: 'This import was refused. Send the file again.',
    bad: `The file has ${badCount} problems, and is applied wholly or not at all. Correct them and send it again.`,
  };
  throw new EngineError('import.closed', sentences[reason] ?? '', { params: { reason, count: badCount } });
}

/** One step of what waits: apply it, or end what was left alone by a reader that died. */
async function goOn(parts: ApplyParts, found: StoredRecord): Promise<boolean> {
  const record = importOf(found);
  if (record.value.state === 'applying') return applyImport(parts, record);
  if (record.value.seenAt + SILENT_MS > parts.clock.now()) return false;
  await refuse(parts, record, { code: 'interrupted', params: {} });
  return true;
}

async function refuse(
  { store }: Pick<Parts, 'store'>,
  record: ImportRecord,
  refused: StoredImport['refused'],
): Promise<void> {
  const now = await store.getRecord(IMPORTS, record.id);
  if (now === undefined || importOf(now).value.state !== 'reading') return;
  await putImport(store, { ...importOf(now), value: { ...importOf(now).value, state: 'refused', refused } });
}

interface FileToRead {
  readonly record: ImportRecord;
  readonly register: ReadRegister;
  readonly bytes: Buffer;
}

/** Reads files one after the other, in the background. */
function openFileReader(parts: Parts) {
  let stopping = false;
  let queue: Promise<void> = Promise.resolve();
  const reading = {
    store: parts.store,
    clock: parts.clock,
    isPerson: (id: string) => parts.keeper.plant().people.has(id),
    isStopping: () => stopping,
    ...(parts.partRows === undefined ? {} : { partRows: parts.partRows }),
  };
  const readOne = async (file: FileToRead): Promise<void> => {
    try {
      await readImport(reading, file);
    } catch (error) {
      const known = isEngineError(error, 'import.refused');
      if (!known) parts.logger.error({ error: String(error) }, 'A file of rows could not be read.');
      const { reason = 'interrupted', ...params } = known ? error.params : {};
      await refuse(parts, file.record, { code: String(reason), params });
    }
  };
  return {
    read(file: FileToRead): void {
      queue = queue.then(() => readOne(file)).catch(() => undefined);
    },
    idle: () => queue,
    stop(): Promise<void> {
      stopping = true;
      return queue;
    },
  };
}
