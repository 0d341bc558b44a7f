import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import { DOCUMENT_EFFECT, type DocumentParts, openDocumentEffect } from './document.ts';
import { NOTIFY_EFFECT, openNotifyEffect } from './notify.ts';
import { openQueryEffect, QUERY_EFFECT } from './query.ts';

/** What lint knows of the effects without running any. */
export const HANDLER_FACTS: ReadonlyMap<string, Pick<EffectHandler, 'asked' | 'input'>> = new Map(
  [QUERY_EFFECT, DOCUMENT_EFFECT, NOTIFY_EFFECT].map((facts) => [facts.name, facts]),
);

/** Every effect that this server does, by name. Adding one is a file and a line. */
export function openEffects(parts: DocumentParts): ReadonlyMap<string, EffectHandler> {
  const handlers = [openQueryEffect(parts), openDocumentEffect(parts), openNotifyEffect(parts)];
  return new Map(handlers.map((handler) => [handler.name, handler]));
}
