import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import type { Language, Text } from '../../engine/model/language.ts';
import type { CalendarFile, Department, Person, Plant, Role } from '../../engine/model/person.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';
import { openWorkingTime, type WorkingTime } from '../../engine/workflow/plant-time.ts';
import { listAll } from '../services/list-all.ts';

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
  plant(): Plant;
  facts(): PlantFacts;
  time(): WorkingTime;
  /** Reads people and facts again: after a change here, and now and then for changes made elsewhere. */
  refresh(): Promise<void>;
}

/** Opens the keeper on what ships with the product and what the store holds. */
export async function openPlantKeeper(store: Store, clock: Clock, root: string): Promise<PlantKeeper> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(root, 'server', 'plant', name), 'utf8')) as T;
  const calendars = await read<readonly CalendarFile[]>('calendars.json');
  const roles = await read<readonly Role[]>('roles.json');
  const departments = await read<readonly Omit<Department, 'head'>[]>('departments.json');
  const written = await read<readonly { readonly holdsFrom: string; readonly settings: JsonObject }[]>('settings.json');
  const settings = written.map((version) => ({ ...version, fromAt: DateTime.fromISO(version.holdsFrom).toMillis() }));
  const time = openWorkingTime(new Map(calendars.map((calendar) => [calendar.id, calendar])));

  let facts = UNNAMED;
  let plant: Plant = toPlant([], facts);
  function toPlant(people: readonly Person[], known: PlantFacts): Plant {
    return {
      name: known.name,
      zone: known.zone,
      people: new Map(people.map((person) => [person.id, person])),
      roles: new Map(roles.map((role) => [role.id, role])),
      departments: new Map(
        departments.map((department) => [department.id, { ...department, head: known.heads[department.id] ?? null }]),
      ),
      calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
      ladders: new Map(),
      actsFor: new Map(),
      settings: {},
    };
  }
  /** Rates and limits hold from a date on; the newest that has come is in force. */
  const settingsNow = (): JsonObject => settings.findLast(({ fromAt }) => fromAt <= clock.now())?.settings ?? {};

  const keeper: PlantKeeper = {
    plant() {
      const inForce = settingsNow();
      if (plant.settings !== inForce) plant = { ...plant, settings: inForce };
      return plant;
    },
    facts: () => facts,
    time: () => time,
    async refresh() {
      const people = await listAll(store, PEOPLE);
      const stored = await store.getRecord(PLANT, PLANT);
      facts = stored === undefined ? UNNAMED : (stored.value as unknown as PlantFacts);
      plant = toPlant(
        people.map((record) => record.value as unknown as Person),
        facts,
      );
    },
  };
  await keeper.refresh();
  return keeper;
}

/** What is stored of a person, as JSON. */
export function personRecord(person: Person): Json {
  return { ...person } as unknown as Json;
}
