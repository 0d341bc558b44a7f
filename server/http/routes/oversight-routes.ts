import { type Json, isJsonObject } from '../../../engine/model/json.ts';
import type { Oversight } from '../../services/oversight.ts';
import { INCIDENT_ROW, INSTANCE } from '../answer-schemas.ts';
import type { Route } from '../route.ts';
import { ID_PARAM, limitOf, MOMENT, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';

const REASON = TEXT(1_000, 'Why: it stands in the history');

/** What people who lead do over the work of others. Each is in the history, with its reason. */
export function oversightRoutes({ oversight }: { readonly oversight: Oversight }): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/tasks/:id/reassign',
      summary: 'Hand a task to a person by name',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({ to: TEXT(64, 'A person'), reason: REASON }, ['to', 'reason']),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, body, command }) =>
        oversight.reassign(reader, params['id'] ?? '', {
          to: String(body['to']),
          reason: String(body['reason']),
          command,
        }),
    },
    {
      method: 'post',
      path: '/api/tasks/:id/lift-separation',
      summary: 'Let a person do a task whom separation of duties keeps out: rules (a) and (e), by the plant manager',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({ person: TEXT(64, 'A person'), reason: REASON }, ['person', 'reason']),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, body, command }) =>
        oversight.liftSeparation(reader, params['id'] ?? '', {
          person: String(body['person']),
          reason: String(body['reason']),
          command,
        }),
    },
    {
      method: 'post',
      path: '/api/tasks/:id/due',
      summary: 'Give a task, or a pending timer, another due time',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({ dueAt: MOMENT, reason: REASON }, ['dueAt', 'reason']),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, body, command }) =>
        oversight.moveDue(reader, params['id'] ?? '', {
          dueAt: String(body['dueAt']),
          reason: String(body['reason']),
          command,
        }),
    },
    {
      method: 'post',
      path: '/api/instances/:id/items',
      summary: 'Add items to an open step that is done once for each, or take open ones back',
      access: 'session',
      params: ID_PARAM,
      body: requestObject(
        {
          state: TEXT(64),
          add: { type: 'array', maxItems: 100, items: {} },
          remove: { type: 'array', maxItems: 100, items: TEXT(16, 'An open task of the step, without its case') },
          reason: REASON,
        },
        ['state', 'reason'],
      ),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, body, command }) =>
        oversight.changeItems(reader, params['id'] ?? '', {
          state: String(body['state']),
          add: listOf(body['add']),
          remove: listOf(body['remove']).map(String),
          reason: String(body['reason']),
          command,
        }),
    },
    {
      method: 'get',
      path: '/api/incidents',
      summary: 'What stopped and waits for a decision, in cases that you may see',
      access: 'session',
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(INCIDENT_ROW) },
      handle: ({ reader, query }) =>
        oversight.incidents(reader, {
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'post',
      path: '/api/instances/:id/incidents',
      summary: 'Decide an incident: try again, go on with a value, or let it fail',
      access: 'session',
      params: ID_PARAM,
      body: requestObject(
        { incident: TEXT(16), action: { enum: ['retry', 'skip', 'cancel'] }, value: {}, reason: REASON },
        ['incident', 'action', 'reason'],
      ),
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params, body, command }) =>
        oversight.resolve(reader, params['id'] ?? '', {
          incident: String(body['incident']),
          action: body['action'] as 'retry' | 'skip' | 'cancel',
          ...(isJsonObject(body) && body['value'] !== undefined ? { value: body['value'] } : {}),
          reason: String(body['reason']),
          command,
        }),
    },
  ];
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
