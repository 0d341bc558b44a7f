import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Engine } from '../../engine/runtime/engine.ts';
import type { Messages } from '../services/messages.ts';
import { COMPUTE_EFFECTS, openComputeEffects } from './compute.ts';
import { DOCUMENT_EFFECT, type DocumentParts, openDocumentEffect } from './document.ts';
import { openCircuitBreaker } from './circuit-breaker.ts';
import { HTTP_EFFECT, openHttpEffect } from './http.ts';
import type { WebhookSettings } from './http/webhook-settings.ts';
import { MESSAGE_EFFECT, openMessageEffect } from './message.ts';
import { NOTIFY_EFFECT, openNotifyEffect } from './notify.ts';
import { openQueryEffect, QUERY_EFFECT } from './query.ts';
import { openRecordEffect, RECORD_EFFECT } from './record.ts';
import { openStartEffect, START_EFFECT } from './start.ts';

/** What lint knows of the effects without running any. */
export const HANDLER_FACTS: ReadonlyMap<string, Pick<EffectHandler, 'asked' | 'input'>> = new Map(
  [
    QUERY_EFFECT,
    RECORD_EFFECT,
    DOCUMENT_EFFECT,
    NOTIFY_EFFECT,
    MESSAGE_EFFECT,
    START_EFFECT,
    HTTP_EFFECT,
    ...COMPUTE_EFFECTS,
  ].map((facts) => [facts.name, facts]),
);

/** What effects are made of. Those that reach into other cases get the engine later, since it is opened with them. */
export interface EffectParts extends DocumentParts {
  readonly engine: () => Engine;
  readonly messages: () => Messages;
  readonly webhooks?: WebhookSettings;
}

/** Every effect that this server does, by name. Adding one is a file and a line. */
export function openEffects(parts: EffectParts): ReadonlyMap<string, EffectHandler> {
  const handlers = [
    openQueryEffect(parts),
    openRecordEffect(parts),
    ...openComputeEffects(),
    openDocumentEffect(parts),
    openNotifyEffect(parts),
    openMessageEffect(parts.messages),
    openStartEffect(parts),
    openHttpEffect({ ...parts, breaker: openCircuitBreaker(parts.clock) }),
  ];
  return new Map(handlers.map((handler) => [handler.name, handler]));
}
