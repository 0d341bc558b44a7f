import type { Json, JsonObject } from '../../../engine/model/json.ts';

/** A pure calculation that a workflow may ask for: the same input and key give the same output. */
export interface Computation {
  /** The name after `compute:`. */
  readonly id: string;
  readonly input: JsonObject;
  readonly output: JsonObject;
  /** `key` is the effect's own: the seed of whatever is drawn. Throws `EffectFailure` for what cannot be computed. */
  compute(input: JsonObject, key: string): Json;
}
