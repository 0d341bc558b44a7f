import type { Diagrams } from '../../services/diagrams.ts';
import type { Guides } from '../../services/guides.ts';
import type { Workflows } from '../../services/workflows.ts';
import { DIAGRAM, START, VERSION, WORKFLOW, WORKFLOW_DETAIL } from '../answer-schemas.ts';
import { GUIDE } from '../guide-schemas.ts';
import { ANSWERED, type Route } from '../route.ts';
import { ID_PARAM, PAGE_QUERY, pageOf, requestObject } from '../schemas.ts';

interface Parts {
  readonly guides: Guides;
  readonly workflows: Workflows;
  readonly diagrams: Diagrams;
}

/** The procedures. */
export function workflowRoutes({ workflows, diagrams, guides }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/workflows',
      summary: 'The procedures of the plant',
      access: 'session',
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(WORKFLOW) },
      handle: async ({ reader }) => ({ items: await workflows.list(reader), next: null }),
    },
    {
      method: 'get',
      path: '/api/workflows/:id',
      summary: 'The version in force: machine, forms and texts',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: WORKFLOW_DETAIL },
      handle: ({ reader, params }) => workflows.get(reader, params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/workflows/:id/start',
      summary: 'The form that starts it',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: START },
      handle: ({ reader, params }) => workflows.start(reader, params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/workflows/:id/versions',
      summary: 'Its published versions',
      access: 'session',
      params: ID_PARAM,
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(VERSION) },
      handle: async ({ reader, params }) => ({
        items: await workflows.versions(reader, params['id'] ?? ''),
        next: null,
      }),
    },
    {
      method: 'get',
      path: '/api/workflows/:id/guide',
      summary: 'The procedure on one page: who does what by when, what is signed, and what comes of it',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: GUIDE },
      handle: ({ reader, params }) => guides.get(reader, params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/workflows/:id/diagram',
      summary: 'Its picture as BPMN 2.0 XML, or as JSON with its steps',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, type: 'application/xml', schema: DIAGRAM },
      async handle({ reader, params, request, response }) {
        const view = await diagrams.ofWorkflow(reader, params['id'] ?? '');
        if (request.accepts(['application/xml', 'application/json']) === 'application/json') return view;
        response.type('application/xml').send(view.xml);
        return ANSWERED;
      },
    },
  ];
}
