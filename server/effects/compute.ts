import type { JsonObject } from '../../engine/model/json.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import type { Computation } from './compute/computation.ts';
import { DAY_READINESS } from './compute/day-readiness.ts';
import { RANDOM_DRAW } from './compute/random-draw.ts';
import { SAMPLING_PLAN } from './compute/sampling-plan.ts';
import { SWITCHING } from './compute/switching.ts';

/** Every calculation that a workflow may ask for. */
export const COMPUTATIONS: readonly Computation[] = [SAMPLING_PLAN, RANDOM_DRAW, SWITCHING, DAY_READINESS];

/** What lint and the worker know of them: one effect each, `compute:sampling-plan` and so on. */
export const COMPUTE_EFFECTS = COMPUTATIONS.map((computation) => factsOf(computation));

function factsOf({ id, input }: Computation) {
  return { name: `compute:${id}`, asked: ['invoke'], input } satisfies Omit<EffectHandler, 'run'>;
}

/**
 * `compute:<name>`: calculates something that FEEL cannot. It touches nothing outside and is seeded by the effect's key,
 * so a repeat gives the same. Input that does not fit is a failure that no retry mends.
 */
export function openComputeEffects(): readonly EffectHandler[] {
  const check = openFileChecker();
  return COMPUTATIONS.map((computation) => ({
    ...factsOf(computation),
    async run(input: JsonObject, { key }) {
      const wrong = check(computation.input, input)[0];
      if (wrong !== undefined)
        throw new EffectFailure(
          'compute.input_invalid',
          `"${computation.id}" cannot compute with ${wrong.path === '' ? 'its input' : wrong.path}: ${wrong.keyword}.`,
          false,
        );
      return computation.compute(input, key);
    },
  }));
}
