import type { Lots } from '../../services/lots.ts';
import { LOT } from '../lot-schemas.ts';
import type { Route } from '../route.ts';
import { requestObject, TEXT } from '../schemas.ts';

/** Lots with everything around them. */
export function lotRoutes({ lots }: { readonly lots: Lots }): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/lots/:id',
      summary: 'A lot: facts, holds, what it was made from and what became of it, and the cases about it',
      access: 'session',
      params: requestObject({ id: TEXT(128) }, ['id']),
      answer: { status: 200, schema: LOT },
      handle: ({ reader, params }) => lots.get(reader, params['id'] ?? ''),
    },
  ];
}
