import { DAY_PLAN_CHECK } from './day-plan-check.ts';
import { DAY_PLAN_DRAFT } from './day-plan-draft.ts';
import { DAY_PLAN_LINES } from './day-plan-lines.ts';
import { CASE_BY_NUMBER } from './case-by-number.ts';
import { INSPECTION_GRID } from './inspection-grid.ts';
import { INSPECTION_VERDICT } from './inspection-verdict.ts';
import { LOT_DOCUMENTS } from './lot-documents.ts';
import { LOTS_TO_SHIP } from './lots-to-ship.ts';
import { MONTH_PLAN } from './month-plan.ts';
import { NCR_REPEATS } from './ncr-repeats.ts';
import { ORDER_REVIEW_FACTS } from './order-review-facts.ts';
import { PLAN_CHANGE_IMPACT } from './plan-change-impact.ts';
import type { PlantQuery } from './plant-query.ts';
import { PUT_AWAY } from './put-away.ts';
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
    INSPECTION_GRID,
    INSPECTION_VERDICT,
    PUT_AWAY,
    LOTS_TO_SHIP,
    CASE_BY_NUMBER,
    PLAN_CHANGE_IMPACT,
    MONTH_PLAN,
    DAY_PLAN_DRAFT,
    DAY_PLAN_CHECK,
    DAY_PLAN_LINES,
    SHORTAGE_FACTS,
  ].map((query) => [query.id, query]),
);
