import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refuseFile } from './refuse-file.ts';

/** A workbook has some dozens of parts; thousands are an attack. */
const MOST_ENTRIES = 2_000;
/** One part, unpacked: 50,000 rows of 40 long cells are a fifth of it. */
const LARGEST_PART_BYTES = 200_000_000;

/** The parts of a zip file that are asked for, unpacked while they are read. */
export interface Zip {
  has(name: string): boolean;
  /** The bytes of a part as they are unpacked. Throws `import.refused` if it is larger than it may be. RI6 */
  read(name: string): AsyncIterable<Buffer>;
}

/**
 * Opens a zip file in memory. Nothing is unpacked before it is asked for.
 *
 * A part says its size beforehand, and is refused where it is too large; one that lies about it breaks off where it lies.
 */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const { zip, entries } = await listEntries(bytes);
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw refuseFile('sheet_broken', { part: name });
      if (entry.uncompressedSize > LARGEST_PART_BYTES) throw refuseFile('sheet_too_large', { part: name });
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
        zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error))),
      );
      try {
        yield* stream as AsyncIterable<Buffer>;
      } catch {
        throw refuseFile('sheet_broken', { part: name });
      }
    },
  };
}

function listEntries(bytes: Buffer): Promise<{ readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> }> {
  return new Promise((resolve, reject) => {
    const broken = (): void => reject(refuseFile('sheet_broken', { part: 'zip' }));
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) return broken();
      if (zip.entryCount > MOST_ENTRIES) return reject(refuseFile('sheet_too_large', { part: 'zip' }));
      const entries = new Map<string, Entry>();
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.on('error', broken);
      zip.on('end', () => resolve({ zip, entries }));
      zip.readEntry();
    });
  });
}
