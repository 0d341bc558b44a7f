import type { SchemaChecker } from '../model/schema-checker.ts';
import type { Command } from '../model/command.ts';
import type { CommitResult } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance } from '../model/instance.ts';
import type { Plant } from '../model/person.ts';
import type { Version } from '../model/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Sha256 } from '../step/history-chain.ts';
import { planStart, type PlannedStart, type StartCommand } from '../step/start-case.ts';
import type { StepContext } from '../step/run.ts';
import { digestOf } from '../step/seal-commit.ts';
import { refusing, refusingPlan, type Stepped, takeStep } from '../step/take-step.ts';
import type { CompiledWorkflow } from '../workflow/compile-workflow.ts';
import type { WorkingTime } from '../workflow/plant-time.ts';
import { openQueues } from './queues.ts';
import { openSequenceDesk } from './reserve-seq.ts';

/** What the engine is given. Versions, plant and time are asked anew for each command. */
export interface EngineParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly plant: () => Plant;
  readonly time: () => WorkingTime;
  readonly checker: SchemaChecker;
  readonly sha256: Sha256;
  /** The version in force, or undefined. */
  readonly latest: (workflow: string) => Version | undefined;
  /** A version that was published once, made ready. Throws `version.not_found`. */
  readonly compiled: (workflow: string, hash: string) => Promise<CompiledWorkflow>;
  /** Told after each commit, in the order of commits of one instance. */
  readonly onCommit?: (after: Instance, before: Instance | null) => void;
}

export interface Applied {
  readonly instance: Instance;
  /** True if the command had been applied before: nothing was changed now. */
  readonly repeated: boolean;
  /** The revision that the command made. */
  readonly rev: number;
}

export interface Engine {
  /**
   * The one door: applies a command to its instance.
   *
   * What it answered is stored; what it refused, with an `EngineError`, changed nothing. A lost race is stepped again
   * from fresh state; an unknown outcome of the store is looked up and asked again under the same id. RT1–RT5
   */
  send(command: Command): Promise<Applied>;
  /** The step's surroundings at this moment, for questions that change nothing (explain, offers). */
  context(instance: Pick<Instance, 'workflow' | 'versionHash'>): Promise<StepContext>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** One try at a command: what was read, what the step says, and whom to tell how it ended. */
interface Try {
  readonly before: Instance | null;
  readonly stepped: Stepped;
  readonly ended?: (kept: boolean) => void;
}

/** A lost race is rare beyond a handful of writers on one instance; above this something is wrong. */
const MOST_ATTEMPTS = 40;

/** Opens the engine on its parts. It holds nothing that a restart would miss. */
export function openEngine(parts: EngineParts): Engine {
  const queues = openQueues();
  const desk = openSequenceDesk();

  const contextOf = async (workflow: string, hash: string): Promise<StepContext> => {
    const compiled = await parts.compiled(workflow, hash);
    return {
      workflow: compiled,
      plant: parts.plant(),
      time: parts.time(),
      checker: parts.checker,
      sha256: parts.sha256,
      now: parts.clock.now(),
    };
  };

  const repeatOf = async (command: Command): Promise<Applied | undefined> => {
    const found = await parts.store.findCommand(command.id);
    if (found === undefined) return undefined;
    if (found.digest !== null && found.digest !== digestOf(command, parts.sha256)) {
      throw new EngineError(
        'command.reused',
        'This Idempotency-Key was used for another command. Use a new one for each command.',
      );
    }
    if (found.digest === null && 'instance' in command && command.instance !== found.instance) {
      throw new EngineError(
        'command.reused',
        'This Idempotency-Key was used in another case. Use a new one for each command.',
      );
    }
    return { instance: await loadOrThrow(found.instance), repeated: true, rev: found.rev };
  };

  const loadOrThrow = async (id: string): Promise<Instance> => {
    const instance = await parts.store.load(id);
    if (instance === undefined)
      throw new EngineError('instance.not_found', 'There is no such case. Go back to the list of cases.');
    return instance;
  };

  /** One try: read, step, commit. Undefined: somebody was faster, or the command was applied before; look and try again. */
  const attempt = async (command: Command, read: () => Promise<Try>): Promise<Applied | undefined> => {
    const { before, stepped, ended } = await read();
    const result = await commitOf(stepped).catch((error: unknown) => {
      ended?.(false);
      throw error;
    });
    ended?.(result.kind === 'applied');
    if (stepped.kind === 'refused') {
      // What is refused now may have been applied before, here or by another server: its outcome is the answer.
      const meanwhile = await repeatOf(command);
      if (meanwhile !== undefined) return meanwhile;
      throw stepped.error;
    }
    if (result.kind === 'applied') {
      parts.onCommit?.(stepped.commit.after, before);
      return { instance: stepped.commit.after, repeated: false, rev: stepped.commit.after.rev };
    }
    if (result.kind === 'key-taken')
      throw new EngineError(
        'key.taken',
        `There is a case for this already: the key "${stepped.commit.after.key}" is taken. Go on in that case.`,
        { params: { key: stepped.commit.after.key ?? '', holder: result.holder } },
      );
    return undefined;
  };

  const commitOf = async (stepped: Stepped): Promise<CommitResult> =>
    stepped.kind === 'refused' ? { kind: 'conflict', turn: null } : parts.store.commit(stepped.commit);

  const persist = async (command: Command, read: () => Promise<Try>): Promise<Applied> => {
    let unknown: EngineError | undefined;
    for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
      try {
        // The commit itself finds a repeat, which is rare; so the first try does not look. ST4
        const repeated = count === 0 ? undefined : await repeatOf(command);
        const applied = repeated ?? (await attempt(command, read));
        if (applied !== undefined) return applied;
      } catch (error) {
        // An unknown outcome: the command may have been applied. Its id tells at the next look. RT4
        if (!(error instanceof EngineError) || error.code !== 'store.unavailable' || count >= 3) throw error;
        unknown = error;
      }
    }
    throw unknown ?? new EngineError('version.conflict', 'Too many people change this case at once. Try again.');
  };

