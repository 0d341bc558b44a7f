import { EngineError } from '../../../engine/model/engine-error.ts';
import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Signer } from '../../identity/signer.ts';
import type { Cases } from '../../services/cases.ts';
import type { Diagrams } from '../../services/diagrams.ts';
import type { Drafts } from '../../services/drafts.ts';
import { DIAGRAM, HISTORY, INSTANCE, INSTANCE_ROW } from '../answer-schemas.ts';
import { ANSWERED, type Route } from '../route.ts';
import { ANSWERS, ID_PARAM, limitOf, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';
import { SIGNATURE_BODY, signCall } from '../sign-call.ts';

interface Parts {
  readonly cases: Cases;
  readonly diagrams: Diagrams;
  readonly drafts: Drafts;
  readonly signer: Signer;
}

const STATUSES = ['active', 'done', 'cancelled', 'void'] as const;

/** Cases. */
export function instanceRoutes({ cases, diagrams, drafts, signer }: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/instances',
      summary: 'Start a case',
      access: 'session',
      body: requestObject(
        {
          workflow: TEXT(64),
          answers: ANSWERS,
          supersedes: TEXT(64, 'An ended case of the procedure that this one takes the place of'),
        },
        ['workflow', 'answers'],
      ),
      answer: { status: 201, schema: INSTANCE },
      async handle({ reader, body, command }) {
        const workflow = String(body['workflow']);
        const { supersedes } = body;
        const started = await cases.start(reader, {
          workflow,
          answers: body['answers'] as JsonObject,
          command,
          ...(supersedes === undefined ? {} : { supersedes: String(supersedes) }),
        });
        await drafts.remove(reader, { start: workflow }); // DF3
        return started;
      },
    },
    {
      method: 'get',
      path: '/api/instances',
      summary: 'Cases that you may see, newest first',
      access: 'session',
      query: requestObject(
        {
          ...PAGE_QUERY,
          workflow: TEXT(64),
          status: { enum: [...STATUSES] },
          key: TEXT(300),
          q: TEXT(200, 'A part of number or subject'),
        },
        [],
      ),
      answer: { status: 200, schema: pageOf(INSTANCE_ROW) },
      handle: ({ reader, query }) => cases.list(reader, { ...filterOf(query), limit: limitOf(query) }),
    },
    {
      method: 'get',
      path: '/api/instances/:id',
      summary: 'A case',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: INSTANCE },
      handle: ({ reader, params }) => cases.get(reader, params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/instances/:id/history',
      summary: 'Its history, oldest first, and whether the chain of hashes holds',
      access: 'session',
      params: ID_PARAM,
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: HISTORY },
      handle: ({ reader, params, query }) =>
        cases.history(reader, params['id'] ?? '', {
          limit: query['limit'] === undefined ? 200 : limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'get',
      path: '/api/instances/:id/diagram',
      summary: 'Its picture: BPMN 2.0 XML with the active elements named, or as JSON with all marks',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, type: 'application/xml', schema: DIAGRAM },
      async handle({ reader, params, request, response }) {
        const diagram = await diagrams.ofCase(reader, params['id'] ?? '');
        if (request.accepts(['application/xml', 'application/json']) === 'application/json') return diagram.view;
        response.type('application/xml').send(diagram.markedXml);
        return ANSWERED;
      },
    },
    {
      method: 'post',
      path: '/api/instances/:id/events',
      summary: 'A command that the workflow declares',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({ type: TEXT(128), data: ANSWERS, signature: SIGNATURE_BODY }, ['type']),
      answer: { status: 200, schema: INSTANCE },
      async handle(call) {
        const { reader, params, body, command } = call;
        const type = String(body['type']);
        // Only the worker makes XState's own events, from rows of a commit. EV1
        if (!/^[a-z][a-z0-9_]{0,62}$/.test(type))
          throw new EngineError('command.not_offered', `"${type.slice(0, 60)}" is no command of any workflow.`, {
            params: { command: type.slice(0, 60) },
          });
        const id = params['id'] ?? '';
        const signed = await signCall(signer, call, () => cases.noteSigning(reader, id, { type, command }));
        return cases.command(reader, id, {
          ...signed,
          type,
          answers: isJsonObject(body['data']) ? body['data'] : {},
          command,
        });
      },
    },
  ];
}

function filterOf(query: { readonly [name: string]: string | undefined }) {
  const status = STATUSES.find((known) => known === query['status']);
  const { workflow, key, q, cursor } = query;
  return {
    ...(workflow === undefined ? {} : { workflow }),
    ...(key === undefined ? {} : { key }),
    ...(q === undefined ? {} : { q }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(status === undefined ? {} : { status }),
  };
}
