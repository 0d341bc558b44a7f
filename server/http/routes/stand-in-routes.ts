import { momentOf } from '../moment.ts';
import type { StandIns } from '../../services/stand-ins.ts';
import { PERSON_ROW, STAND_IN } from '../plant-schemas.ts';
import type { Route } from '../route.ts';
import { ID_PARAM, MOMENT, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';

/** People, and who stands in for them when. */
export function standInRoutes({ standIns }: { readonly standIns: StandIns }): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/people',
      summary: 'Names, roles and departments, with running and coming absences and delegations',
      access: 'session',
      query: requestObject({ ...PAGE_QUERY, q: TEXT(200) }, []),
      answer: { status: 200, schema: pageOf(PERSON_ROW) },
      handle: async ({ reader, query }) => standIns.people(reader, query['q']),
    },
    {
      method: 'get',
      path: '/api/stand-ins',
      summary: 'Absences and delegations, earliest first; those that have ended with ended=yes',
      access: 'session',
      query: requestObject({ ...PAGE_QUERY, person: TEXT(128), ended: { enum: ['yes', 'no'] } }, []),
      answer: { status: 200, schema: pageOf(STAND_IN) },
      handle: async ({ reader, query }) =>
        standIns.list(reader, {
          ended: query['ended'] === 'yes',
          ...(query['person'] === undefined ? {} : { person: query['person'] }),
        }),
    },
    {
      method: 'post',
      path: '/api/stand-ins',
      summary: 'Somebody stands in for a person from one moment until just before another',
      access: 'session',
      body: requestObject(
        {
          person: TEXT(128),
          standIn: TEXT(128),
          fromAt: MOMENT,
          untilAt: MOMENT,
          kind: { enum: ['absence', 'delegation'] },
          note: TEXT(500),
        },
        ['person', 'standIn', 'fromAt', 'untilAt', 'kind'],
      ),
      answer: { status: 201, schema: STAND_IN },
      handle: ({ reader, body, command }) =>
        standIns.add(
          reader,
          {
            person: String(body['person']),
            standIn: String(body['standIn']),
            fromAt: momentOf(body, 'fromAt'),
            untilAt: momentOf(body, 'untilAt'),
            kind: body['kind'] === 'delegation' ? 'delegation' : 'absence',
            note: String(body['note'] ?? ''),
          },
          command,
        ),
    },
    {
      method: 'delete',
      path: '/api/stand-ins/:id',
      summary: 'Take a coming one away, or end a running one now',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 204 },
      async handle({ reader, params }) {
        await standIns.remove(reader, params['id'] ?? '');
        return null;
      },
    },
  ];
}
