import type { JsonObject } from '../../../engine/model/json.ts';
import { count, list, text } from '../planning/operation.ts';
import type { PlantQuery } from './plant-query.ts';
import { lastRevision, MOVED_PLAN, planningState } from './planning-rows.ts';

/**
 * What became of an issued month after plan changes: a line is finished no earlier than the last day on which its order
 * stands in the day plan. `changes` names those that moved; `revision` is the next one.
 */
export const MONTH_PLAN_MOVED: PlantQuery = {
  id: 'month-plan-moved',
  input: {
    type: 'object',
    properties: { plan: { type: 'string' }, lines: { type: 'array' } },
    required: ['plan', 'lines'],
    additionalProperties: false,
  },
  output: MOVED_PLAN,
  async run(input, { store }) {
    const { standing, plans } = await planningState(store);
    const issued = list(input['lines']);
    const planned = standing.filter((line) => line['status'] !== 'cancelled' && count(line['qty']) > 0);
    const lines = issued.map((line) => {
      const days = planned.filter((one) => one['order'] === line['order_no']).map((one) => text(one['date']));
      const last = days.sort().at(-1);
      return last === undefined || last <= text(line['finish']) ? line : movedTo(line, last);
    });
    const changes = lines.flatMap((line, index) => {
      const [old, now] = [issued[index]?.['finish'] ?? null, line['finish'] ?? null];
      return old === now
        ? []
        : [{ line: line['id'] ?? null, product: line['product'] ?? null, field: 'finish', old, new: now }];
    });
    return { lines, changes, revision: lastRevision(plans, `${text(input['plan'])}-`) + 1 } as unknown as JsonObject;
  },
};

function movedTo(line: JsonObject, finish: string): JsonObject {
  const due = line['committed_date'];
  return { ...line, finish, late: typeof due === 'string' && finish > due };
}
