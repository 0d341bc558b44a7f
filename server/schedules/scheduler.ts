import { NO_REFS } from '../../engine/model/command.ts';
import { isEngineError, mayRetry } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import type { Engine } from '../../engine/runtime/engine.ts';
import { nextNominal } from '../../engine/schedule/next-nominal.ts';
import { planFirings } from '../../engine/schedule/plan-firings.ts';
import type { Library } from '../library/library.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { type KnownSchedule, knownSchedules } from './known-schedules.ts';
import { FIRINGS, firingId, firingsOf, type FiringRow, OPEN, SCHEDULES, type ScheduleRow } from './schedule-rows.ts';
import { startRequest } from './start-request.ts';

export interface SchedulerParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
  readonly library: Library;
}

/** Starts cases at their times. Any number of servers may tick on one store. */
export interface Scheduler {
  /**
   * Decides what has come, writes a row for each nominal time, and starts what is to be started. Answers how many cases
   * it started. What a crash left half-way is taken up where it was. SC4–SC9
   */
  tick(): Promise<number>;
  /** How long until the next nominal time of any schedule, in milliseconds; at most `mostMs`. */
  waitMs(mostMs: number): number;
}

const PAGE = 100;

/** Opens the scheduler. All that it knows stands in the store. */
export function openScheduler(parts: SchedulerParts): Scheduler {
  const { clock, keeper, library } = parts;
  const known = (): readonly KnownSchedule[] => knownSchedules(library, keeper.plant());
  return {
    async tick() {
      const failures = openFailures();
      for (const schedule of known()) {
        await failures.keep(schedule.id, async () => {
          await decideTimes(parts, schedule);
          await writeFirings(parts, schedule);
        });
      }
      const started = await startOpen(parts, failures);
      failures.throwFirst();
      return started;
    },
    waitMs(mostMs) {
      const now = clock.now();
      const next = known().flatMap(({ firing }) => nextNominal(firing.times, now) ?? []);
      return Math.max(1, Math.min(mostMs, ...next.map((at) => at - now)));
    },
  };
}

/** One write decides: of two servers that look at once, one loses it and finds all decided when it looks again. */
async function decideTimes({ store, clock }: SchedulerParts, schedule: KnownSchedule): Promise<void> {
  const stored = await store.getRecord(SCHEDULES, schedule.id);
  const now = clock.now();
  const fresh: ScheduleRow = { rule: schedule.rule, decidedAt: now, planned: [], paused: null };
  const put = (row: ScheduleRow): Promise<unknown> =>
    store.putRecord({ register: SCHEDULES, id: schedule.id, value: jsonOf(row), expect: stored?.rev ?? 0 });
  if (stored === undefined) return void (await put(fresh));
  const row = stored.value as unknown as ScheduleRow;
  // Times of another expression were never promised: counting begins now. SC7
  if (row.rule !== schedule.rule)
    return void (await put({ ...row, rule: schedule.rule, decidedAt: Math.max(row.decidedAt, now) }));
  if (row.paused !== null || row.planned.length > 0) return;
  const { firings, decidedAt } = planFirings(schedule.firing, row.decidedAt, now);
  if (firings.length > 0) await put({ ...row, decidedAt, planned: firings });
}

/** Makes a row of each decided time. A row that is there already was made by another server, or before a crash. SC5 */
async function writeFirings({ store, clock, keeper }: SchedulerParts, schedule: KnownSchedule): Promise<void> {
  const stored = await store.getRecord(SCHEDULES, schedule.id);
  const row = stored?.value as unknown as ScheduleRow | undefined;
  if (stored === undefined || row === undefined || row.planned.length === 0) return;
  for (const { nominalAt, act, why } of row.planned) {
    const now = clock.now();
    const request =
      act === 'start'
        ? startRequest(schedule, { plant: keeper.plant(), time: keeper.time(), nominalAt, now })
        : { by: null, answers: {}, problem: null };
    const state = act === 'skip' ? 'skipped' : request.problem === null ? 'open' : 'refused';
    const firing: FiringRow = {
      schedule: schedule.id,
      workflow: schedule.workflow,
      nominalAt,
      state,
      why,
      ...request,
      actualAt: state === 'open' ? null : now,
      instance: null,
    };
    await store.putRecord({
      register: FIRINGS,
      id: firingId(schedule.id, nominalAt),
      value: jsonOf(firing),
      keys: keysOf(firing),
      expect: 0,
    });
  }
  const written: ScheduleRow = { ...row, planned: [] };
  await store.putRecord({ register: SCHEDULES, id: schedule.id, value: jsonOf(written), expect: stored.rev });
}

/** What went wrong in one tick: one schedule's trouble holds up only itself, and is said when the others are done. */
interface Failures {
  /** Does it, unless the schedule has failed in this tick already: its times keep their order. */
  keep(schedule: string, work: () => Promise<void>): Promise<void>;
  throwFirst(): void;
}

function openFailures(): Failures {
  const failed = new Map<string, unknown>();
  return {
    async keep(schedule, work) {
      if (failed.has(schedule)) return;
      await work().catch((error: unknown) => failed.set(schedule, error));
    },
    throwFirst() {
      for (const error of failed.values()) throw error;
    },
  };
}

/** Starts what is open, each schedule's in the order of its times. */
async function startOpen(parts: SchedulerParts, failures: Failures): Promise<number> {
  let started = 0;
  let cursor: string | null = null;
  do {
    const page = await parts.store.listRecords({
      register: FIRINGS,
      key: OPEN,
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const record of page.items) {
      const { schedule } = record.value as unknown as FiringRow;
      await failures.keep(schedule, async () => {
        started += await startOne(parts, record);
      });
    }
    cursor = page.next;
  } while (cursor !== null);
  return started;
}

/** The command's id is the firing's, so a start that was done and not noted is found, not done again. SC5 */
async function startOne({ store, engine, clock }: SchedulerParts, record: StoredRecord): Promise<number> {
  const firing = record.value as unknown as FiringRow;
  const finish = async (done: Partial<FiringRow>): Promise<void> => {
    const value = { ...firing, ...done };
    const put = { register: FIRINGS, id: record.id, value: jsonOf(value), keys: keysOf(value) };
    await store.putRecord({ ...put, expect: record.rev });
  };
  try {
    const { instance, repeated } = await engine.send({
      kind: 'start',
      id: `schedule:${record.id}`,
      workflow: firing.workflow,
      by: firing.by ?? '',
      answers: firing.answers,
      refs: NO_REFS,
    });
    const { id, number, startedAt } = instance;
    await finish({ state: 'started', actualAt: startedAt, instance: { id, number } });
    return repeated ? 0 : 1;
  } catch (error) {
    // What may succeed later stays open: the next tick asks again under the same id.
    if (!isEngineError(error) || mayRetry(error.code) || error.code === 'store.closed') throw error;
    const details = error.problems.map(({ path, message }) => ` ${path} ${message}`).join('');
    const problem = { code: error.code, message: `${error.message}${details}` };
    await finish({ state: 'refused', actualAt: clock.now(), problem });
    return 0;
  }
}

function keysOf({ schedule, state }: FiringRow): readonly string[] {
  return state === 'open' ? [firingsOf(schedule), OPEN] : [firingsOf(schedule)];
}

function jsonOf(row: ScheduleRow | FiringRow): Json {
  return row as unknown as Json;
}
