import busboy from 'busboy';
import type { Request } from 'express';
import { EngineError } from '../../engine/model/engine-error.ts';
import { LARGEST_FILE_BYTES } from '../services/files.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads the one file of a multipart request, counting while it comes. Throws `request.too_large` and `request.invalid`. */
export function readUpload(request: Request): Promise<Upload> {
  const tooLarge = () =>
    new EngineError('request.too_large', 'The file is larger than 5 MB. Make it smaller and try again.');
  const invalid = () => new EngineError('request.invalid', 'Send one file as multipart/form-data in the field "file".');
  return new Promise((resolve, reject) => {
    const parser = openParser(request);
    if (parser === undefined) return reject(invalid());
    let upload: Upload | undefined;
    let over = false;
    parser.on('file', (_field, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        over = true;
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

function openParser(request: Request): busboy.Busboy | undefined {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 4, parts: 5, fileSize: LARGEST_FILE_BYTES },
    });
  } catch {
    return undefined;
  }
}
