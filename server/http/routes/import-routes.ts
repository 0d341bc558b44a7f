import { pipeline } from 'node:stream/promises';
import type { Store } from '../../../engine/ports/store.ts';
import { exportRegister } from '../../services/register-export.ts';
import type { RegisterImports } from '../../services/register-imports.ts';
import { APPLY_BODY, EXPORT_QUERY, IMPORT, IMPORT_ROWS, IMPORT_ROWS_QUERY } from '../import-schemas.ts';
import { readUpload } from '../read-upload.ts';
import { REGISTER_PARAM, ROW_PARAMS } from '../register-schemas.ts';
import { ANSWERED, type Call, type Route } from '../route.ts';
import { limitOf, pageOf } from '../schemas.ts';

interface Parts {
  readonly store: Store;
  readonly imports: RegisterImports;
}

/** 50,000 rows with all their texts are less. RI6 */
const LARGEST_IMPORT_BYTES = 20 * 1024 * 1024;

/** Rows of a register as files: in, with a preview of what would change, and out. */
export function importRoutes(parts: Parts): readonly Route[] {
  return [...exportRoutes(parts), ...readingRoutes(parts), ...applyRoutes(parts)];
}

function exportRoutes({ store }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/registers/:name/export',
      summary: 'All rows as CSV or XLSX; an import reads it back',
      access: 'session',
      params: REGISTER_PARAM,
      query: EXPORT_QUERY,
      answer: { status: 200, type: 'application/octet-stream' },
      async handle({ reader, params, query, response }) {
        const format = query['format'] === 'xlsx' ? 'xlsx' : 'csv';
        const file = exportRegister({ store }, reader, { register: nameOf(params), format });
        response.attachment(file.name).setHeader('Content-Type', file.type);
        await pipeline(file.stream, response).catch(unlessLeft);
        return ANSWERED;
      },
    },
  ];
}

function readingRoutes({ imports }: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/registers/:name/imports',
      summary:
        'Send a CSV or XLSX of at most 50,000 rows and 20 MB; it is read and compared, and nothing is changed yet',
      access: 'session',
      params: REGISTER_PARAM,
      upload: true,
      answer: { status: 202, schema: IMPORT },
      handle: async ({ reader, params, request }) =>
        imports.start(reader, nameOf(params), await readUpload(request, LARGEST_IMPORT_BYTES)),
    },
    {
      method: 'get',
      path: '/api/registers/:name/imports',
      summary: 'The newest imports of a register',
      access: 'session',
      params: REGISTER_PARAM,
      answer: { status: 200, schema: pageOf(IMPORT) },
      handle: ({ reader, params }) => imports.list(reader, nameOf(params)),
    },
    {
      method: 'get',
      path: '/api/registers/:name/imports/:id',
      summary: 'How far an import is, and what is wrong with its file',
      access: 'session',
      params: ROW_PARAMS,
      answer: { status: 200, schema: IMPORT },
      handle: ({ reader, params }) => imports.get(reader, nameOf(params), params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/registers/:name/imports/:id/rows',
      summary: 'What an import would add or change, or what is wrong, in the file’s order',
      access: 'session',
      params: ROW_PARAMS,
      query: IMPORT_ROWS_QUERY,
      answer: { status: 200, schema: IMPORT_ROWS },
      handle: ({ reader, params, query }) =>
        imports.rows(reader, nameOf(params), {
          id: params['id'] ?? '',
          kind: query['kind'] as 'add' | 'change' | 'bad',
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
  ];
}

function applyRoutes({ imports }: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/registers/:name/imports/:id/apply',
      summary: 'Write what the preview shows, wholly or not at all; a preview that is out of date is refused',
      access: 'session',
      params: ROW_PARAMS,
      body: APPLY_BODY,
      answer: { status: 202, schema: IMPORT },
      handle: ({ reader, params, body }) =>
        imports.apply(reader, nameOf(params), { id: params['id'] ?? '', reason: String(body['reason']) }),
    },
  ];
}

/** Somebody who closes the page does not want the rest. */
function unlessLeft(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
}

function nameOf(params: Call['params']): string {
  return params['name'] ?? '';
}
