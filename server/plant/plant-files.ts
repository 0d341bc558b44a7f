import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Text } from '../../engine/model/language.ts';
import type { CalendarFile, Department, Ladder, Role } from '../../engine/model/person.ts';

/** Settings as they ship, from a moment on. */
export interface ShippedSettings {
  readonly fromAt: number;
  readonly settings: JsonObject;
}

/** What ships with the product of a plant; what a plant changes stands over it. */
export interface PlantFiles {
  readonly calendars: readonly CalendarFile[];
  readonly ladders: readonly Ladder[];
  readonly roles: readonly Role[];
  readonly departments: readonly Omit<Department, 'head'>[];
  /** Oldest first. */
  readonly settings: readonly ShippedSettings[];
  /** How a setting is called, by its JSON pointer. */
  readonly settingTitles: ReadonlyMap<string, Text>;
}

/** Reads the files of `server/plant/`. They are part of the product: a broken one is a bug and throws. */
export async function readPlantFiles(root: string): Promise<PlantFiles> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(root, 'server', 'plant', name), 'utf8')) as T;
  const written = await read<readonly { readonly holdsFrom: string; readonly settings: JsonObject }[]>('settings.json');
  return {
    calendars: await read('calendars.json'),
    ladders: await read('ladders.json'),
    roles: await read('roles.json'),
    departments: await read('departments.json'),
    settings: written.map(({ holdsFrom, settings }) => ({ settings, fromAt: DateTime.fromISO(holdsFrom).toMillis() })),
    settingTitles: new Map(Object.entries(await read<{ readonly [pointer: string]: Text }>('setting-titles.json'))),
  };
}
