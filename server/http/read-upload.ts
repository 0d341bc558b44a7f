import busboy from 'busboy';
import type { Request } from 'express';
import { EngineError } from '../../engine/model/engine-error.ts';
import { LARGEST_FILE_BYTES } from '../services/files.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a multipart body has around its file. */
const AROUND_BYTES = 64 * 1024;
/** A file that is a little too large is read to its end and thrown away, so that its sender hears why. */
const LARGEST_DRAIN_BYTES = 32 * 1024 * 1024;

/** Reads the one file of a multipart request, counting while it comes; of what is too large nothing is kept. CV7 Throws `request.too_large` and `request.invalid`. */
export function readUpload(request: Request, mostBytes = LARGEST_FILE_BYTES): Promise<Upload> {
  const tooLarge = () =>
    new EngineError(
      'request.too_large',
      `The file is larger than ${mostBytes / 1024 / 1024} MB. Make it smaller and try again.`,
      { params: { mb: mostBytes / 1024 / 1024 } },
    );
  const invalid = () => new EngineError('request.invalid', 'Send one file as multipart/form-data in the field "file".');
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_DRAIN_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const parser = openParser(request, mostBytes);
    if (parser === undefined) return reject(invalid());
    let upload: Upload | undefined;
    let over = false;
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes + AROUND_BYTES) over = true;
      if (size <= LARGEST_DRAIN_BYTES) return;
      request.unpipe(parser);
      request.pause();
      reject(tooLarge());
    });
    parser.on('file', (_field, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        over = true;
        chunks.length = 0;
      });
      stream.on('end', () => {
        upload ??= { name: info.filename ?? '', bytes: Buffer.concat(chunks) };
      });
    });
    parser.on('error', () => reject(invalid()));
    parser.on('close', () => {
      if (over) reject(tooLarge());
      else if (upload === undefined) reject(invalid());
      else resolve(upload);
    });
    request.pipe(parser);
  });
}

function openParser(request: Request, fileSize: number): busboy.Busboy | undefined {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 4, parts: 5, fileSize },
    });
  } catch {
    return undefined;
  }
}
