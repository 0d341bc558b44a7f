import { DAY_PLAN_CHECK } from './day-plan-check.ts';
import { DAY_PLAN_DRAFT } from './day-plan-draft.ts';
import { DAY_PLAN_LINES } from './day-plan-lines.ts';
import { CASE_BY_NUMBER } from './case-by-number.ts';
import { INSPECTION_GRID } from './inspection-grid.ts';
import { INSPECTION_VERDICT } from './inspection-verdict.ts';
import { LOT_DOCUMENTS } from './lot-documents.ts';
import { LOTS_TO_SHIP } from './lots-to-ship.ts';
import { MONTH_PLAN } from './month-plan.ts';
import { MONTH_PLAN_CHECK } from './month-plan-check.ts';
import { MONTH_PLAN_DRAFT } from './month-plan-draft.ts';
import { MONTH_PLAN_MOVED } from './month-plan-moved.ts';
import { NCR_REPEATS } from './ncr-repeats.ts';
import { ORDER_REGISTER } from './order-register.ts';
import { ORDER_REVIEW_FACTS } from './order-review-facts.ts';
import { PICK_CHECK } from './pick-check.ts';
import { PICK_LIST } from './pick-list.ts';
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
    ORDER_REGISTER,
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
    MONTH_PLAN_DRAFT,
    MONTH_PLAN_CHECK,
    MONTH_PLAN_MOVED,
    SHORTAGE_FACTS,
    PICK_LIST,
    PICK_CHECK,
  ].map((query) => [query.id, query]),
);
