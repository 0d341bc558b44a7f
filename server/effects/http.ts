import type { JsonObject } from '../../engine/model/json.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import { type EffectCall, EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { checkTarget, type ResolveHost, resolveHost, type Target } from './http/check-target.ts';
import { type Answer, exchange } from './http/exchange.ts';
import { readAnswer } from './http/read-answer.ts';
import { LONGEST_TIMEOUT_MS, readRequest, type WebhookRequest } from './http/read-request.ts';
import { signRequest } from './http/sign-request.ts';
import { NO_WEBHOOK_SETTINGS, type WebhookSettings } from './http/webhook-settings.ts';

export interface HttpParts {
  readonly clock: Clock;
  readonly breaker: CircuitBreaker;
  /** Left out: public hosts, unsigned. */
  readonly webhooks?: WebhookSettings;
  /** Left out: the machine's name service. */
  readonly resolve?: ResolveHost;
}

/** What lint and the worker know of it. */
export const HTTP_EFFECT = {
  name: 'http',
  asked: ['invoke', 'action'],
  input: {
    type: 'object',
    properties: {
      method: { type: 'string', enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
      url: { type: 'string' },
      headers: { type: 'object', additionalProperties: { type: 'string' } },
      body: {},
      timeoutMs: { type: 'integer', minimum: 1, maximum: LONGEST_TIMEOUT_MS },
      secret: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    },
    required: ['method', 'url'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/** A target may ask for more patience than this; the policy of retries decides then. */
const LONGEST_RETRY_AFTER_MS = 60_000;
/** Statuses below 500 that say "later" and not "no". */
const LATER = new Set([408, 425, 429]);

/**
 * `http`: asks another program, signed as Standard Webhooks are. Output `{status, headers, body}` of a 2xx.
 *
 * `webhook-id` is the effect's key, the same at every attempt: the target recognises a repeat by it. What the target
 * says stands in no failure, only its status. HO1–HO8
 */
export function openHttpEffect(parts: HttpParts): EffectHandler {
  const check = openFileChecker();
  return {
    ...HTTP_EFFECT,
    async run(input, call) {
      const wrong = check(HTTP_EFFECT.input, input)[0];
      if (wrong !== undefined)
        throw new EffectFailure(
          'input.invalid',
          `The request cannot be made: ${wrong.path === '' ? 'its input' : wrong.path} fails ${wrong.keyword}. Correct the workflow.`,
          false,
        );
      const request = readRequest(input);
      const keys = keysOf(request, parts.webhooks ?? NO_WEBHOOK_SETTINGS);
      return withDeadline(parts.clock, { call, timeoutMs: request.timeoutMs }, (signal) =>
        ask(parts, request, { keys, key: call.key, signal }),
      );
    },
  };
}

/** A secret that is asked for by name must be there; a request without one is signed if the plant has a general one. */
function keysOf({ secret }: WebhookRequest, { secrets }: WebhookSettings): readonly Buffer[] {
  const keys = secrets.get(secret ?? '');
  if (keys === undefined && secret !== null)
    throw new EffectFailure(
      'secret.unknown',
      `There is no secret "${secret}". Set WEBHOOK_SECRET_${secret.toUpperCase()} where the server starts.`,
      false,
    );
  return keys ?? [];
}

/** Stops the work when the time of the request is over, or the worker's. Nothing is left waiting afterwards. */
async function withDeadline<T>(
  clock: Clock,
  { call, timeoutMs }: { readonly call: EffectCall; readonly timeoutMs: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const tooLong = new AbortController();
  const finished = new AbortController();
  void clock.after(timeoutMs, finished.signal).then(() => tooLong.abort());
  try {
    return await work(AbortSignal.any([call.signal, tooLong.signal]));
  } finally {
    finished.abort();
  }
}

async function ask(
  { clock, breaker, webhooks = NO_WEBHOOK_SETTINGS, resolve = resolveHost }: HttpParts,
  { method, url, headers, body }: WebhookRequest,
  given: { readonly keys: readonly Buffer[]; readonly key: string; readonly signal: AbortSignal },
): Promise<JsonObject> {
  const { signal } = given;
  const silence = new Promise<never>((_resolve, reject) => {
    const stop = (): void =>
      reject(new EffectFailure('target.silent', 'The name service did not answer in time.', true));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  silence.catch(() => undefined);
  const target = await Promise.race([checkTarget(url, webhooks, resolve), silence]);
  const timestamp = Math.floor(clock.now() / 1_000);
  const signed = signRequest({ id: given.key, timestamp, body: body ?? '' }, given.keys);
  return breaker.through(target.name, async () => {
    const answer = await exchange(target, {
      method,
      headers: {
        accept: 'application/json, text/*;q=0.5',
        'accept-encoding': 'identity',
        'user-agent': 'gembaflow',
        ...headers,
        ...signed,
      },
      body,
      signal,
    });
    refuseStatus(answer, target, clock.now());
    return readAnswer(answer, target.name);
  });
}

/** 2xx is done; 5xx and "later" may be tried again; a redirect and every other "no" is for people. HO6 */
function refuseStatus({ status, headers }: Answer, { name }: Target, now: number): void {
  if (status >= 200 && status < 300) return;
  const code = `http.${status}`;
  if (status >= 500 || LATER.has(status)) {
    const afterMs = retryAfterMs(headers['retry-after'], now);
    throw new EffectFailure(code, `${name} answered ${status}: it cannot do this now.`, { afterMs }, { status });
  }
  const sentence =
    status >= 300 && status < 400
      ? `${name} answered ${status}: it sends us elsewhere, which is not followed. Write the final URL.`
      : `${name} refused the request with ${status}. Compare it with what the target expects.`;
  throw new EffectFailure(code, sentence, false, { status });
}

/** Seconds or a date, at most a minute; nought for what is neither. */
function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS) : 0;
}
