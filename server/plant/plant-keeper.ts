import type { Json } from '../../engine/model/json.ts';
import type { Language, Text } from '../../engine/model/language.ts';
import type { CalendarFile, Ladder, Person, Plant, StandIn } from '../../engine/model/person.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import { openWorkingTime, type WorkingTime } from '../../engine/workflow/plant-time.ts';
import { listAll } from '../services/list-all.ts';
import { type PlantFiles, readPlantFiles } from './plant-files.ts';
import {
  type ChangeMark,
  type PartKind,
  partOf,
  PLANT_SETTINGS,
  SETTINGS_PART,
  type StoredPart,
} from './plant-part.ts';
import { NOTHING_SET, nextSettingsAt, type PlantSettings, settingsAt } from './settings-in-force.ts';
import { actsForAt, nextStandInAt, STAND_INS, type StandInsOf } from './stand-ins-in-force.ts';

/** What is known of the plant itself. */
export interface PlantFacts {
  readonly name: string;
  readonly site: Text;
  readonly zone: string;
  /** The language of its documents. */
  readonly language: Language;
  readonly heads: { readonly [department: string]: string };
  readonly demo: boolean;
  /** What to try first, for a demo plant. */
  readonly firstWalk: Text | null;
}

export const PEOPLE = 'people';
export const PLANT = 'plant';

const UNNAMED: PlantFacts = {
  name: 'Gembaflow',
  site: { en: '' },
  zone: 'Asia/Taipei',
  language: 'en',
  heads: {},
  demo: false,
  firstWalk: null,
};

/** Keeps the plant at hand, because a step asks for it without waiting. */
export interface PlantKeeper {
  /** The plant at the clock's moment: settings that hold by now, and who stands in for whom. */
  plant(): Plant;
  facts(): PlantFacts;
  /** Working time on the calendars in force. What was counted before stays as it is stored. PS4 */
  time(): WorkingTime;
  /** Absences and delegations, past ones too. */
  standIns(): readonly StandIn[];
  /** Who changed a part last; undefined if it is as it ships. */
  markOf(kind: PartKind, id: string): ChangeMark | undefined;
  /** What the plant has set, and what will hold later. */
  plantSettings(): PlantSettings;
  readonly files: PlantFiles;
  /** Reads everything again: after a change here, and now and then for changes made elsewhere. */
  refresh(): Promise<void>;
}

/** What the store holds of the plant. */
interface StoredPlant {
  readonly facts: PlantFacts;
  readonly people: ReadonlyMap<string, Person>;
  readonly standIns: readonly StandIn[];
  readonly parts: ReadonlyMap<string, StoredRecord>;
}

/** Opens the keeper on what ships with the product and what the store holds. */
export async function openPlantKeeper(store: Store, clock: Clock, root: string): Promise<PlantKeeper> {
  const files = await readPlantFiles(root);
  let stored: StoredPlant = { facts: UNNAMED, people: new Map(), standIns: [], parts: new Map() };
  let calendars = new Map(files.calendars.map((calendar) => [calendar.id, calendar]));
  let time = openWorkingTime(calendars);
  let built: { readonly plant: Plant; readonly fromAt: number; readonly untilAt: number } | undefined;
  let reading: Promise<void> = Promise.resolve();

  const partIn = (part: string): StoredPart | undefined => stored.parts.get(part)?.value as StoredPart | undefined;
  const plantSettings = (): PlantSettings =>
    (partIn(SETTINGS_PART)?.value as unknown as PlantSettings | undefined) ?? NOTHING_SET;
  const take = (next: StoredPlant): void => {
    const changed = withStored('calendar', files.calendars, { was: stored.parts, is: next.parts, known: calendars });
    if (changed !== calendars) {
      calendars = changed;
      time = openWorkingTime(calendars);
    }
    stored = next;
    built = undefined;
  };

  const keeper: PlantKeeper = {
    files,
    plant() {
      const now = clock.now();
      if (built === undefined || now < built.fromAt || now >= built.untilAt)
        built = build(files, { stored, calendars, set: plantSettings(), now });
      return built.plant;
    },
    facts: () => stored.facts,
    time: () => time,
    standIns: () => stored.standIns,
    markOf: (kind, id) => partIn(partOf(kind, id))?.mark,
    plantSettings,
    refresh() {
      // One after another: what was read earlier never overwrites what was read later.
      const read = async (): Promise<void> => take(await readStored(store));
      reading = reading.then(read, read);
      return reading;
    },
  };
  await keeper.refresh();
  return keeper;
}

async function readStored(store: Store): Promise<StoredPlant> {
  const valuesOf = async <T>(register: string): Promise<readonly T[]> =>
    (await listAll(store, register)).map((record) => record.value as unknown as T);
  const [people, standIns, parts, facts] = await Promise.all([
    valuesOf<Person>(PEOPLE),
    valuesOf<StandInsOf>(STAND_INS),
    listAll(store, PLANT_SETTINGS),
    store.getRecord(PLANT, PLANT),
  ]);
  return {
    facts: facts === undefined ? UNNAMED : (facts.value as unknown as PlantFacts),
    people: new Map(people.map((person) => [person.id, person])),
    standIns: standIns.flatMap(({ entries }) => entries),
    parts: new Map(parts.map((record) => [record.id, record])),
  };
}

interface Rereading<T> {
  readonly was: ReadonlyMap<string, StoredRecord>;
  readonly is: ReadonlyMap<string, StoredRecord>;
  readonly known: Map<string, T>;
}

/** Shipped parts with the stored ones over them: the same map as long as no revision has changed, since days are kept open by file. */
function withStored<T extends { readonly id: string }>(
  kind: PartKind,
  shipped: readonly T[],
  { was, is, known }: Rereading<T>,
): Map<string, T> {
  const rows = [...is.values()].filter((record) => record.id.startsWith(partOf(kind, '')));
  if (rows.every((record) => was.get(record.id)?.rev === record.rev)) return known;
  const values = rows.map((record) => {
    const { value } = record.value as unknown as StoredPart;
    const before = known.get(record.id.slice(partOf(kind, '').length));
    return was.get(record.id)?.rev === record.rev && before !== undefined ? before : (value as unknown as T);
  });
  return new Map([...shipped, ...values].map((value) => [value.id, value]));
}

interface Building {
  readonly stored: StoredPlant;
  readonly calendars: ReadonlyMap<string, CalendarFile>;
  readonly set: PlantSettings;
  readonly now: number;
}

/** The plant at a moment, and how long it stays like that. */
function build(files: PlantFiles, { stored, calendars, set, now }: Building) {
  const { facts, people, standIns, parts } = stored;
  const ladders = withStored<Ladder>('ladder', files.ladders, {
    was: new Map(),
    is: parts,
    known: new Map(files.ladders.map((ladder) => [ladder.id, ladder])),
  });
  const plant: Plant = {
    name: facts.name,
    zone: facts.zone,
    people,
    roles: new Map(files.roles.map((role) => [role.id, role])),
    departments: new Map(
      files.departments.map((department) => [
        department.id,
        { ...department, head: facts.heads[department.id] ?? null },
      ]),
    ),
    calendars,
    ladders,
    actsFor: actsForAt(standIns, people, now),
    settings: settingsAt(files.settings, set, now),
  };
  const next = [nextSettingsAt(files.settings, set, now), nextStandInAt(standIns, now)].filter((at) => at !== null);
  return { plant, fromAt: now, untilAt: Math.min(...next, Number.POSITIVE_INFINITY) };
}

/** What is stored of a person, as JSON. */
export function personRecord(person: Person): Json {
  return { ...person } as unknown as Json;
}
