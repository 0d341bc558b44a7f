import type { Clock } from '../ports/clock.ts';
import { EffectFailure, type EffectHandler } from '../ports/effect-handler.ts';
import type { DueWork } from '../ports/store.ts';
import type { Json, JsonObject } from '../model/json.ts';

export type EffectRun =
  | { readonly kind: 'done'; readonly output: Json }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly retry: boolean;
      readonly retryAfterMs: number;
      readonly data?: JsonObject;
    };

/**
 * Runs an effect's handler and turns whatever happens into a value.
 *
 * An unknown handler is a failure that no retry mends; any error that does not say otherwise is one that may pass.
 */
export async function runEffect(
  handlers: ReadonlyMap<string, EffectHandler>,
  run: { readonly work: DueWork & { kind: 'effect' }; readonly clock: Clock; readonly timeoutMs: number },
): Promise<EffectRun> {
  const { effect, instance, attempt } = run.work;
  const handler = handlers.get(effect.src);
  if (handler === undefined)
    return {
      kind: 'failed',
      code: 'effect.unknown',
      message: `This server knows no effect "${effect.src}".`,
      retry: false,
      retryAfterMs: 0,
    };
  const tooLong = new AbortController();
  const finished = new AbortController();
  void run.clock.after(run.timeoutMs, finished.signal).then(() => tooLong.abort());
  try {
    const output = await handler.run(effect.input, {
      key: effect.key,
      attempt,
      instance,
      askedAt: effect.createdAt,
      signal: tooLong.signal,
    });
    return { kind: 'done', output };
  } catch (error) {
    if (error instanceof EffectFailure)
      return {
        kind: 'failed',
        code: error.code,
        message: error.message,
        retry: error.retry,
        retryAfterMs: error.retryAfterMs,
        ...(error.data === undefined ? {} : { data: error.data }),
      };
    return {
      kind: 'failed',
      code: 'effect.failed',
      message: error instanceof Error ? error.message : String(error),
      retry: true,
      retryAfterMs: 0,
    };
  } finally {
    finished.abort();
  }
}
