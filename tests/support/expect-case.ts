import { expect } from 'chai';
import { DateTime } from 'luxon';
import type { Instance, Task } from '../../engine/model/instance.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import { offerOutcomes } from '../../engine/step/offers.ts';
import { openStates } from './open-test-engine.ts';
import { expectMessages, type MessageExpectation } from './play-messages.ts';
import type { ProcedureWorld } from './procedure-world.ts';
import { partOfRow } from './real-effects.ts';

/** What must be true after a step: only what is said is looked at, but for incidents, of which there must be no other. */
export interface ProcedureExpectation {
  /** Open tasks by state, in order of the alphabet; an item is a task. */
  readonly tasks?: readonly string[];
  /** The active states must include these names. */
  readonly in?: readonly string[];
  readonly data?: JsonObject;
  readonly end?: string;
  readonly status?: string;
  readonly output?: Json;
  readonly incidents?: readonly string[];
  /** The people whom a task was given because nobody else may do it. */
  readonly fallback?: { readonly [state: string]: readonly string[] };
  /** What a task offers of its outcomes to whoever may do it: `offered`, `refused`, or `depends` on the answers. */
  readonly offers?: { readonly [state: string]: { readonly [outcome: string]: string } };
  readonly suspendedMs?: number;
  /** How other cases ended, by workflow. */
  readonly cases?: { readonly [workflow: string]: readonly string[] };
  readonly dueAt?: { readonly [state: string]: string };
  readonly ladder?: { readonly [state: string]: string };
  /** Rows as they stand, as far as their fields are said, by `register/id`; null for one that is not there. */
  readonly records?: { readonly [row: string]: JsonObject | null };
  readonly messages?: MessageExpectation;
  /** An action that was asked by now, as far as its input is said. */
  readonly asked?: { readonly src: string; readonly input?: JsonObject };
}

/** Compares a case, and the world around it, with what a scenario expects. */
export async function expectCase(
  world: ProcedureWorld,
  instance: Instance,
  wanted: ProcedureExpectation,
): Promise<void> {
  const task = (state: string): Task | undefined => Object.values(instance.tasks).find((one) => one.state === state);
  if (wanted.tasks !== undefined) expect(openStates(instance)).to.deep.equal([...wanted.tasks].sort());
  for (const name of wanted.in ?? []) expect(JSON.stringify(instance.state)).to.include(`"${name}"`);
  for (const [name, value] of Object.entries(wanted.data ?? {}))
    expect(instance.data[name] ?? null, `data.${name}`).to.deep.equal(value);
  if (wanted.end !== undefined) expect(instance.end?.end, JSON.stringify(instance.state)).to.equal(wanted.end);
  if (wanted.status !== undefined) expect(instance.status).to.equal(wanted.status);
  if (wanted.output !== undefined) expect(instance.end?.output).to.deep.equal(wanted.output);
  expect(Object.values(instance.incidents).map((one) => one.code)).to.deep.equal([...(wanted.incidents ?? [])]);
  for (const [state, people] of Object.entries(wanted.fallback ?? {}))
    expect(task(state)?.fallback, state).to.deep.equal(people);
  for (const [state, ladder] of Object.entries(wanted.ladder ?? {}))
    expect(task(state)?.ladder, state).to.equal(ladder);
  for (const [state, at] of Object.entries(wanted.dueAt ?? {}))
    expect(
      DateTime.fromMillis(task(state)?.dueAt ?? 0)
        .toUTC()
        .toISO(),
      state,
    ).to.equal(at);
  for (const [state, offers] of Object.entries(wanted.offers ?? {})) {
    const open = task(state);
    if (open === undefined) throw new Error(`No task of "${state}" is open.`);
    const found = offerOutcomes(await world.engine.context(instance), instance, open);
    const seen = Object.keys(offers).map((outcome) => [
      outcome,
      found.find((one) => one.outcome === outcome)?.offer ?? 'none',
    ]);
    expect(Object.fromEntries(seen), state).to.deep.equal(offers);
  }
  if (wanted.suspendedMs !== undefined) expect(instance.clock.suspendedMs).to.equal(wanted.suspendedMs);
  for (const [workflow, ends] of Object.entries(wanted.cases ?? {})) {
    const all = await Promise.all([...world.cases].map((id) => loaded(world, id)));
    expect(all.filter((one) => one.workflow === workflow).map((one) => one.end?.end ?? 'running')).to.deep.equal(ends);
  }
  for (const [row, fields] of Object.entries(wanted.records ?? {}))
    expect(await partOfRow(world.store, row, fields), row).to.deep.equal(fields);
  await expectMessages(world, wanted.messages ?? {});
  if (wanted.asked === undefined) return;
  const { src, input } = wanted.asked;
  const asked = world.asked.filter((one) => one.src === src && includes(one.input, input ?? {}));
  expect(asked, `${src} ${JSON.stringify(input)} among ${JSON.stringify(world.asked)}`).to.have.length.above(0);
}

function includes(input: JsonObject, part: JsonObject): boolean {
  return Object.entries(part).every(([name, value]) => JSON.stringify(input[name]) === JSON.stringify(value));
}

/** The case as it is stored now. */
export async function loaded(world: ProcedureWorld, id: string): Promise<Instance> {
  const instance = await world.store.load(id);
  if (instance === undefined) throw new Error(`There is no case ${id}.`);
  return instance;
}
