import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const HEIGHT = 240;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A photo for the demo plant, made here: a grey plate with a bore, as PNG (ISO/IEC 15948). */
export function samplePhoto(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits of grey, no interlacing.
  header[8] = 8;
  const lines = Array.from({ length: HEIGHT }, (_none, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_nothing, x) => greyAt(x, y))]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Dark inside the bore, bright at its edge, and a light fall of shade over the plate. */
function greyAt(x: number, y: number): number {
  const fromCentre = Math.hypot(x - WIDTH / 2, y - HEIGHT / 2);
  if (fromCentre < 58) return 40;
  if (fromCentre < 64) return 225;
  return 150 + Math.round((x / WIDTH) * 40);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