  const start = (command: StartCommand): Promise<Applied> => {
    const version = parts.latest(command.workflow);
    if (version === undefined)
      throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
    const id = instanceIdOf(command.id, parts.sha256);
    const tryStart = () =>
      persist(command, async () => {
        const context = await contextOf(command.workflow, version.hash);
        const planned = refusingPlan(() => planStart(context, command, id));
        if (planned.kind === 'refused') return { before: null, stepped: planned };
        return stepStart(planned.plan, command);
      });
    // Where the store cannot see that a number would leave a gap, starts of one workflow go one after the other. RT3
    return parts.store.refusesGaps ? tryStart() : queues.run(`start:${command.workflow}`, tryStart);
  };

  const stepStart = async (planned: PlannedStart, command: StartCommand): Promise<Try> => {
    if (command.number !== undefined) return { before: null, stepped: refusing(() => planned.commit(0)) };
    const { series } = planned;
    const last = desk.take(series, await parts.store.lastSeq(series));
    return { before: null, stepped: refusing(() => planned.commit(last)), ended: (kept) => desk.give(series, kept) };
  };

  return {
    async send(command) {
      if (command.kind === 'start') return start(command);
      // One at a time within this process: conflicts then come only from other servers.
      return queues.run(command.instance, () =>
        persist(command, async () => {
          const before = await loadOrThrow(command.instance);
          const context = await contextOf(before.workflow, before.versionHash);
          return { before, stepped: takeStep(context, before, command) };
        }),
      );
    },
    context: (instance) => contextOf(instance.workflow, instance.versionHash),
    idle: () => queues.idle(),
  };
}

/** The id of the instance that a start makes: the same for the same command, so that a repeat finds it. ST-ID */
export function instanceIdOf(command: string, sha256: Sha256): string {
  const hex = sha256(`instance:${command}`);
  // The shape of a UUID of version 8 (RFC 9562, 5.8): bits of our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
