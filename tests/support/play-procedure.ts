import { expect } from 'chai';
import { NO_REFS } from '../../engine/model/command.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Effect, Instance, Task } from '../../engine/model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { instanceIdOf } from '../../engine/runtime/engine.ts';
import { startIdOf } from '../../engine/runtime/run-child.ts';
import { verifyChain } from '../../engine/step/history-chain.ts';
import { expectCase, loaded, type ProcedureExpectation } from './expect-case.ts';
import { sha256 } from './open-test-engine.ts';
import { type MessageStep, playMessage } from './play-messages.ts';
import { type RowsByRegister, writeRows } from './real-effects.ts';
import { sendSigned } from '../../server/demo/send-signed.ts';
import { openProcedureWorld, type ProcedureWorld, type WorldChanges } from './procedure-world.ts';

/** One way through a procedure: what happens, and what must be true on the way. */
export interface ProcedureScenario extends WorldChanges {
  readonly title: string;
  readonly now: string;
  readonly start: { readonly by: string; readonly answers: JsonObject };
  readonly steps: readonly ProcedureStep[];
}

/** At most one of the first nine says what happens, or one of those of messages. */
export interface ProcedureStep extends MessageStep {
  readonly complete?: string;
  readonly command?: string;
  readonly message?: string;
  /** The result of what a state waits for. */
  readonly settle?: string;
  /** Moves the clock to the timer of a state and lets everything happen that is due by then. */
  readonly fire?: string;
  /** What a person decides of the case's incident; `data` is the value that stands for a skipped result. */
  readonly resolve?: 'retry' | 'skip' | 'cancel';
  readonly reason?: string;
  /** Does what is still under way for states that were left: nobody waits for it, and it is done all the same. */
  readonly finish?: true;
  /** Gives the open task of a state to a person by name. */
  readonly reassign?: string;
  readonly to?: string;
  /** Starts another case in the place of this one, which has ended; what follows happens in the new one. */
  readonly supersede?: { readonly by: string; readonly answers: JsonObject };
  /** What somebody outside all cases writes into rows, meanwhile. */
  readonly write?: RowsByRegister;
  /** Moves the clock by a duration on a calendar. */
  readonly wait?: string;
  readonly by?: string;
  readonly outcome?: string;
  readonly answers?: JsonObject;
  /** The item of a `forEach`: its value, for a task; its place, for an effect. */
  readonly item?: Json;
  readonly data?: Json;
  readonly output?: Json;
  readonly error?: JsonObject & { readonly code: string };
  /** Which timer, as `after` writes it, where a state has several. */
  readonly delay?: string;
  /** The state whose child case this happens in, with the item's place: `execute/2`; of a child's child, `first.second/0`. */
  readonly in?: string;
  readonly refused?: string;
  readonly expect?: ProcedureExpectation;
}

/** Plays a scenario and gives, for each workflow, the transitions that were taken. */
export async function playProcedure(
  store: Store,
  workflow: string,
  scenario: ProcedureScenario,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const world = await openProcedureWorld(store, scenario.now, scenario);
  let root = await startCase(world, { workflow, id: 'scenario:0', ...scenario.start });
  for (const [index, step] of scenario.steps.entries()) {
    try {
      const filled = step.answers === undefined ? step : { ...step, answers: withFiles(step.answers) as JsonObject };
      const id = `scenario:${index + 1}`;
      if (step.supersede !== undefined)
        root = await startCase(world, { workflow, id, ...step.supersede, supersedes: root });
      await play(world, root, { ...filled, id });
    } catch (error) {
      throw new Error(`Step ${index + 1}, ${JSON.stringify(step).slice(0, 300)}: ${String(error)}${problemsOf(error)}`);
    }
  }
  return takenIn(world);
}

/** Starts a case as a person does, and lets everything happen that is due by then. */
async function startCase(
  world: ProcedureWorld,
  start: {
    readonly workflow: string;
    readonly id: string;
    readonly by: string;
    readonly answers: JsonObject;
    readonly supersedes?: string;
  },
): Promise<string> {
  const answers = withFiles(start.answers) as JsonObject;
  const bundle = world.library.latest(start.workflow)?.bundle;
  const refs = await world.refsOf(bundle?.forms[bundle.machine.meta.start.form], { by: start.by, answers });
  const started = await world.engine.send({ kind: 'start', ...start, answers, refs });
  await world.pump();
  return started.instance.id;
}

