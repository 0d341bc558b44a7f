import { createHash } from 'node:crypto';
import type { Command } from '../../engine/model/command.ts';
import { NO_REFS } from '../../engine/model/command.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import type { Plant } from '../../engine/model/person.ts';
import type { Version } from '../../engine/model/version.ts';
import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import { SILENT } from '../../engine/ports/logger.ts';
import type { Store } from '../../engine/ports/store.ts';
import { type Applied, type Engine, openEngine, instanceIdOf } from '../../engine/runtime/engine.ts';
import { openWorker, type Worker } from '../../engine/runtime/worker.ts';
import { compileWorkflow } from '../../engine/workflow/compile-workflow.ts';
import { openWorkingTime } from '../../engine/workflow/plant-time.ts';
import { answerChecker } from './answer-checker.ts';
import { type ManualClock, openManualClock } from './manual-clock.ts';
import { openMemoryStore } from './memory-store.ts';
import { samplePlant } from './sample-plant.ts';

/** Monday 23 November 2026, 09:00 in Taipei. */
export const MONDAY_9 = Date.UTC(2026, 10, 23, 1);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const checker = answerChecker;

/** Tells nobody: what tests do not care about must not open incidents of its own. */
const QUIET: EffectHandler = { name: 'notify', asked: ['action'], input: {}, run: async () => null };

export interface TestEngine {
  readonly engine: Engine;
  readonly store: Store;
  readonly clock: ManualClock;
  readonly worker: Worker;
  /** Changes the plant from now on. */
  setPlant(plant: Plant): void;
  start(by: string, answers?: JsonObject): Promise<Instance>;
  /** Completes an open task of a state: of a `forEach`, the one of an item. */
  complete(
    instance: Instance,
    state: string,
    by: string,
    outcome: string,
    answers?: JsonObject,
    item?: Json,
  ): Promise<Instance>;
  claim(instance: Instance, state: string, by: string): Promise<Instance>;
  command(instance: Instance, type: string, by: string, answers?: JsonObject): Promise<Instance>;
  /** Moves the clock and lets the worker do what became due. */
  pass(ms: number): Promise<void>;
  fresh(instance: Instance): Promise<Instance>;
  send(command: Command): Promise<Applied>;
}

export interface TestEngineOptions {
  readonly store?: Store;
  readonly plant?: Plant;
  readonly handlers?: readonly EffectHandler[];
  readonly clock?: ManualClock;
  /** Other workflows that cases of this one start. */
  readonly others?: readonly Version[];
}

/** An engine on real parts: the real step, a real store, a clock that is moved by hand. */
export function openTestEngine(version: Version, options: TestEngineOptions = {}): TestEngine {
  const store = options.store ?? openMemoryStore();
  const clock = options.clock ?? openManualClock(MONDAY_9);
  let plant = options.plant ?? samplePlant();
  let serial = 0;
  const newId = (word = 'command'): string => {
    serial += 1;
    return `${word}-${serial}`;
  };
  const versions = [version, ...(options.others ?? [])];
  const compiled = new Map(versions.map((one) => [one.hash, compileWorkflow(one)]));
  const engine = openEngine({
    store,
    clock,
    plant: () => plant,
    time: () => openWorkingTime(plant.calendars),
    checker,
    sha256,
    latest: (workflow) => versions.find((one) => one.workflow === workflow),
    compiled: async (_workflow, hash) => {
      const found = compiled.get(hash);
      if (found !== undefined) return found;
      throw new EngineError('version.not_found', 'There is no such version.');
    },
  });
  const handlers = new Map([QUIET, ...(options.handlers ?? [])].map((handler) => [handler.name, handler]));
  const worker = openWorker({
    store,
    engine,
    clock,
    handlers,
    logger: SILENT,
    childId: (command) => instanceIdOf(command, sha256),
    newToken: () => newId('lease'),
    jitter: () => 0,
  });

  const taskIn = (instance: Instance, state: string, item?: Json): string =>
    Object.values(instance.tasks).find(
      (task) => task.state === state && (item === undefined || task.each?.item === item),
    )?.id ?? `no-open-${state}`;
  const send = async (command: Command): Promise<Instance> => (await engine.send(command)).instance;
  return {
    engine,
    store,
    clock,
    worker,
    setPlant: (changed) => {
      plant = changed;
    },
    start: (by, answers = {}) =>
      send({ kind: 'start', id: newId(), workflow: version.workflow, by, answers, refs: NO_REFS }),
    complete: (instance, state, by, outcome, answers = {}, item = undefined) =>
      send({
        kind: 'complete',
        id: newId(),
        instance: instance.id,
        task: taskIn(instance, state, item),
        outcome,
        by,
        answers,
        refs: NO_REFS,
      }),
    claim: (instance, state, by) =>
      send({ kind: 'claim', id: newId(), instance: instance.id, task: taskIn(instance, state), by }),
    command: (instance, type, by, answers = {}) =>
      send({ kind: 'command', id: newId(), instance: instance.id, type, by, answers, refs: NO_REFS }),
    async pass(ms) {
      clock.move(ms);
      await worker.drain();
    },
    async fresh(instance) {
      return (await store.load(instance.id)) as Instance;
    },
    send: (command) => engine.send(command),
  };
}

/** Open states in order, as scenarios say them. */
export function openStates(instance: Instance): readonly string[] {
  return Object.values(instance.tasks)
    .map((task) => task.state)
    .sort();
}

/** Awaits a call that must be refused and gives the error. */
export async function refusalOf(call: Promise<unknown>): Promise<EngineError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('The call was to be refused and was not.');
}

export type { Json };
