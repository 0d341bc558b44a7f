import { DAY_PLAN_CHECK } from './day-plan-check.ts';
import { DAY_PLAN_DRAFT } from './day-plan-draft.ts';
import { DAY_PLAN_LINES } from './day-plan-lines.ts';
import { LOT_DOCUMENTS } from './lot-documents.ts';
import { MONTH_PLAN } from './month-plan.ts';
import { NCR_REPEATS } from './ncr-repeats.ts';
import { ORDER_REVIEW_FACTS } from './order-review-facts.ts';
import { PLAN_CHANGE_IMPACT } from './plan-change-impact.ts';
import type { PlantQuery } from './plant-query.ts';
import { REGISTER_ROW, REGISTER_ROWS } from './register-rows.ts';
import { SHORTAGE_FACTS } from './shortage-facts.ts';
import { SWITCHING_STATES } from './switching-states.ts';

/** Every query that a workflow may name. */
export const QUERIES: ReadonlyMap<string, PlantQuery> = new Map(
  [
    REGISTER_ROWS,
    REGISTER_ROW,
    ORDER_REVIEW_FACTS,
    NCR_REPEATS,
    LOT_DOCUMENTS,
    SWITCHING_STATES,
    PLAN_CHANGE_IMPACT,
    MONTH_PLAN,
    DAY_PLAN_DRAFT,
    DAY_PLAN_CHECK,
    DAY_PLAN_LINES,
    SHORTAGE_FACTS,
  ].map((query) => [query.id, query]),
);
