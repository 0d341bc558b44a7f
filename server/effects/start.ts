import { NO_REFS } from '../../engine/model/command.ts';
import { EngineError, mayRetry } from '../../engine/model/engine-error.ts';
import { type JsonObject, isJsonObject, withoutNulls } from '../../engine/model/json.ts';
import type { Instance } from '../../engine/model/instance.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { Engine } from '../../engine/runtime/engine.ts';
import type { Library } from '../library/library.ts';
import type { Messages } from '../services/messages.ts';

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

export interface StartParts {
  readonly store: Store;
  readonly library: Library;
  readonly engine: () => Engine;
  readonly messages: () => Messages;
}

/**
 * `start`: starts a case and does not wait for its end. Input `{workflow, answers?, by?}`; output `{id, number}`. It
 * starts in the name of `by`, else of the initiator, once under the effect's key. Where its key is held and the workflow
 * says what then (`meta.taken`), the case that holds it is told, and the output is that case. MS7
 */
export function openStartEffect(parts: StartParts): EffectHandler {
  return {
    ...START_EFFECT,
    async run(input, { key, instance }) {
      const { workflow, answers, by } = input;
      const initiator = (await parts.store.load(instance))?.initiator ?? '';
      const given = withoutNulls(isJsonObject(answers) ? answers : {}) as JsonObject;
      try {
        const started = await parts.engine().send({
          kind: 'start',
          id: `start:${key}`,
          workflow: String(workflow),
          by: typeof by === 'string' ? by : initiator,
          answers: given,
          refs: NO_REFS,
        });
        return { id: started.instance.id, number: started.instance.number };
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        const told =
          error.code === 'key.taken'
            ? await tellHolder(parts, error, { id: key, instance, workflow: String(workflow), data: given })
            : undefined;
        if (told !== undefined) return { id: told.id, number: told.number };
        throw new EffectFailure(error.code, error.message, mayRetry(error.code));
      }
    },
  };
}

/** Tells the case that holds the key what the other would have begun with; undefined where the workflow says no such thing. */
async function tellHolder(
  { store, library, messages }: StartParts,
  taken: EngineError,
  second: { readonly id: string; readonly instance: string; readonly workflow: string; readonly data: JsonObject },
): Promise<Instance | undefined> {
  const type = library.latest(second.workflow)?.bundle.machine.meta.taken;
  const holder = await store.load(String(taken.params['holder'] ?? ''));
  if (type === undefined || holder?.key == null) return undefined;
  const { id, instance, workflow, data } = second;
  await messages().put({ id, sender: `case:${instance}`, workflow, key: holder.key, type, data, by: null });
  await messages().deliver();
  return holder;
}
