import { deflateSync, inflateSync } from 'node:zlib';

/** Rewrites a picture of the page with 256 colours, which is about a third of its size. Flat colours stay exact. */
export function shrinkPng(png: Buffer): Buffer {
  const picture = readPng(png);
  const palette = choosePalette(countColours(picture.pixels));
  const rows = Buffer.alloc((picture.width + 1) * picture.height);
  for (let at = 0, to = 0; at < picture.pixels.length; at += 1) {
    if (at % picture.width === 0) rows[to++] = 0;
    rows[to++] = palette.indexOf(picture.pixels[at] ?? 0);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Colours as 0xRRGGBB, row by row. */
  readonly pixels: Uint32Array;
}

/** Reads what the browser writes: eight bits a channel, not interlaced, with or without transparency. */
function readPng(png: Buffer): Picture {
  const chunks = [...chunksOf(png)];
  const head = chunks.find(({ name }) => name === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height, bytes] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  if (head[8] !== 8 || head[12] !== 0) throw new Error('This kind of PNG is not understood.');
  const data = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((part) => part.data));
  const lines = unfilter(inflateSync(data), { width, height, bytes });
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = lines.readUIntBE(at * bytes, 3);
  return { width, height, pixels };
}

function* chunksOf(png: Buffer): Generator<{ readonly name: string; readonly data: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const end = at + 8 + png.readUInt32BE(at);
    yield { name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) };
  }
}

/** Takes back what each line was filtered with. */
function unfilter(
  raw: Buffer,
  size: { readonly width: number; readonly height: number; readonly bytes: number },
): Buffer {
  const stride = size.width * size.bytes;
  const lines = Buffer.alloc(stride * size.height);
  for (let row = 0; row < size.height; row += 1) {
    const kind = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column < size.bytes ? 0 : (lines[at - size.bytes] ?? 0);
      const above = row === 0 ? 0 : (lines[at - stride] ?? 0);
      const corner = column < size.bytes || row === 0 ? 0 : (lines[at - stride - size.bytes] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind] ?? 0;
      lines[at] = (raw[row * (stride + 1) + 1 + column] ?? 0) + guess;
    }
  }
  return lines;
}

function paeth(left: number, above: number, corner: number): number {
  const [l, a, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (l <= a && l <= c) return left;
  return a <= c ? above : corner;
}

function countColours(pixels: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

interface Palette {
  readonly colours: readonly number[];
  readonly indexOf: (colour: number) => number;
}

const MOST_COLOURS = 256;
const FREQUENT_COLOURS = 160;

/**
 * The most frequent colours, and of the others those that lie farthest from all that are taken: a small green light
 * shall stay green. What is left, which is edges of letters, takes the nearest.
 */
function choosePalette(counts: ReadonlyMap<number, number>): Palette {
  const sorted = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const colours = sorted.slice(0, FREQUENT_COLOURS);
  const rest = sorted.slice(FREQUENT_COLOURS).map((colour) => ({ colour, ...nearest(colours, colour) }));
  while (colours.length < MOST_COLOURS && rest.length > 0) {
    const farthest = rest.reduce((most, each) => (each.apart > most.apart ? each : most));
    if (farthest.apart === 0) break;
    const index = colours.push(farthest.colour) - 1;
    for (const each of rest) {
      const apart = distance(each.colour, farthest.colour);
      if (apart < each.apart) Object.assign(each, { apart, index });
    }
  }
  const places = new Map(colours.map((colour, index) => [colour, index]));
  for (const { colour, index } of rest) if (!places.has(colour)) places.set(colour, index);
  return { colours, indexOf: (colour) => places.get(colour) ?? 0 };
}

function nearest(colours: readonly number[], wanted: number): { readonly index: number; readonly apart: number } {
  const apart = colours.map((colour) => distance(colour, wanted));
  const least = Math.min(...apart);
  return { index: apart.indexOf(least), apart: least };
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([size, body, check]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
