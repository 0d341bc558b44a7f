import { expect } from 'chai';
import { DateTime } from 'luxon';
import { instanceIdOf } from '../../engine/runtime/engine.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import { offerOutcomes } from '../../engine/step/offers.ts';
import { verifyChain } from '../../engine/step/history-chain.ts';
import type { Store } from '../../engine/ports/store.ts';
import { type CaseScript, type CaseStep, playStep, readerOf, uploadNamed } from '../../server/demo/replay-case.ts';
import type { StoredNotification } from '../../server/services/notifications.ts';
import { listAll } from '../../server/services/list-all.ts';
import { type DemoPlantUnderTest, openDemoPlant, type PlantChanges } from './open-demo-plant.ts';
import { openStates, sha256 } from './open-test-engine.ts';

/** A scenario: a case script with what must be true on its way and at its end. */
export interface Scenario extends CaseScript, PlantChanges {
  readonly now: string;
  readonly steps: readonly ScenarioStep[];
  readonly end?: { readonly end: string; readonly status: string; readonly documents?: readonly string[] };
}

export interface ScenarioStep extends CaseStep {
  readonly refused?: string;
  /** Moves the clock this far and lets the worker do what became due. */
  readonly wait?: string;
  readonly expect?: Expectation;
}

interface Expectation {
  readonly tasks?: readonly string[];
  readonly data?: JsonObject;
  readonly status?: string;
  readonly notified?: readonly { readonly to: string; readonly template: string }[];
  readonly offers?: { readonly [state: string]: { readonly [outcome: string]: string } };
}

export interface Played {
  readonly instance: Instance;
  /** Every transition that was taken. */
  readonly taken: readonly string[];
}

/** Plays a scenario of a workflow on a store, through the product's own doors, and checks what it expects. */
export async function playScenario(store: Store, workflow: string, scenario: Scenario): Promise<Played> {
  const under = await openDemoPlant(store, DateTime.fromISO(scenario.now).toMillis(), scenario);
  let instance = await start(under, workflow, scenario);
  for (const [index, step] of scenario.steps.entries()) {
    instance = await play(under, instance, { ...step, id: `scenario:${index + 1}` });
  }
  if (scenario.end !== undefined) expectEnd(instance, scenario.end);
  const entries = await store.history(instance.id, 0, 1_000);
  expect(verifyChain(entries, sha256, { head: instance.head, rev: instance.rev })).to.include({ intact: true });
  return {
    instance,
    taken: entries.flatMap((entry) => entry.notes.flatMap((note) => (note.kind === 'took' ? [note.transition] : []))),
  };
}

async function start(
  { plant, doors, files }: DemoPlantUnderTest,
  workflow: string,
  scenario: Scenario,
): Promise<Instance> {
  const id = 'scenario:0';
  const { by } = scenario.start;
  const reader = readerOf(plant, by);
  const answers = (await uploadNamed({ plant, doors, files }, reader, scenario.start.answers)) as JsonObject;
  const version = plant.library.latest(workflow);
  const form = version?.bundle.forms[version.bundle.machine.meta.start.form];
  const refs = await doors.open(reader, { form, answers, instance: instanceIdOf(id, sha256) });
  const applied = await plant.engine.send({ kind: 'start', id, workflow, by, answers, refs });
  await plant.worker.drain();
  return fresh(plant.store, applied.instance);
}

async function play(
  under: DemoPlantUnderTest,
  instance: Instance,
  step: ScenarioStep & { readonly id: string },
): Promise<Instance> {
  const { plant, clock } = under;
  if (step.wait !== undefined) {
    const due = plant.keeper.time().dueAt(clock.now(), step.wait, 'office');
    clock.set(due ?? clock.now());
  } else if (step.complete !== undefined || step.command !== undefined || step.claim !== undefined) {
    if (step.refused === undefined) await playStep(under, instance, step);
    else await expectRefused(under, instance, { ...step, refused: step.refused });
  }
  await plant.worker.drain();
  const now = await fresh(plant.store, instance);
  if (step.expect !== undefined) await expectState(under, now, step.expect);
  return now;
}

/** A refusal says its code and changes nothing. */
async function expectRefused(
  under: DemoPlantUnderTest,
  instance: Instance,
  step: ScenarioStep & { readonly id: string; readonly refused: string },
): Promise<void> {
  const before = await fresh(under.plant.store, instance);
  const code = await playStep(under, instance, { ...step, id: `${step.id}:refused` }).then(
    () => 'it was accepted',
    (error: unknown) => (error instanceof EngineError ? error.code : String(error)),
  );
  expect(code, `${step.complete ?? step.command} by ${step.by}`).to.equal(step.refused);
  expect(await fresh(under.plant.store, instance)).to.deep.equal(before);
}

async function expectState(under: DemoPlantUnderTest, instance: Instance, wanted: Expectation): Promise<void> {
  if (wanted.tasks !== undefined) expect(openStates(instance)).to.deep.equal([...wanted.tasks].sort());
  if (wanted.status !== undefined) expect(instance.status).to.equal(wanted.status);
  for (const [name, value] of Object.entries(wanted.data ?? {}))
    expect(instance.data[name] ?? null, `data.${name}`).to.deep.equal(value);
  if (wanted.notified !== undefined) await expectTold(under.plant.store, wanted.notified);
  for (const [state, offers] of Object.entries(wanted.offers ?? {}))
    await expectOffers(under, instance, { state, offers });
}

/** These were told, whoever else was; an empty list says that nobody was yet. */
async function expectTold(
  store: Store,
  wanted: readonly { readonly to: string; readonly template: string }[],
): Promise<void> {
  const told = await toldSoFar(store);
  if (wanted.length === 0) expect(told).to.deep.equal([]);
  else expect(told).to.include.members(wanted.map(({ to, template }) => `${template} → ${to}`));
}

async function toldSoFar(store: Store): Promise<readonly string[]> {
  const told = await listAll(store, 'notifications');
  return told
    .map((record) => record.value as unknown as StoredNotification)
    .map(({ template, person }) => `${template} → ${person}`)
    .sort();
}

async function expectOffers(
  { plant }: DemoPlantUnderTest,
  instance: Instance,
  wanted: { readonly state: string; readonly offers: { readonly [outcome: string]: string } },
): Promise<void> {
  const task = Object.values(instance.tasks).find((open) => open.state === wanted.state);
  if (task === undefined) throw new Error(`No task of "${wanted.state}" is open.`);
  const found = offerOutcomes(await plant.engine.context(instance), instance, task);
  for (const [outcome, offer] of Object.entries(wanted.offers))
    expect(found.find((one) => one.outcome === outcome)?.offer, `${wanted.state}.${outcome}`).to.equal(offer);
}

function expectEnd(instance: Instance, wanted: NonNullable<Scenario['end']>): void {
  expect(instance.end?.end, 'end').to.equal(wanted.end);
  expect(instance.status).to.equal(wanted.status);
  expect(Object.keys(instance.incidents)).to.deep.equal([]);
  expect(Object.keys(instance.effects), 'effects left').to.deep.equal([]);
  if (wanted.documents !== undefined) expect(instance.documents).to.have.length(wanted.documents.length);
}

async function fresh(store: Store, instance: Instance): Promise<Instance> {
  return (await store.load(instance.id)) ?? instance;
}
