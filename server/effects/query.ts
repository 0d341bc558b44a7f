import type { Clock } from '../../engine/ports/clock.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Store } from '../../engine/ports/store.ts';
import { isJsonObject } from '../../engine/model/json.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import type { PlantQuery } from './queries/plant-query.ts';
import { QUERIES } from './queries/query-registry.ts';

export interface QueryParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
}

/** What lint and the worker know of it. */
export const QUERY_EFFECT = {
  name: 'query',
  asked: ['invoke'],
  input: {
    type: 'object',
    properties: { query: { type: 'string' }, with: { type: 'object' } },
    required: ['query'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/**
 * `query`: reads plant data into the case. Input `{query, with}`; what `with` must be and what comes out is the
 * query's own schema. It changes nothing, so a repeat is harmless. What a guard sees of it is advisory.
 */
export function openQueryEffect(parts: QueryParts): EffectHandler {
  const check = openFileChecker();
  return {
    ...QUERY_EFFECT,
    async run(input) {
      const query: PlantQuery | undefined = QUERIES.get(String(input['query']));
      if (query === undefined)
        throw new EffectFailure('query.unknown', `There is no query "${String(input['query'])}".`, false);
      const given = isJsonObject(input['with']) ? input['with'] : {};
      const wrong = check(query.input, given)[0];
      if (wrong !== undefined)
        throw new EffectFailure(
          'query.input_invalid',
          `The query "${query.id}" cannot read ${wrong.path === '' ? 'its input' : wrong.path}: ${wrong.keyword}.`,
          false,
        );
      return query.run(given, parts);
    },
  };
}
