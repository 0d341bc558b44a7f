import { LOT_DOCUMENTS } from './lot-documents.ts';
import { NCR_REPEATS } from './ncr-repeats.ts';
import { ORDER_REVIEW_FACTS } from './order-review-facts.ts';
import type { PlantQuery } from './plant-query.ts';
import { REGISTER_ROW, REGISTER_ROWS } from './register-rows.ts';
import { SWITCHING_STATES } from './switching-states.ts';

/** Every query that a workflow may name. */
export const QUERIES: ReadonlyMap<string, PlantQuery> = new Map(
  [REGISTER_ROWS, REGISTER_ROW, ORDER_REVIEW_FACTS, NCR_REPEATS, LOT_DOCUMENTS, SWITCHING_STATES].map((query) => [
    query.id,
    query,
  ]),
);
