import type { JsonObject } from '../../../engine/model/json.ts';
import type { Drafts } from '../../services/drafts.ts';
import type { Tasks } from '../../services/tasks.ts';
import type { Box } from '../../services/views/task-view.ts';
import { COUNTS, INSTANCE, TASK, TASK_ROW } from '../answer-schemas.ts';
import type { Signer } from '../../identity/signer.ts';
import type { Route } from '../route.ts';
import { ANSWERS, ID_PARAM, limitOf, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';
import { SIGNATURE_BODY, signCall } from '../sign-call.ts';

interface Parts {
  readonly tasks: Tasks;
  readonly drafts: Drafts;
  readonly signer: Signer;
}

/** The inbox and its tasks. */
export function taskRoutes({ tasks, drafts, signer }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/tasks',
      summary: 'Open tasks of one box',
      access: 'session',
      query: requestObject(
        {
          ...PAGE_QUERY,
          box: { enum: ['mine', 'available', 'department', 'overdue'] },
          sort: { enum: ['due', 'newest'] },
          workflow: TEXT(64),
          q: TEXT(200, 'A part of number or subject'),
        },
        [],
      ),
      answer: { status: 200, schema: pageOf(TASK_ROW) },
      handle: ({ reader, query }) =>
        tasks.list(reader, {
          box: (query['box'] ?? 'mine') as Box,
          order: query['sort'] === 'newest' ? 'newest' : 'due',
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
          ...(query['workflow'] ? { workflow: query['workflow'] } : {}),
          ...(query['q'] ? { q: query['q'] } : {}),
        }),
    },
    {
      method: 'get',
      path: '/api/tasks/counts',
      summary: 'How many tasks each box holds, up to 1,000',
      access: 'session',
      answer: { status: 200, schema: COUNTS },
      handle: ({ reader }) => tasks.counts(reader),
    },
    {
      method: 'get',
      path: '/api/tasks/:id',
      summary: 'A task with its form, its outcomes and what was answered before',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: TASK },
      handle: ({ reader, params }) => tasks.get(reader, params['id'] ?? ''),
    },
    {
      method: 'post',
      path: '/api/tasks/:id/claim',
      summary: 'Take a task',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({}, []),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, command }) => tasks.claim(reader, params['id'] ?? '', command),
    },
    {
      method: 'post',
      path: '/api/tasks/:id/release',
      summary: 'Give a task back',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({}, []),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, command }) => tasks.release(reader, params['id'] ?? '', command),
    },
    {
      method: 'post',
      path: '/api/tasks/:id/complete',
      summary: 'Answer a task: its form and an outcome',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({ outcome: TEXT(128), answers: ANSWERS, signature: SIGNATURE_BODY }, ['outcome']),
      answer: { status: 200, schema: INSTANCE },
      async handle(call) {
        const { reader, params, body, command } = call;
        const task = params['id'] ?? '';
        const signed = await signCall(signer, call, () => tasks.noteSigning(reader, task, command));
        const after = await tasks.complete(reader, task, {
          outcome: String(body['outcome']),
          answers: (body['answers'] ?? {}) as JsonObject,
          command,
          ...signed,
        });
        await drafts.remove(reader, { task }); // DF3
        return after;
      },
    },
  ];
}
