import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../engine/model/json.ts';
import type { CalendarFile, Person, Plant } from '../../engine/model/person.ts';
import { SILENT } from '../../engine/ports/logger.ts';
import type { RecordPut, Store } from '../../engine/ports/store.ts';
import { openDemoTime } from '../../server/demo/demo-moment.ts';
import { openLibrary } from '../../server/library/library.ts';
import { publishFolder } from '../../server/library/publish-folder.ts';
import { openPlant, type PlantParts, type RunningPlant } from '../../server/open-plant.ts';
import { openPlantKeeper, PEOPLE, PLANT, type PlantKeeper, personRecord } from '../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { plantRow } from '../../server/registers/plant-row.ts';
import { type AnswerDoor, openAnswerDoor } from '../../server/services/answer-door.ts';
import { openChanges } from '../../server/services/changes.ts';
import { type Files, openFiles } from '../../server/services/files.ts';
import { openRegisters } from '../../server/services/registers.ts';
import { type ManualClock, openManualClock } from './manual-clock.ts';

/** From here the days of the demo plant are counted, if nobody says otherwise. */
const MONDAY = Date.UTC(2026, 10, 23, 1);

/** Changes of a scenario to the plant: settings over the shipped ones, people who are away, and what leads outside. */
export interface PlantChanges {
  readonly outside?: Pick<PlantParts, 'mail' | 'webhooks'>;
  readonly settings?: JsonObject;
  readonly people?: { readonly [id: string]: Partial<Person> };
}

export interface DemoPlantUnderTest {
  readonly plant: RunningPlant;
  readonly clock: ManualClock;
  readonly doors: AnswerDoor;
  readonly files: Files;
}

/** The demo plant without its running cases, on any store, with a clock that is moved by hand: the product's own parts. */
export async function openDemoPlant(
  store: Store,
  now: number,
  changes: PlantChanges = {},
): Promise<DemoPlantUnderTest> {
  const clock = openManualClock(now);
  await seedPlant(store, now);
  const keeper = changedKeeper(await openPlantKeeper(store, clock, PROJECT_ROOT), changes);
  const library = await openLibrary(store);
  const results = await publishFolder(
    library,
    { workflows: join(PROJECT_ROOT, 'workflows'), forms: join(PROJECT_ROOT, 'forms') },
    { lint: () => [], at: now },
  );
  for (const result of results)
    if (result.kind === 'left-out') throw new Error(`${result.workflow}: ${JSON.stringify(result.problems)}`);
  const parts = { store, clock, keeper, library, logger: SILENT, changes: openChanges() };
  const plant = openPlant({ ...parts, ...changes.outside });
  const files = openFiles(store, clock);
  return { plant, clock, files, doors: openAnswerDoor(openRegisters(store, keeper), files) };
}

/** A slow database has no connection for hundreds of writes at once. */
const AT_ONCE = 25;

/** People, lists and facts of the demo plant, straight into a store. */
export async function seedPlant(store: Store, now: number = MONDAY): Promise<void> {
  const demo = JSON.parse(await readFile(join(PROJECT_ROOT, 'server', 'demo', 'plant.json'), 'utf8')) as {
    readonly plant: JsonObject;
    readonly people: readonly Omit<Person, 'active'>[];
    readonly heads: JsonObject;
    readonly registers: { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] };
  };
  const calendars = JSON.parse(
    await readFile(join(PROJECT_ROOT, 'server', 'plant', 'calendars.json'), 'utf8'),
  ) as readonly CalendarFile[];
  const time = openDemoTime(calendars.find(({ id }) => id === demo.plant['calendar']) as CalendarFile, now);
  const puts: readonly RecordPut[] = [
    { register: PLANT, id: PLANT, value: { ...demo.plant, heads: demo.heads, demo: true } },
    ...demo.people.map((person) => ({
      register: PEOPLE,
      id: person.id,
      value: personRecord({ ...person, email: `${person.login}@norte-metalworks.example`, active: true }),
    })),
    ...Object.entries(demo.registers).flatMap(([register, rows]) =>
      rows.map((row) => plantRow(register, time.fill(row))),
    ),
  ];
  for (let at = 0; at < puts.length; at += AT_ONCE)
    await Promise.all(puts.slice(at, at + AT_ONCE).map((put) => store.putRecord(put)));
}

/** The keeper of a plant as a scenario changes it. */
export function changedKeeper(keeper: PlantKeeper, { settings, people }: PlantChanges): PlantKeeper {
  return {
    ...keeper,
    plant(): Plant {
      const plant = keeper.plant();
      const everybody = new Map([...plant.people].map(([id, person]) => [id, { ...person, ...people?.[id] }]));
      return { ...plant, people: everybody, settings: merged(plant.settings as JsonObject, settings ?? {}) };
    },
  };
}

/** Settings of a scenario stand over the shipped ones, group by group. */
function merged(shipped: JsonObject, over: JsonObject): JsonObject {
  const groups = Object.entries(over).map(([group, values]) => [
    group,
    typeof values === 'object' && values !== null && !Array.isArray(values)
      ? { ...(shipped[group] as JsonObject), ...(values as JsonObject) }
      : values,
  ]);
  return { ...shipped, ...Object.fromEntries(groups) };
}
