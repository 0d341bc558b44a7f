import { isUtf8 } from 'node:buffer';
import { refuseFile } from './refuse-file.ts';

/** The text of a file in UTF-8, with or without a byte order mark. Throws `import.refused` with the first byte that is none. RI1 */
export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw refuseFile('utf16');
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw refuseFile('binary', { byte: zero + 1 });
  if (!isUtf8(bytes)) {
    const at = firstBadByte(bytes);
    const row = 1 + countOf(bytes.subarray(0, at), 0x0a);
    throw refuseFile('encoding', { byte: at + 1, row, value: `0x${(bytes[at] ?? 0).toString(16).toUpperCase()}` });
  }
  const marked = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', marked ? 3 : 0);
}

/** How often a byte stands in bytes. */
function countOf(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** Index of the first byte with which no character can begin or go on. */
function firstBadByte(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (!isUtf8(bytes.subarray(at, at + size))) return at;
    at += size;
  }
  return at;
}
