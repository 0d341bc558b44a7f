import type { JsonObject } from '../../../engine/model/json.ts';
import type { DraftOf, Drafts } from '../../services/drafts.ts';
import { DRAFT } from '../conversation-schemas.ts';
import type { Route } from '../route.ts';
import { ANSWERS, ID_PARAM, requestObject } from '../schemas.ts';

/** Half-filled forms of tasks and of starts: both alike, under two addresses. */
export function draftRoutes({ drafts }: { readonly drafts: Drafts }): readonly Route[] {
  return [
    ...routesOf(drafts, { path: '/api/tasks/:id/draft', of: (id) => ({ task: id }), what: 'a task' }),
    ...routesOf(drafts, { path: '/api/workflows/:id/draft', of: (id) => ({ start: id }), what: 'a start form' }),
  ];
}

interface Place {
  readonly path: string;
  readonly of: (id: string) => DraftOf;
  readonly what: string;
}

function routesOf(drafts: Drafts, { path, of, what }: Place): readonly Route[] {
  return [
    {
      method: 'get',
      path,
      summary: `Your draft of ${what}; with rev 0 where there is none`,
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: DRAFT },
      handle: ({ reader, params }) => drafts.get(reader, of(params['id'] ?? '')),
    },
    {
      method: 'put',
      path,
      summary: `Keep a draft of ${what}, if nothing was kept since the revision it rests on`,
      access: 'session',
      params: ID_PARAM,
      body: requestObject(
        {
          answers: ANSWERS,
          outcome: { type: ['string', 'null'], maxLength: 128 },
          rev: { type: 'integer', minimum: 0 },
        },
        ['answers', 'rev'],
      ),
      answer: { status: 200, schema: DRAFT },
      handle: ({ reader, params, body }) =>
        drafts.put(reader, of(params['id'] ?? ''), {
          answers: (body['answers'] ?? {}) as JsonObject,
          outcome: typeof body['outcome'] === 'string' ? body['outcome'] : null,
          rev: Number(body['rev']),
        }),
    },
    {
      method: 'delete',
      path,
      summary: `Take your draft of ${what} away`,
      access: 'session',
      params: ID_PARAM,
      answer: { status: 204 },
      async handle({ reader, params }) {
        await drafts.remove(reader, of(params['id'] ?? ''));
        return null;
      },
    },
  ];
}
