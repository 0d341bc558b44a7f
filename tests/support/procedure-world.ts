import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { parseForm } from '../../engine/form/parse-form.ts';
import { type AnswerRefs, NO_REFS } from '../../engine/model/command.ts';
import { isEngineError } from '../../engine/model/engine-error.ts';
import type { FormFile } from '../../engine/model/form-file.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Bundle } from '../../engine/model/version.ts';
import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { DueWork, Store } from '../../engine/ports/store.ts';
import { type Engine, instanceIdOf, openEngine } from '../../engine/runtime/engine.ts';
import { CHILD_SRC, PARENT_SRC, runChild, tellParent } from '../../engine/runtime/run-child.ts';
import type { CompiledWorkflow } from '../../engine/workflow/compile-workflow.ts';
import { parseWorkflow } from '../../engine/workflow/parse-workflow.ts';
import { openFileChecker } from '../../server/checker/ajv-checker.ts';
import { type Library, openLibrary } from '../../server/library/library.ts';
import { formsOf } from '../../server/library/read-bundle.ts';
import { openPlantKeeper, type PlantKeeper } from '../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { openAnswerDoor } from '../../server/services/answer-door.ts';
import type { Files } from '../../server/services/files.ts';
import { type Messages, openMessages } from '../../server/services/messages.ts';
import { openRegisters } from '../../server/services/registers.ts';
import { answerChecker } from './answer-checker.ts';
import { type ManualClock, openManualClock } from './manual-clock.ts';
import { changedKeeper, type PlantChanges, seedPlant } from './open-demo-plant.ts';
import { sha256 } from './open-test-engine.ts';
import { openRealEffects, resultOf, type RowsByRegister, writeRows } from './real-effects.ts';

const FIXTURES = join(PROJECT_ROOT, 'tests', 'fixtures');
export const PROCEDURES = join(FIXTURES, 'procedures');
const SHIPPED = join(PROJECT_ROOT, 'workflows');
/** Small workflows of one capability each. */
export const DEMOS = join(FIXTURES, 'demo');

/** What a step asked of the outside in passing. */
export interface Asked {
  readonly src: string;
  readonly input: JsonObject;
}

/** Whole procedures on the real engine and a real store, where the scenario is the outside world. */
export interface ProcedureWorld {
  readonly store: Store;
  readonly engine: Engine;
  readonly clock: ManualClock;
  readonly keeper: PlantKeeper;
  readonly library: Library;
  /** The product's inbox of messages: what waits is delivered as soon as a case can take it. */
  readonly messages: Messages;
  /** Actions that were asked so far, oldest first. */
  readonly asked: Asked[];
  /** Every case that had a commit. */
  readonly cases: ReadonlySet<string>;
  /** The newest task of a state, keyed `<case>:<state>`, open or closed. */
  readonly tasksSeen: ReadonlyMap<string, string>;
  /** What answers name outside themselves: with the plant's own records as the door resolves it, else nothing. */
  refsOf(form: FormFile | undefined, said: { readonly by: string; readonly answers: JsonObject }): Promise<AnswerRefs>;
  /** Does what is due: timers, children and actions. What a state waits for is held until the scenario settles it. */
  pump(): Promise<void>;
}

/** Changes of a scenario to the plant, and who stands in for whom all the while. */
export interface WorldChanges extends PlantChanges {
  readonly actsFor?: { readonly [person: string]: readonly string[] };
  /** Records, queries and calculations are done by the product's own handlers, not by the scenario. */
  readonly real?: true;
  /** Rows beside those of the demo plant, or fields over theirs. */
  readonly rows?: RowsByRegister;
}

/** Longer than any scenario: what the scenario is to settle is claimed once and stays claimed. */
const HELD_MS = 3_650 * 24 * 3_600_000;

/** Opens the demo plant's people, settings, calendars and ladders with the six procedures in force. */
export async function openProcedureWorld(
  store: Store,
  now: string,
  changes: WorldChanges = {},
): Promise<ProcedureWorld> {
  const clock = openManualClock(DateTime.fromISO(now).toMillis());
  await seedPlant(store, clock.now());
  await writeRows(store, changes.rows ?? {});
  const keeper = standingIn(changedKeeper(await openPlantKeeper(store, clock, PROJECT_ROOT), changes), changes);
  const library = await openLibrary(store);
  await publishProcedures(library, clock.now());
  const cases = new Set<string>();
  const tasksSeen = new Map<string, string>();
  const engine = openEngine({
    store,
    clock,
    plant: () => keeper.plant(),
    time: () => keeper.time(),
    checker: answerChecker,
    sha256,
    latest: (workflow) => library.latest(workflow),
    compiled: (workflow, hash) => compiledOnce(library, workflow, hash),
    onCommit: (after) => {
      cases.add(after.id);
      for (const task of Object.values(after.tasks)) tasksSeen.set(`${after.id}:${task.state}`, task.id);
    },
  });
  const messages = openMessages({ store, engine, clock });
  const asked: Asked[] = [];
  const handlers = changes.real === true ? openRealEffects({ store, clock, keeper }) : new Map<string, EffectHandler>();
  const pump = async (): Promise<void> => {
    for (let round = 0; round < 100; round += 1) {
      const works = await store.claimDue({
        now: clock.now(),
        leaseMs: HELD_MS,
        limit: 50,
        token: `pump-${asked.length}-${round}`,
      });
      if (works.length === 0 && !(messages.mayWait() && (await messages.deliver()) > 0)) return;
      for (const work of works) await doDue({ store, engine, clock, asked, handlers }, work);
    }
    throw new Error('The world does not come to rest: work is due again and again.');
  };
  // Files are uploaded elsewhere: a scenario names them.
  const door = openAnswerDoor(openRegisters(store, keeper), { judge: async () => null } as unknown as Files);
  const refsOf: ProcedureWorld['refsOf'] = async (form, { by, answers }) => {
    const plant = keeper.plant();
    const person = plant.people.get(by);
    if (changes.real !== true || person === undefined) return NO_REFS;
    return door.open({ person, plant, language: 'en' }, { form, answers, instance: '' });
  };
  return { store, engine, clock, keeper, library, messages, asked, cases, tasksSeen, refsOf, pump };
}

