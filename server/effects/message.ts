import { type Json, isJsonObject } from '../../engine/model/json.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Messages } from '../services/messages.ts';

/** What lint and the worker know of it. */
export const MESSAGE_EFFECT = {
  name: 'message',
  asked: ['action'],
  input: {
    type: 'object',
    properties: {
      workflow: { type: 'string' },
      key: {},
      type: { type: 'string' },
      data: {},
      waitHours: { type: 'number' },
    },
    required: ['workflow', 'type'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

const HOUR_MS = 3_600_000;

/**
 * `message`: tells the case of another workflow that holds a business key, or (without `key`) every running case that can
 * take it now. Input `{workflow, key?, type, data?, waitHours?}`. A message that comes early waits.
 */
export function openMessageEffect(messages: () => Messages): EffectHandler {
  return {
    ...MESSAGE_EFFECT,
    async run(input, { key: id, instance }) {
      const { workflow, key = null, type, data = null, waitHours } = input;
      if (key !== null && typeof key !== 'string')
        throw new EffectFailure('message.key_missing', 'The key of the message is not a text. Correct `key`.', false);
      await messages().put({
        id,
        sender: `case:${instance}`,
        workflow: String(workflow),
        key,
        type: String(type),
        data: isJsonObject(data) || Array.isArray(data) ? (data as Json) : data,
        by: null,
        ...(typeof waitHours === 'number' ? { ttlMs: waitHours * HOUR_MS } : {}),
      });
      await messages().deliver();
      return null;
    },
  };
}
