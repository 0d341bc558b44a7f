import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GivenNumber } from '../../engine/model/command.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import type { CalendarFile, Person } from '../../engine/model/person.ts';
import { isEngineError } from '../../engine/model/engine-error.ts';
import { addAccount } from '../identity/accounts.ts';
import { hashPassword } from '../identity/passwords.ts';
import { openSetClock } from '../clocks.ts';
import { openPlant, type PlantParts } from '../open-plant.ts';
import { PLANT, type PlantFacts } from '../plant/plant-keeper.ts';
import { plantRow } from '../registers/plant-row.ts';
import { openAnswerDoor } from '../services/answer-door.ts';
import { openFiles } from '../services/files.ts';
import { openRegisters } from '../services/registers.ts';
import { type DemoTime, openDemoTime } from './demo-moment.ts';
import { type CaseScript, type CaseStep, playStep, readerOf, uploadNamed } from './replay-case.ts';

/** Everybody of the demo plant signs in with it; a server that shows it beyond this machine refuses to start unless told. */
const DEMO_PASSWORD = 'gemba';
const LOADED = 'demo-loaded';

interface DemoPlant {
  readonly plant: Omit<PlantFacts, 'heads' | 'demo'> & { readonly calendar: string };
  readonly people: readonly Omit<Person, 'active'>[];
  readonly heads: PlantFacts['heads'];
  readonly registers: { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] };
}

interface DemoCase extends CaseScript {
  readonly workflow: string;
  readonly number: string;
  readonly start: CaseScript['start'] & { readonly at: string };
  readonly steps: readonly (CaseStep & { readonly at?: string })[];
}

/** True if the store holds the demo plant, wholly. */
export async function isDemoLoaded({ store }: Pick<PlantParts, 'store'>): Promise<boolean> {
  return (await store.getRecord(PLANT, LOADED)) !== undefined;
}

/**
 * Loads the demo plant: people, lists, and its running cases, which are replayed event by event through the engine.
 *
 * May be broken off and run again: every part is written under a name of its own and is not written twice.
 */
export async function loadDemo(parts: PlantParts, folder: string, say: (line: string) => void): Promise<void> {
  const demo = JSON.parse(await readFile(join(folder, 'plant.json'), 'utf8')) as DemoPlant;
  const { calendar, ...facts } = demo.plant;
  await parts.store.putRecord({
    register: PLANT,
    id: PLANT,
    value: { ...facts, heads: demo.heads, demo: true } as unknown as Json,
  });
  await loadPeople(parts, demo.people);
  say(`${demo.people.length} people`);
  await parts.keeper.refresh();
  const time = openDemoTime(parts.keeper.plant().calendars.get(calendar) as CalendarFile, parts.clock.now());
  for (const [register, rows] of Object.entries(demo.registers)) {
    for (const row of rows) await parts.store.putRecord(plantRow(register, time.fill(row)));
    say(`${rows.length} ${register}`);
  }
  for (const name of (await readdir(join(folder, 'cases'))).sort()) {
    const script = JSON.parse(await readFile(join(folder, 'cases', name), 'utf8')) as DemoCase;
    if (parts.library.latest(script.workflow) === undefined) continue;
    await replay(parts, script, time);
    say(`case ${script.number}`);
  }
  await parts.store.putRecord({ register: PLANT, id: LOADED, value: { at: parts.clock.now() } });
}

async function loadPeople({ store }: PlantParts, people: DemoPlant['people']): Promise<void> {
  const password = await hashPassword(DEMO_PASSWORD);
  for (const person of people) {
    await addAccount(
      store,
      { ...person, email: `${person.login}@norte-metalworks.example`, active: true },
      password,
    ).catch((error: unknown) => {
      if (!isEngineError(error, 'request.invalid')) throw error;
    });
  }
}

/** Replays one case at the times it tells of, with its effects done in between as a worker would. */
async function replay(parts: PlantParts, script: DemoCase, time: DemoTime): Promise<void> {
  const clock = openSetClock(time.at(script.start.at));
  // What happened long ago is told in the product alone.
  const plant = openPlant({ ...parts, clock, mail: null });
  const files = openFiles(parts.store, clock);
  const doors = openAnswerDoor(openRegisters(parts.store, parts.keeper), files);
  const given = { plant, doors, files };
  const reader = readerOf(plant, script.start.by);
  const answers = (await uploadNamed(given, reader, time.fill(script.start.answers))) as JsonObject;
  const form = parts.library.latest(script.workflow)?.bundle.machine.meta.start.form ?? '';
  const id = `demo:${script.number}`;
  const known = await parts.store.findCommand(`${id}:0`);
  const refs = await doors.open(reader, {
    form: parts.library.latest(script.workflow)?.bundle.forms[form],
    answers,
    instance: id,
  });
  let instance =
    known === undefined
      ? (
          await plant.engine.send({
            kind: 'start',
            id: `${id}:0`,
            workflow: script.workflow,
            by: script.start.by,
            answers,
            refs,
            number: givenNumber(script.number),
          })
        ).instance
      : await parts.store.load(known.instance);
  await plant.worker.drain();
  for (const [index, step] of script.steps.entries()) {
    if (
      instance === undefined ||
      step.by === undefined ||
      (await parts.store.findCommand(`${id}:${index + 1}`)) !== undefined
    )
      continue;
    clock.set(step.at === undefined ? clock.now() : time.at(step.at));
    await plant.worker.drain();
    instance = await playStep(given, instance, {
      ...step,
      answers: time.fill(step.answers ?? {}) as JsonObject,
      id: `${id}:${index + 1}`,
    });
    await plant.worker.drain();
  }
}

/** `ORV-2611-011` as series and sequence. */
function givenNumber(number: string): GivenNumber {
  const [, series = '', seq = '0'] = /^(.*?)(\d+)$/.exec(number) ?? [];
  return { number, series, seq: Number(seq) };
}
