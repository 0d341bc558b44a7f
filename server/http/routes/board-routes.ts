import type { Boards } from '../../services/boards.ts';
import { BOARD } from '../board-schemas.ts';
import type { Route } from '../route.ts';
import { ID_PARAM } from '../schemas.ts';

/** Running cases by step. */
export function boardRoutes({ boards }: { readonly boards: Boards }): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/workflows/:id/board',
      summary: 'Its running cases that you may see, by the step they stand at',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: BOARD },
      handle: ({ reader, params }) => boards.of(reader, params['id'] ?? ''),
    },
  ];
}