function standingIn(keeper: PlantKeeper, { actsFor }: WorldChanges): PlantKeeper {
  if (actsFor === undefined) return keeper;
  return { ...keeper, plant: () => ({ ...keeper.plant(), actsFor: new Map(Object.entries(actsFor)) }) };
}

interface Parts extends Pick<ProcedureWorld, 'store' | 'engine' | 'clock' | 'asked'> {
  readonly handlers: ReadonlyMap<string, EffectHandler>;
}

async function doDue(parts: Parts, work: DueWork): Promise<void> {
  const { store, engine, clock, asked, handlers } = parts;
  const { instance, id, lease } = work;
  if (work.kind === 'timer') {
    await engine.send({ kind: 'timer', id: `timer:${instance}:${id}`, instance, timer: id });
    return;
  }
  const { effect } = work;
  const childId = (command: string): string => instanceIdOf(command, sha256);
  if (effect.src === PARENT_SRC) return tellParent({ store, engine, childId }, work, clock.now());
  if (effect.src.startsWith(CHILD_SRC)) return runChild({ store, engine, childId }, work, clock.now());
  if (effect.state !== null) {
    if (!handlers.has(effect.src)) return;
    const result = await resultOf(handlers, work, clock);
    // A state that was left meanwhile waits for nothing: the engine says so, and the work is done all the same.
    await engine
      .send({ kind: 'effect', id: `effect:${instance}:${id}`, instance, effect: id, lease, result })
      .catch(async (error: unknown) => {
        if (!isEngineError(error) || error.code !== 'effect.closed') throw error;
      });
    return;
  }
  asked.push({ src: effect.src, input: effect.input });
  await store.settle({ instance, work: id, lease, now: clock.now(), outcome: { kind: 'done' } });
}

/** Ids of the procedures: those that ship, and drafts among the fixtures. */
export function procedureIds(): readonly string[] {
  const all = [PROCEDURES, SHIPPED].flatMap((folder) =>
    namesIn(folder).filter((name) => existsSync(join(folder, name, 'workflow.json'))),
  );
  return [...new Set(all)].sort();
}

/** Where a procedure's files stand: a draft goes before what ships under the same name. */
export function procedureFolder(id: string): string {
  const draft = join(PROCEDURES, id);
  return existsSync(join(draft, 'workflow.json')) ? draft : join(SHIPPED, id);
}

/** Ids of the demo workflows. */
export function demoIds(): readonly string[] {
  return readdirSync(DEMOS)
    .filter((name) => name !== 'forms')
    .sort();
}

/** The text of a procedure's file. */
export function procedureText(id: string): string {
  return readFileSync(join(procedureFolder(id), 'workflow.json'), 'utf8');
}

async function publishProcedures(library: Library, at: number): Promise<void> {
  bundles ??= readBundles();
  for (const bundle of bundles) await library.publish(bundle, at);
}

/** Read once for all scenarios: the files do not change while tests run. */
let bundles: readonly Bundle[] | undefined;
const compiled = new Map<string, CompiledWorkflow>();

async function compiledOnce(library: Library, workflow: string, hash: string): Promise<CompiledWorkflow> {
  const made = compiled.get(hash) ?? (await library.compiled(workflow, hash));
  compiled.set(hash, made);
  return made;
}

/** The six procedures, and small stand-ins of the workflows that they call. */
export function readBundles(): readonly Bundle[] {
  const checker = openFileChecker();
  const forms = readForms(checker);
  const called = namesIn(join(PROCEDURES, 'called'));
  const texts = [
    ...procedureIds().map(procedureText),
    ...demoIds().map((id) => readFileSync(join(DEMOS, id, 'workflow.json'), 'utf8')),
    ...called.map((name) => readFileSync(join(PROCEDURES, 'called', name), 'utf8')),
  ];
  return texts.map((text) => {
    const parsed = parseWorkflow(text, checker);
    if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.problems));
    const used = formsOf(parsed.file).map((id) => [id, forms.get(id)] as const);
    const missing = used.filter(([, form]) => form === undefined).map(([id]) => id);
    if (missing.length > 0) throw new Error(`${parsed.file.id} names forms that are missing: ${missing.join(', ')}.`);
    return {
      machine: parsed.file,
      texts: {},
      forms: Object.fromEntries(used) as { readonly [id: string]: FormFile },
      formTexts: {},
      templates: readTemplates(parsed.file.id),
    };
  });
}

function readTemplates(id: string): Bundle['templates'] {
  const folder = join(procedureFolder(id), 'templates');
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name.slice(0, -'.hbs'.length), readFileSync(join(folder, name), 'utf8')]),
  );
}

function readForms(checker: ReturnType<typeof openFileChecker>): ReadonlyMap<string, FormFile> {
  const folders = [join(PROJECT_ROOT, 'forms'), join(PROCEDURES, 'forms'), join(DEMOS, 'forms')];
  const files = folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.endsWith('.form.json'))
      .map((name) => join(folder, name)),
  );
  return new Map(
    files.map((file) => {
      const parsed = parseForm(readFileSync(file, 'utf8'), checker);
      if (parsed.kind === 'refused') throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
      return [parsed.form.id, parsed.form] as const;
    }),
  );
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
