import { EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import { compileExpression, feelOf, isExpression } from '../../engine/feel/expression.ts';
import { feelFunctions } from '../../engine/feel/functions.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import type { Plant } from '../../engine/model/person.ts';
import type { WorkingTime } from '../../engine/workflow/plant-time.ts';
import type { KnownSchedule } from './known-schedules.ts';
import type { FiringRow } from './schedule-rows.ts';

/** What expressions of a schedule may ask. */
export interface Moment {
  readonly plant: Plant;
  readonly time: WorkingTime;
  readonly nominalAt: number;
  readonly now: number;
}

/** In whose name and with which answers a firing starts a case, or why it cannot. SC8 */
export function startRequest(schedule: KnownSchedule, moment: Moment): Pick<FiringRow, 'by' | 'answers' | 'problem'> {
  const by = personFor(schedule.file.by, moment.plant);
  if (by === null) {
    const message = `Nobody who is active is "${schedule.file.by}". Give the role to somebody, or name another.`;
    return { by, answers: {}, problem: { code: 'permission.denied', message } };
  }
  try {
    return { by, answers: answersAt(schedule.file.answers ?? {}, moment), problem: null };
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return { by, answers: {}, problem: { code: error.code, message: error.message } };
  }
}

/** The person of that id, else the first active one of the role, in order of their ids. */
function personFor(name: string, plant: Plant): string | null {
  const named = plant.people.get(name);
  if (named?.active === true) return named.id;
  const able = [...plant.people.values()].filter(({ active, roles }) => active && roles.includes(name));
  return able.map(({ id }) => id).sort()[0] ?? null;
}

function answersAt(answers: JsonObject, { plant, time, nominalAt, now }: Moment): JsonObject {
  const iso = (at: number): string => new Date(at).toISOString();
  const functions = feelFunctions((moment, duration) => time.plus(moment, duration, undefined));
  const ask = (value: Json): Json => {
    if (!isExpression(value)) return value;
    const compiled = compileExpression(feelOf(value), ['nominal', 'now', 'settings'], functions);
    const asked = compiled.evaluate([iso(nominalAt), iso(now), plant.settings]);
    if (asked === undefined) throw new EngineError('expression.failed', `"${value}" gives nothing. Correct it.`);
    return asked;
  };
  return Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, ask(value)]));
}
