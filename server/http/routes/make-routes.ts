import { isLanguage, LANGUAGES } from '../../../engine/model/language.ts';
import type { Make } from '../../make/make.ts';
import type { MakeQuery } from '../../make/make-query.ts';
import { MAKE, PLAN } from '../make-schemas.ts';
import { ANSWERED, type ApiSchema, type Call, type Route } from '../route.ts';
import { limitOf, PAGE_QUERY, requestObject, TEXT } from '../schemas.ts';

const FILTERS: { readonly [name: string]: ApiSchema } = {
  customer: TEXT(128),
  workshop: TEXT(64),
  rag: { enum: ['red', 'amber', 'green', 'in_review', 'done'] },
  week: { type: 'string', pattern: '^\\d{4}-W\\d{2}$', description: 'The week of the deadline' },
  q: TEXT(200),
};

/** Orders with their colours, and the plan. Everybody of the plant reads them; cases are named to those who may see them. */
export function makeRoutes({ make }: { readonly make: Make }): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/make',
      summary: 'The orders with their colours and why, the worst first',
      access: 'session',
      query: requestObject({ ...PAGE_QUERY, ...FILTERS }, []),
      answer: { status: 200, schema: MAKE },
      handle: ({ reader, query }) =>
        make.list(reader, {
          ...filtersOf(query),
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'get',
      path: '/api/make/export',
      summary: 'The same orders as a table (CSV)',
      access: 'session',
      query: requestObject(
        { ...FILTERS, language: { enum: [...LANGUAGES], description: 'For links: browsers say their own language' } },
        [],
      ),
      answer: { status: 200, type: 'text/csv' },
      async handle({ reader, query, response }) {
        const asked = query['language'];
        const csv = await make.csv(isLanguage(asked) ? { ...reader, language: asked } : reader, filtersOf(query));
        response.setHeader('Content-Type', 'text/csv; charset=utf-8');
        response.setHeader('Content-Disposition', 'attachment; filename="make.csv"');
        response.setHeader('Cache-Control', 'no-store');
        response.send(csv);
        return ANSWERED;
      },
    },
    {
      method: 'get',
      path: '/api/plan',
      summary: 'Three working days of the plan by work centre and shift, and the month',
      access: 'session',
      query: requestObject(
        { from: { type: 'string', format: 'date', description: 'The first day; today if left out' } },
        [],
      ),
      answer: { status: 200, schema: PLAN },
      handle: ({ reader, query }) => make.plan(reader, query['from']),
    },
  ];
}

function filtersOf(query: Call['query']): MakeQuery {
  return Object.fromEntries(
    Object.keys(FILTERS).flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
}
