import { NO_REFS } from '../../engine/model/command.ts';
import { EngineError, mayRetry } from '../../engine/model/engine-error.ts';
import { type JsonObject, isJsonObject, withoutNulls } from '../../engine/model/json.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { Engine } from '../../engine/runtime/engine.ts';

/** What lint and the worker know of it. */
export const START_EFFECT = {
  name: 'start',
  asked: ['action', 'invoke'],
  input: {
    type: 'object',
    properties: { workflow: { type: 'string' }, answers: { type: 'object' }, by: { type: ['string', 'null'] } },
    required: ['workflow'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/**
 * `start`: starts a case and does not wait for its end. Input `{workflow, answers?, by?}`; output `{id, number}`. It
 * starts in the name of `by`, else of the initiator, once under the effect's key.
 */
export function openStartEffect(parts: { readonly store: Store; readonly engine: () => Engine }): EffectHandler {
  return {
    ...START_EFFECT,
    async run(input, { key, instance }) {
      const { workflow, answers, by } = input;
      const initiator = (await parts.store.load(instance))?.initiator ?? '';
      try {
        const started = await parts.engine().send({
          kind: 'start',
          id: `start:${key}`,
          workflow: String(workflow),
          by: typeof by === 'string' ? by : initiator,
          answers: withoutNulls(isJsonObject(answers) ? answers : {}) as JsonObject,
          refs: NO_REFS,
        });
        return { id: started.instance.id, number: started.instance.number };
      } catch (error) {
        if (error instanceof EngineError) throw new EffectFailure(error.code, error.message, mayRetry(error.code));
        throw error;
      }
    },
  };
}
