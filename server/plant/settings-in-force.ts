import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { ShippedSettings } from './plant-files.ts';

/** Values by JSON pointer. */
export type SettingValues = { readonly [pointer: string]: Json };

/** Values that hold from a moment on. */
export interface ComingValues {
  readonly fromAt: number;
  readonly values: SettingValues;
}

/** What a plant has set over what ships: values that hold already, and changes that will come, earliest first. */
export interface PlantSettings {
  readonly values: SettingValues;
  readonly coming: readonly ComingValues[];
}

export const NOTHING_SET: PlantSettings = { values: {}, coming: [] };

/** The settings at a moment: what ships, and over it every change whose time has come, in the order of their times. PS5 */
export function settingsAt(shipped: readonly ShippedSettings[], set: PlantSettings, at: number): JsonObject {
  const base = shipped.findLast(({ fromAt }) => fromAt <= at)?.settings ?? {};
  const values = fold(set, at).values;
  return Object.entries(values).reduce((settings, [pointer, value]) => withValue(settings, pointer, value), base);
}

/** The same plan with one more change. What has come by now is folded together; the list of changes remembers it. */
export function withChange(set: PlantSettings, change: ComingValues, now: number): PlantSettings {
  const coming = [...set.coming, change].sort((a, b) => a.fromAt - b.fromAt);
  return fold({ ...set, coming }, now);
}

/** The next moment after `at` from which other settings hold, or null. */
export function nextSettingsAt(shipped: readonly ShippedSettings[], set: PlantSettings, at: number): number | null {
  const moments = [...shipped, ...set.coming].map(({ fromAt }) => fromAt).filter((fromAt) => fromAt > at);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The value at a pointer, or undefined. */
export function settingAt(settings: JsonObject, pointer: string): Json | undefined {
  return keysOf(pointer).reduce<Json | undefined>(
    (value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    settings,
  );
}

function fold(set: PlantSettings, at: number): PlantSettings {
  const come = set.coming.filter(({ fromAt }) => fromAt <= at);
  const values: SettingValues = Object.assign({}, set.values, ...come.map((change) => change.values));
  return { values, coming: set.coming.filter(({ fromAt }) => fromAt > at) };
}

/** A value that ships no more is left out: nobody reads it. */
function withValue(settings: JsonObject, pointer: string, value: Json): JsonObject {
  if (settingAt(settings, pointer) === undefined) return settings;
  const [key = '', ...rest] = keysOf(pointer);
  const inner = settings[key];
  const next = rest.length === 0 ? value : withValue(inner as JsonObject, `/${rest.join('/')}`, value);
  return { ...settings, [key]: next };
}

/** Names of settings have no sign that a pointer would have to escape. NM1 */
function keysOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1);
}
