import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { rowById } from './register-rows.ts';

/** One line that a plan change asks for, with its line of the plan as it stands. */
export interface ChangedLine {
  readonly id: string;
  readonly field: string;
  readonly old: Json;
  readonly new: Json;
  readonly line: JsonObject;
}

/** Lines of a plan change, for the schemas of queries. */
export const CHANGED_LINES: JsonObject = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: { plan_line: { type: 'string' }, field: { type: 'string' } },
    required: ['plan_line', 'field', 'new'],
  },
};

/** The lines that a change names, each with its row. Throws `record.not_found` for a line that no plan has. */
export async function changedLines(store: Store, lines: Json | undefined): Promise<readonly ChangedLine[]> {
  const asked = (Array.isArray(lines) ? (lines as readonly Json[]) : []).filter(isJsonObject);
  return Promise.all(
    asked.map(async (one) => {
      const id = String(one['plan_line']);
      const line = await rowById(store, 'plan-lines', id);
      if (line === undefined) throw new EffectFailure('record.not_found', `There is no plan line "${id}".`, false);
      return { id, field: String(one['field']), old: one['old'] ?? null, new: one['new'] ?? null, line };
    }),
  );
}

/** What a plan holds for a field of a line: the value that was changed last, else that of the line. */
export function planned(plan: JsonObject | undefined, line: JsonObject, field: string): Json {
  const values = plan?.['values'];
  const name = `${String(line['id'])}/${field}`;
  return (isJsonObject(values) && Object.hasOwn(values, name) ? values[name] : line[field]) ?? null;
}
