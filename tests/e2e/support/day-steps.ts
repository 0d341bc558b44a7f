import { type Json, isJsonObject, type JsonObject } from '../../../engine/model/json.ts';
import type { ScriptedDay } from './scripted-day.ts';

/** What the scripted day's people answer, over the API. */

const READY = { material: 'lucia', machine: 'hsu', man: 'wu', method: 'tsai', measure: 'chang' } as const;

/** Objects of a list that may be missing. */
function listed(value: Json | undefined): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isJsonObject);
}

/** Makes the plan of a day, has it checked from all five sides and approved; answers its case. */
export async function issueDayPlan(day: ScriptedDay, date: string): Promise<string> {
  const id = await day.start('day-plan-t2', 'ana', { plan_date: date });
  const draft = listed(((await day.case(id)).data['draft'] as JsonObject)['lines']);
  const own = draft.filter((line) => line['id'] !== null).map(({ std_h: _computed, ...line }) => withoutNulls(line));
  await day.complete(id, { step: 'adjust.submit', by: 'ana', answers: { lines: own } });
  const lines = listed(((await day.case(id)).data['plan'] as JsonObject)['lines']);
  for (const [kind, by] of Object.entries(READY)) {
    const green = { [kind]: 'green', ...(kind === 'machine' ? { environment: 'green' } : {}) };
    const rows = lines.map((line) => ({ id: line['id'] ?? null, ...green }));
    await day.complete(id, { step: `r_${kind}.answered`, by, answers: { lines: rows } });
  }
  await day.complete(id, { step: 'approval.approve', by: 'lin' });
  return id;
}

function withoutNulls(line: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
}
