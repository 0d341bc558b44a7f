import type { RowDesk } from '../../services/change-rows.ts';
import type { RegisterRows } from '../../services/register-rows.ts';
import {
  REGISTER,
  REGISTER_PARAM,
  REGISTER_SCHEMA,
  ROW,
  ROW_CHANGE_BODY,
  ROW_CREATE_BODY,
  ROW_HISTORY,
  ROW_PAGE,
  ROW_PARAMS,
  ROW_REMOVE_QUERY,
  ROWS_QUERY,
} from '../register-schemas.ts';
import type { Call, Route } from '../route.ts';
import { limitOf, PAGE_QUERY, pageOf, requestObject } from '../schemas.ts';

interface Parts {
  readonly rows: RegisterRows;
  readonly desk: RowDesk;
}

/** Registers and their rows: everybody reads what they may see, few change it, each with a reason. */
export function registerRoutes(parts: Parts): readonly Route[] {
  return [...readRoutes(parts), ...changeRoutes(parts)];
}

function readRoutes({ rows }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/registers',
      summary: 'The registers of the plant, and whether you may change their rows',
      access: 'session',
      answer: { status: 200, schema: pageOf(REGISTER) },
      handle: ({ reader }) => rows.registers(reader),
    },
    {
      method: 'get',
      path: '/api/registers/:name/schema',
      summary: 'How rows of a register are shown and filled in',
      access: 'session',
      params: REGISTER_PARAM,
      answer: { status: 200, schema: REGISTER_SCHEMA },
      handle: async ({ reader, params }) => rows.schema(reader, nameOf(params)),
    },
    {
      method: 'get',
      path: '/api/registers/:name/rows',
      summary: 'Rows of a register: searched, sorted, filtered by their fields, a page at a time',
      access: 'session',
      params: REGISTER_PARAM,
      query: ROWS_QUERY,
      answer: { status: 200, schema: ROW_PAGE },
      handle: ({ reader, params, query }) => rows.list(reader, nameOf(params), rowsQuery(query)),
    },
    {
      method: 'get',
      path: '/api/registers/:name/rows/:id',
      summary: 'One row, what names it, and the cases about it',
      access: 'session',
      params: ROW_PARAMS,
      answer: { status: 200, schema: ROW },
      handle: ({ reader, params }) => rows.get(reader, nameOf(params), params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/registers/:name/rows/:id/history',
      summary: 'Who changed a row, when and why, newest first',
      access: 'session',
      params: ROW_PARAMS,
      query: requestObject({ limit: PAGE_QUERY['limit'] ?? {} }, []),
      answer: { status: 200, schema: ROW_HISTORY },
      handle: ({ reader, params, query }) =>
        rows.history(reader, nameOf(params), { id: params['id'] ?? '', limit: limitOf(query) }),
    },
  ];
}

function changeRoutes({ rows, desk }: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/registers/:name/rows',
      summary: 'Make a row; its id is the value of the key field',
      access: 'session',
      params: REGISTER_PARAM,
      body: ROW_CREATE_BODY,
      answer: { status: 201, schema: ROW },
      async handle(call) {
        const id = await desk.create(call.reader, nameOf(call.params), asked(call));
        return rows.get(call.reader, nameOf(call.params), id);
      },
    },
    {
      method: 'put',
      path: '/api/registers/:name/rows/:id',
      summary: 'Change a row, on top of the revision that was read, with a reason',
      access: 'session',
      params: ROW_PARAMS,
      body: ROW_CHANGE_BODY,
      answer: { status: 200, schema: ROW },
      async handle(call) {
        const id = call.params['id'] ?? '';
        await desk.change(call.reader, nameOf(call.params), { ...asked(call), id, rev: Number(call.body['rev']) });
        return rows.get(call.reader, nameOf(call.params), id);
      },
    },
    {
      method: 'delete',
      path: '/api/registers/:name/rows/:id',
      summary: 'Take out a row that nothing names; its history stays',
      access: 'session',
      params: ROW_PARAMS,
      query: ROW_REMOVE_QUERY,
      answer: { status: 204 },
      handle: ({ reader, params, query }) =>
        desk.remove(reader, nameOf(params), {
          id: params['id'] ?? '',
          rev: Number(query['rev']),
          reason: query['reason'] ?? '',
        }),
    },
  ];
}

function nameOf(params: Call['params']): string {
  return params['name'] ?? '';
}

function asked({ body, command }: Call) {
  return { values: body['values'] as RowValues, reason: String(body['reason']), command };
}

type RowValues = Parameters<RowDesk['create']>[2]['values'];

function rowsQuery({ q, sort, limit, cursor, ...where }: Call['query']) {
  const fields = Object.entries(where).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    where: Object.fromEntries(fields),
    limit: limitOf({ limit }),
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
