import { ORDER_REVIEW_FACTS } from './order-review-facts.ts';
import type { PlantQuery } from './plant-query.ts';

/** Every query that a workflow may name. */
export const QUERIES: ReadonlyMap<string, PlantQuery> = new Map([ORDER_REVIEW_FACTS].map((query) => [query.id, query]));
