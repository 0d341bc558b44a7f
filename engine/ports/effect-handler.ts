import type { Json, JsonObject } from '../model/json.ts';

/** One kind of thing that is done outside. A file and a registry line each. */
export interface EffectHandler {
  /** `query`, `document`, `notify` …: the `src` of an invocation or the `type` of an action. */
  readonly name: string;
  /** Whether a state can wait for it (`invoke`), or it is asked for in passing (an action), or both. */
  readonly asked: readonly ('invoke' | 'action')[];
  /** JSON Schema of its input, for lint and for the handler's own check. */
  readonly input: JsonObject;
  /**
   * Does it. The same `key` may come again after a crash: the target must recognise it. Obeys `signal`.
   *
   * Throws `EffectFailure`; any other error counts as one that may be retried.
   */
  run(input: JsonObject, call: EffectCall): Promise<Json>;
}

export interface EffectCall {
  readonly key: string;
  readonly attempt: number;
  readonly instance: string;
  /** When the step asked for it: the same at every attempt. */
  readonly askedAt: number;
  readonly signal: AbortSignal;
}

/** A failure that says whether trying again makes sense. */
export class EffectFailure extends Error {
  readonly code: string;
  readonly retry: boolean;
  /** How long the target wants to be left in peace; nought if it did not say. */
  readonly retryAfterMs: number;
  /** What the workflow may read beside the code. */
  readonly data?: JsonObject;

  constructor(code: string, message: string, retry: boolean | { readonly afterMs: number }, data?: JsonObject) {
    super(message);
    this.name = 'EffectFailure';
    this.code = code;
    this.retry = retry !== false;
    this.retryAfterMs = typeof retry === 'object' ? retry.afterMs : 0;
    if (data !== undefined) this.data = data;
  }
}
