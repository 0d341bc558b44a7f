import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import { type DocumentParts, openDocumentEffect } from './document.ts';
import { openNotifyEffect } from './notify.ts';
import { openQueryEffect } from './query.ts';

/** Every effect that this server does, by name. Adding one is a file and a line. */
export function openEffects(parts: DocumentParts): ReadonlyMap<string, EffectHandler> {
  const handlers = [openQueryEffect(parts), openDocumentEffect(parts), openNotifyEffect(parts)];
  return new Map(handlers.map((handler) => [handler.name, handler]));
}
