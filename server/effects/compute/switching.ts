import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Computation } from './computation.ts';

/** Lots that are looked back on. */
const LOOK_BACK = 5;
/** So many refused of them: inspection is tightened. */
const TIGHTEN_AT = 2;
/** So many refused while tightened: inspection stops until the process is mended. */
const STOP_AT = 5;

/**
 * The severity of the next inspection after a lot was judged, one row for each class: the switching rules of ISO 2859-1
 * without reduced inspection.
 *
 * Normal becomes tightened when two of five lots or fewer were refused; tightened becomes normal after five accepted in
 * a row, and is discontinued when five were refused in all. Discontinued stays, until people open it again. `reduced`
 * inspection is refused: its table is not checked against the standard.
 */
export const SWITCHING: Computation = {
  id: 'switching',
  input: {
    type: 'object',
    properties: {
      me: { type: 'string' },
      reduced: { type: ['boolean', 'null'] },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            rev: { type: 'integer' },
            severity: { enum: ['normal', 'tightened', 'discontinued'] },
            last: { type: 'array', items: { type: 'boolean' } },
            rejected: { type: 'integer', minimum: 0 },
            accepted: { type: 'boolean' },
          },
          required: ['id', 'rev', 'severity', 'last', 'rejected', 'accepted'],
        },
      },
    },
    required: ['rows'],
    additionalProperties: false,
  },
  output: { type: 'array', items: { type: 'object' } },
  compute(input) {
    if (input['reduced'] === true)
      throw new EffectFailure(
        'compute.no_plan',
        'Reduced inspection cannot be used: its table is not checked against the standard. Switch the setting off.',
        false,
      );
    return (input['rows'] as readonly JsonObject[]).map(nextOf);
  },
};

function nextOf(row: JsonObject): Json {
  const was = row['severity'] as string;
  const accepted = row['accepted'] === true;
  const last = [accepted, ...(row['last'] as readonly boolean[])].slice(0, LOOK_BACK);
  const rejected = Number(row['rejected']) + (was === 'tightened' && !accepted ? 1 : 0);
  const made = (severity: string, kept: { readonly last: readonly boolean[]; readonly rejected: number }): Json => ({
    id: row['id'] as string,
    rev: row['rev'] as number,
    was,
    severity,
    ...kept,
  });
  const afresh = { last: [], rejected: 0 };
  if (was === 'normal' && last.filter((lot) => !lot).length >= TIGHTEN_AT) return made('tightened', afresh);
  if (was === 'tightened' && rejected >= STOP_AT) return made('discontinued', { last: [], rejected });
  if (was === 'tightened' && last.length === LOOK_BACK && last.every(Boolean)) return made('normal', afresh);
  return made(was, { last, rejected });
}
