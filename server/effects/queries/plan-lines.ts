import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { rowById } from './register-rows.ts';

/** One field of one line that a plan change asks for, with the line as it stands. */
export interface ChangedLine {
  readonly id: string;
  readonly field: string;
  /** What the plan holds now, whatever the request believed. */
  readonly old: Json;
  readonly new: Json;
  readonly line: JsonObject;
}

/** Lines of a plan change, for the schemas of queries. */
export const CHANGED_LINES: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    properties: { plan_line: { type: 'string' }, field: { type: 'string' } },
    required: ['plan_line', 'field'],
  },
};

/** Each field has its own question in the request, since a date is no quantity. What is not here is asked as `new`. */
const ASKED_AS: ReadonlyMap<string, string> = new Map(
  ['date', 'shift', 'seq', 'work_center', 'person'].map((field) => [field, `new_${field}`]),
);

/** The word of a line that is made no more; the row stays, so that what was planned can be read. */
const CANCELLED = 'cancelled';

/** The fields that a change names, each with its row. Throws `record.not_found` for a line that no plan has. */
export async function changedLines(
  store: Store,
  lines: Json | undefined,
  { cancelsAll = false }: { readonly cancelsAll?: boolean } = {},
): Promise<readonly ChangedLine[]> {
  const asked = (Array.isArray(lines) ? (lines as readonly Json[]) : []).filter(isJsonObject);
  return Promise.all(
    asked.map(async (one) => {
      const id = String(one['plan_line']);
      const line = await rowById(store, 'plan-lines', id);
      if (line === undefined) throw new EffectFailure('record.not_found', `There is no plan line "${id}".`, false);
      const asked = String(one['field']);
      const isCancelled = cancelsAll || asked === 'cancel';
      const field = isCancelled ? 'status' : asked;
      return { id, field, old: line[field] ?? null, new: isCancelled ? CANCELLED : newOf(one, asked), line };
    }),
  );
}

function newOf(one: JsonObject, field: string): Json {
  return one[ASKED_AS.get(field) ?? 'new'] ?? one['new'] ?? null;
}

/** What a line of a plan holds for a field. */
export function planned(_plan: JsonObject | undefined, line: JsonObject, field: string): Json {
  return line[field] ?? null;
}
