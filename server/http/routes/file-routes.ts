import type { Documents } from '../../services/documents.ts';
import type { Files } from '../../services/files.ts';
import { FILE } from '../answer-schemas.ts';
import { readUpload } from '../read-upload.ts';
import { ANSWERED, type Route } from '../route.ts';
import { ID_PARAM } from '../schemas.ts';

interface Parts {
  readonly files: Files;
  readonly documents: Documents;
}

/** Nothing of a file runs, whatever it is: it is saved, never shown inside our origin. */
const FILE_POLICY = "default-src 'none'; sandbox";
/** A document is our own page with its own style and nothing else. */
const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals";

/** Files that people upload, and documents that the plant makes. */
export function fileRoutes({ files, documents }: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/files',
      summary: 'Upload one file, 5 MB at most, as multipart/form-data',
      access: 'session',
      upload: true,
      answer: { status: 201, schema: FILE },
      handle: async ({ reader, request }) => files.put(reader, await readUpload(request)),
    },
    {
      method: 'get',
      path: '/api/files/:id',
      summary: 'Download a file',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, type: 'application/octet-stream' },
      async handle({ reader, params, response }) {
        const { file, bytes } = await files.get(reader, params['id'] ?? '');
        response.attachment(file.name).type(file.type).setHeader('Content-Security-Policy', FILE_POLICY).send(bytes);
        return ANSWERED;
      },
    },
    {
      method: 'get',
      path: '/api/files/:id/picture',
      summary: 'A picture (PNG, JPEG, WebP by its content), to be shown inside a page',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, type: 'image/*' },
      async handle({ reader, params, response }) {
        const { file, bytes } = await files.picture(reader, params['id'] ?? '');
        response.type(file.type).setHeader('Content-Security-Policy', FILE_POLICY).send(bytes);
        return ANSWERED;
      },
    },
    {
      method: 'get',
      path: '/api/documents/:id',
      summary: 'A document as it was made, to read and print',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, type: 'text/html' },
      async handle({ reader, params, response }) {
        const document = await documents.get(reader, params['id'] ?? '');
        response
          .setHeader('Content-Security-Policy', DOCUMENT_POLICY)
          .setHeader('X-Document-SHA256', document.sha256)
          .type('html')
          .send(document.html);
        return ANSWERED;
      },
    },
  ];
}