type NamedStep = ProcedureStep & { readonly id: string };

async function play(world: ProcedureWorld, root: string, step: NamedStep): Promise<void> {
  const id = step.in === undefined ? root : await childOf(world, root, step.in);
  const before = await loaded(world, id);
  if (step.refused === undefined) await happen(world, before, step);
  else await refused(world, before, { ...step, refused: step.refused });
  await world.pump();
  if (step.expect !== undefined) await expectCase(world, await loaded(world, id), step.expect);
}

async function happen(world: ProcedureWorld, instance: Instance, step: NamedStep): Promise<void> {
  const common = { id: step.id, instance: instance.id };
  const said = { by: step.by ?? '', answers: step.answers ?? {}, refs: NO_REFS };
  if (await playMessage(world, instance.workflow, step)) return;
  if (step.complete !== undefined) return complete(world, instance, step);
  if (step.command !== undefined) {
    await sendSigned(world, { kind: 'command', ...common, type: step.command, ...said });
  } else if (step.message !== undefined) {
    await world.engine.send({ kind: 'message', ...common, type: step.message, by: null, data: step.data ?? null });
  } else if (step.reassign !== undefined) await reassign(world, instance, step);
  else if (step.settle !== undefined) await settle(world, instance, step);
  else if (step.resolve !== undefined) await resolve(world, instance, step);
  else if (step.finish === true) await finish(world, instance);
  else if (step.write !== undefined) await writeRows(world.store, step.write);
  else if (step.fire !== undefined) fire(world, instance, step);
  else if (step.wait !== undefined)
    world.clock.set(world.keeper.time().dueAt(world.clock.now(), step.wait, 'always') ?? world.clock.now());
}

/** Of several open items, the first that the person may answer. */
async function complete(world: ProcedureWorld, instance: Instance, step: NamedStep): Promise<void> {
  const isMeant = (task: Task): boolean =>
    task.state === step.complete &&
    (step.item === undefined || JSON.stringify(task.each?.item) === JSON.stringify(step.item));
  const tasks = Object.values(instance.tasks).filter(isMeant);
  const closed = world.tasksSeen.get(`${instance.id}:${step.complete}`) ?? 'none';
  const ids = tasks.length === 0 ? [closed] : tasks.map((task) => task.id);
  const { bundle } = await world.library.version(instance.workflow, instance.versionHash);
  const said = { by: step.by ?? '', answers: step.answers ?? {} };
  for (const [index, task] of ids.entries()) {
    try {
      await sendSigned(world, {
        kind: 'complete',
        id: `${step.id}:${task}`,
        instance: instance.id,
        task,
        outcome: step.outcome ?? '',
        ...said,
        refs: await world.refsOf(bundle.forms[instance.tasks[task]?.form ?? ''], said),
      });
      return;
    } catch (error) {
      const isLast = index === ids.length - 1;
      if (isLast || !(error instanceof EngineError) || error.code !== 'permission.denied') throw error;
    }
  }
}

async function settle(world: ProcedureWorld, instance: Instance, step: NamedStep): Promise<void> {
  const effect = effectOf(instance, step.settle ?? '', typeof step.item === 'number' ? step.item : undefined);
  const result =
    step.error === undefined
      ? ({ kind: 'done', output: step.output ?? null } as const)
      : ({
          kind: 'failed',
          code: step.error.code,
          message: 'As the scenario says.',
          gaveUp: false,
          data: step.error,
        } as const);
  const common = { id: step.id, instance: instance.id, effect: effect.id, result };
  if (effect.waits === true) await world.engine.send({ kind: 'child', ...common });
  else await world.engine.send({ kind: 'effect', ...common, lease: effect.lease?.token ?? '' });
}

