import { isEngineError, mayRetry } from '../model/engine-error.ts';
import type { EffectResult } from '../model/command.ts';
import type { Clock } from '../ports/clock.ts';
import type { EffectHandler } from '../ports/effect-handler.ts';
import type { Logger } from '../ports/logger.ts';
import type { DueWork, Store } from '../ports/store.ts';
import type { Engine } from './engine.ts';
import { CHILD_SRC, PARENT_SRC, runChild, tellParent } from './run-child.ts';
import { planRetry, RETRY_POLICY } from './retry-policy.ts';
import { runEffect } from './run-effect.ts';

export interface WorkerParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly handlers: ReadonlyMap<string, EffectHandler>;
  readonly logger: Logger;
  /** The id of the case that a start makes. */
  readonly childId: (command: string) => string;
  /** A name for this claim's leases, never used before. */
  readonly newToken: () => string;
  /** A number in [0, 1). */
  readonly jitter: () => number;
}

export interface Worker {
  /** Begins to look for due work, now and then and at every kick. */
  start(): void;
  /** Looks at once: something may be due. Does nothing before the start. */
  kick(): void;
  /** Without having been started: does all that is due now, and what that makes due, until nothing is. */
  drain(): Promise<number>;
  /** Takes no more and resolves when what it took is done. */
  stop(): Promise<void>;
}

/** A lease outlasts the longest handler; after a crash the work is taken again when it ends. */
const LEASE_MS = 30_000;
/** An idle worker looks this often, so a timer is late by one poll at most. */
const POLL_MS = 1_000;
const PAGE = 50;
/** So much runs side by side: targets that are slow take their time without holding up timers and other cases. */
const MOST_UNDER_WAY = 200;

/**
 * Does what is due: timers become events, effects go to their handlers and come back as events.
 *
 * A lease only saves work. What keeps it correct is that every result goes through the engine's door, where the
 * instance's turn decides. WK1–WK5
 */
export function openWorker(parts: WorkerParts): Worker {
  const { store, clock, logger } = parts;
  const stopping = new AbortController();
  let wake = new AbortController();

  const underWay = new Set<Promise<void>>();

  /** Takes what is due, at most as much as there is room for, and begins it. How much it was. */
  const beginPage = async (): Promise<number> => {
    const limit = Math.min(PAGE, MOST_UNDER_WAY - underWay.size);
    if (limit === 0) return 0;
    const claimed = await store.claimDue({ now: clock.now(), leaseMs: LEASE_MS, limit, token: parts.newToken() });
    for (const work of claimed) {
      const done: Promise<void> = doWork(parts, work).finally(() => underWay.delete(done));
      underWay.add(done);
    }
    return claimed.length;
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const begun = await beginPage().catch((error: unknown) => {
        logger.error({ error: String(error) }, 'The worker could not look for due work; it tries again.');
        return 0;
      });
      if (stopping.signal.aborted) break;
      // Slow work holds up nobody: only where there is no room the worker waits for some to end. WK6
      if (underWay.size >= MOST_UNDER_WAY) await Promise.race(underWay);
      else if (begun === 0) await clock.after(POLL_MS, wake.signal);
      if (wake.signal.aborted) wake = new AbortController();
    }
    await Promise.all(underWay);
  };

  let running: Promise<void> | undefined;
  return {
    start() {
      running ??= loop();
    },
    kick: () => wake.abort(),
    async drain() {
      let total = 0;
      for (let begun = await beginPage(); begun > 0; begun = await beginPage()) {
        total += begun;
        await Promise.all(underWay);
      }
      return total;
    },
    async stop() {
      stopping.abort();
      wake.abort();
      await running;
    },
  };
}

/** One piece of work, whatever comes of it: a failure of one never touches the others. WK4 */
async function doWork(parts: WorkerParts, work: DueWork): Promise<void> {
  try {
    if (work.kind === 'timer')
      await parts.engine.send({
        kind: 'timer',
        id: `timer:${work.instance}:${work.id}`,
        instance: work.instance,
        timer: work.id,
      });
    else await doEffect(parts, work);
  } catch (error) {
    // Gone or taken by another: whoever was faster has settled it. A store out of reach: the lease ends by itself.
    if (
      isEngineError(error) &&
      [
        'timer.closed',
        'effect.closed',
        'effect.lease_lost',
        'instance.ended',
        'store.unavailable',
        'version.conflict',
        'store.closed',
      ].includes(error.code)
    )
      return;
    const code = isEngineError(error) ? error.code : 'expression.failed';
    const message = error instanceof Error ? error.message : String(error);
    parts.logger.error(
      { instance: work.instance, work: work.id, code },
      'Due work cannot be taken; it is stopped with an incident.',
    );
    await parts.engine
      .send({
        kind: 'stop',
        id: `stop:${work.instance}:${work.id}:${work.lease}`,
        instance: work.instance,
        work: work.id,
        code,
        message,
      })
      .catch((second: unknown) => {
        parts.logger.error(
          { instance: work.instance, work: work.id, error: String(second) },
          'The incident could not be written; the work comes again when its lease ends.',
        );
      });
  }
}

async function doEffect(parts: WorkerParts, work: DueWork & { kind: 'effect' }): Promise<void> {
  const { store, engine, clock } = parts;
  const { effect, instance, id, lease } = work;
  if (effect.src === PARENT_SRC) return tellParent(parts, work, clock.now());
  if (effect.src.startsWith(CHILD_SRC)) return startChild(parts, work);
  const done = await runEffect(parts.handlers, { work, clock, timeoutMs: LEASE_MS * 0.8 });
  if (done.kind === 'failed' && done.retry) {
    const plan = planRetry(RETRY_POLICY, work.attempt, {
      failedAt: clock.now(),
      jitter: parts.jitter(),
      retryAfterMs: done.retryAfterMs,
    });
    if (plan.kind === 'retry') {
      await store.settle({
        instance,
        work: id,
        lease,
        now: clock.now(),
        outcome: { kind: 'again', dueAt: plan.dueAt, problem: { code: done.code, message: done.message } },
      });
      return;
    }
  }
  if (done.kind === 'done' && effect.state === null) {
    await store.settle({ instance, work: id, lease, now: clock.now(), outcome: { kind: 'done' } });
    return;
  }
  const result: EffectResult =
    done.kind === 'done'
      ? done
      : {
          kind: 'failed',
          code: done.code,
          message: done.message,
          gaveUp: done.retry,
          ...(done.data === undefined ? {} : { data: done.data }),
        };
  await engine.send({
    kind: 'effect',
    id: `effect:${instance}:${id}:${lease}`,
    instance,
    effect: id,
    lease,
    result,
  });
}

/** A start that is refused is the failure of the effect; everything else is as for any due work. CH5 */
async function startChild(parts: WorkerParts, work: DueWork & { kind: 'effect' }): Promise<void> {
  try {
    await runChild(parts, work, parts.clock.now());
  } catch (error) {
    if (!isEngineError(error) || mayRetry(error.code) || NOT_REFUSED.has(error.code)) throw error;
    await parts.engine.send({
      kind: 'effect',
      id: `effect:${work.instance}:${work.id}:${work.lease}`,
      instance: work.instance,
      effect: work.id,
      lease: work.lease,
      result: { kind: 'failed', code: error.code, message: error.message, gaveUp: false },
    });
  }
}

/** Codes that say nothing against the child itself. */
const NOT_REFUSED = new Set(['effect.closed', 'effect.lease_lost', 'store.closed', 'store.full']);
