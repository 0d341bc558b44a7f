import mongoose from 'mongoose';

/** MongoDB's wire protocol, as far as a proxy must read and write it. */

const { BSON } = mongoose.mongo;
const OP_MSG = 2013;
const HEADER = 16;

/** A command on its way to the server. */
export interface WireCommand {
  readonly requestId: number;
  /** `find`, `update` … */
  readonly name: string;
  readonly collection: string;
  /** The whole command, with the lists that travel apart from it. */
  readonly body: { readonly [field: string]: unknown };
}

/** Cuts whole messages off a stream of bytes. */
export function openFrames(): (chunk: Buffer) => readonly Buffer[] {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const frames: Buffer[] = [];
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      frames.push(rest.subarray(0, rest.readInt32LE(0)));
      rest = rest.subarray(rest.readInt32LE(0));
    }
    return frames;
  };
}

/** The request that a message answers. */
export function answeredRequest(frame: Buffer): number {
  return frame.readInt32LE(8);
}

/** The command in a message; undefined for the old handshake. */
export function readCommand(frame: Buffer): WireCommand | undefined {
  if (frame.readInt32LE(12) !== OP_MSG) return undefined;
  const body: { [field: string]: unknown } = {};
  for (let at = HEADER + 4; at < frame.length; ) {
    const kind = frame.readUInt8(at);
    const size = frame.readInt32LE(at + 1);
    const section = frame.subarray(at + 1, at + 1 + size);
    if (kind === 0) Object.assign(body, BSON.deserialize(section));
    else Object.assign(body, readSequence(section));
    at += 1 + size;
  }
  const name = Object.keys(body).find((field) => typeof body[field] !== 'object') ?? '';
  return { requestId: frame.readInt32LE(4), name, collection: String(body[name]), body };
}

/** A server's answer to a request that it never saw. */
export function writeAnswer(requestId: number, answer: { readonly [field: string]: unknown }): Buffer {
  const body = BSON.serialize(answer);
  const head = Buffer.alloc(HEADER + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}

function readSequence(section: Buffer): { readonly [field: string]: unknown } {
  const nameEnd = section.indexOf(0, 4);
  const documents: unknown[] = [];
  for (let at = nameEnd + 1; at < section.length; at += section.readInt32LE(at))
    documents.push(BSON.deserialize(section.subarray(at, at + section.readInt32LE(at))));
  return { [section.toString('utf8', 4, nameEnd)]: documents };
}