async function reassign(world: ProcedureWorld, instance: Instance, step: NamedStep): Promise<void> {
  const task = Object.values(instance.tasks).find((one) => one.state === step.reassign);
  const { by = '', to = '', reason = '' } = step;
  const given = { id: step.id, instance: instance.id, task: task?.id ?? 'none', by, to, reason };
  await world.engine.send({ kind: 'reassign', ...given });
}

async function resolve(world: ProcedureWorld, instance: Instance, step: NamedStep): Promise<void> {
  await world.engine.send({
    kind: 'resolve',
    id: step.id,
    instance: instance.id,
    incident: Object.keys(instance.incidents)[0] ?? 'none',
    action: step.resolve ?? 'retry',
    ...(step.data === undefined ? {} : { value: step.data }),
    by: step.by ?? '',
    reason: step.reason ?? '',
  });
}

async function finish(world: ProcedureWorld, instance: Instance): Promise<void> {
  for (const { id, state, lease } of Object.values(instance.effects)) {
    if (state !== null || lease === null) continue;
    const settled = { work: id, lease: lease.token, now: world.clock.now(), outcome: { kind: 'done' } } as const;
    await world.store.settle({ instance: instance.id, ...settled });
  }
}

function effectOf(instance: Instance, state: string, index?: number): Effect {
  const found = Object.values(instance.effects).find(
    (effect) => effect.state === state && effect.cancelled !== true && (index === undefined || effect.index === index),
  );
  if (found === undefined)
    throw new Error(
      `Nothing waits in "${state}". Under way: ${JSON.stringify(Object.values(instance.effects).map((effect) => [effect.state, effect.index]))}; state ${JSON.stringify(instance.state)}.`,
    );
  return found;
}

function fire(world: ProcedureWorld, instance: Instance, step: NamedStep): void {
  const timer = Object.values(instance.timers).find(
    (one) =>
      one.state === step.fire && one.ladder === undefined && (step.delay === undefined || one.delay === step.delay),
  );
  if (timer === undefined) throw new Error(`No timer of "${step.fire}" is pending.`);
  world.clock.set(Math.max(world.clock.now(), timer.dueAt));
}

async function childOf(world: ProcedureWorld, root: string, path: string): Promise<string> {
  let id = root;
  for (const part of path.split('.')) {
    const [state = '', index] = part.split('/');
    const effect = effectOf(await loaded(world, id), state, index === undefined ? undefined : Number(index));
    id = instanceIdOf(startIdOf(effect.key), sha256);
  }
  return id;
}

/** A refusal says its code and changes nothing. */
async function refused(
  world: ProcedureWorld,
  before: Instance,
  step: NamedStep & { readonly refused: string },
): Promise<void> {
  const code = await happen(world, before, step).then(
    () => 'it was accepted',
    (error: unknown) => (error instanceof EngineError ? error.code : String(error)),
  );
  expect(code).to.equal(step.refused);
  expect(await loaded(world, before.id)).to.deep.equal(before);
}

async function takenIn(world: ProcedureWorld): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const taken = new Map<string, Set<string>>();
  for (const id of world.cases) {
    const instance = await loaded(world, id);
    const entries = await world.store.history(id, 0, 1_000);
    expect(verifyChain(entries, sha256, { head: instance.head, rev: instance.rev })).to.include({ intact: true });
    const names = taken.get(instance.workflow) ?? new Set<string>();
    taken.set(instance.workflow, names);
    for (const note of entries.flatMap((entry) => entry.notes)) if (note.kind === 'took') names.add(note.transition);
  }
  return taken;
}

/** Files that a scenario names (`{"$file": "PO.pdf"}`), as the page names files that were uploaded. */
function withFiles(value: Json): Json {
  if (Array.isArray(value)) return value.map(withFiles);
  if (!isJsonObject(value)) return value;
  const name = value['$file'];
  if (typeof name !== 'string')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withFiles(entry)]));
  const type = /\.(jpe?g|png)$/.test(name) ? `image/${name.endsWith('png') ? 'png' : 'jpeg'}` : 'application/pdf';
  const hash = sha256(name);
  return { id: hash.slice(0, 32), name, size: name.length, type, sha256: hash };
}

function problemsOf(error: unknown): string {
  return error instanceof EngineError ? ` ${error.code} ${JSON.stringify(error)}` : '';
}
