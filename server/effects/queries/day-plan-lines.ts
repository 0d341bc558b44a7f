import type { JsonObject } from '../../../engine/model/json.ts';
import { count, list, text } from '../planning/operation.ts';
import type { PlantQuery } from './plant-query.ts';
import { lastRevision, MOVED_PLAN, planningState } from './planning-rows.ts';

/** What of a line people would notice. */
const SHOWN = ['date', 'shift', 'seq', 'work_center', 'qty', 'person'] as const;

/**
 * What became of an issued day: its lines as they stand, with what a plan change made of them, and which of the issued
 * ones changed, `{line, field, old, new}`. `revision` is the next one.
 */
export const DAY_PLAN_LINES: PlantQuery = {
  id: 'day-plan-lines',
  input: {
    type: 'object',
    properties: { day: { type: 'string' }, lines: { type: 'array' } },
    required: ['day', 'lines'],
    additionalProperties: false,
  },
  output: MOVED_PLAN,
  async run(input, { store }) {
    const day = String(input['day']);
    const { standing, plans } = await planningState(store);
    const issued = list(input['lines']);
    const now = standing.filter((line) => line['date'] === day && line['status'] !== 'cancelled');
    const lines = now.map((line) => {
      const before = issued.find((one) => one['id'] === line['id']);
      return { ...before, ...shownOf(line), id: text(line['id']), std_h: count(line['hours']) };
    });
    const changes = [
      ...issued.flatMap((line) =>
        changesOf(
          { ...line, date: day },
          standing.find((one) => one['id'] === line['id']),
        ),
      ),
      ...now
        .filter((line) => !issued.some((one) => one['id'] === line['id']))
        .map((line) => ({ line: text(line['id']), field: 'line', old: null, new: text(line['order']) })),
    ];
    return {
      lines,
      changes,
      revision: lastRevision(plans, `DP-${day.replaceAll('-', '')}-R`) + 1,
    } as unknown as JsonObject;
  },
};

function shownOf(line: JsonObject): JsonObject {
  const fields = ['order', 'op', 'product', 'work_order', 'crew', ...SHOWN];
  return Object.fromEntries(
    fields.flatMap((field) => (line[field] === undefined ? [] : [[field, line[field] ?? null]])),
  );
}

/** A line that is gone says so in one row. */
function changesOf(issued: JsonObject, standing: JsonObject | undefined): readonly JsonObject[] {
  const line = text(issued['id']);
  if (standing === undefined || standing['status'] === 'cancelled')
    return [{ line, field: 'line', old: text(issued['order']), new: null }];
  return SHOWN.flatMap((field) => {
    const [before, after] = [issued[field] ?? null, standing[field] ?? null];
    return before === after ? [] : [{ line, field, old: before, new: after }];
  });
}
