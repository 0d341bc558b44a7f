import type { Json, JsonObject } from '../../engine/model/json.ts';
import { pointer, type Problem } from '../../engine/model/problem.ts';
import { parseDuration } from '../../engine/workflow/calendar/duration.ts';
import { settingAt, type SettingValues } from './settings-in-force.ts';

export type SettingKind = 'number' | 'duration' | 'ladder' | 'yes-no' | 'text' | 'list';

/** What a value may name. */
export interface SettingSurroundings {
  readonly calendars: { has(name: string): boolean };
  readonly ladders: { has(name: string): boolean };
}

const MOST = 1e12;
/** A rate of nothing would make every amount nothing. */
const ABOVE_ZERO = '/rates_to_eur/';
const LADDERS = /\/ladders\//;
/** What would need a table that nobody has checked yet: it ships switched off and cannot be switched on. */
const OFF_FOR_NOW = ['/inspection/reduced'];

/** What kind of value a setting has, read from the one that ships. */
export function settingKind(at: string, shipped: Json): SettingKind {
  if (typeof shipped === 'number') return 'number';
  if (typeof shipped === 'boolean') return 'yes-no';
  if (Array.isArray(shipped)) return 'list';
  if (LADDERS.test(at)) return 'ladder';
  // Where nothing ships there may be a time limit: nothing else may be left out.
  if (shipped === null || (typeof shipped === 'string' && parseDuration(shipped).kind === 'duration'))
    return 'duration';
  return 'text';
}

/** Every setting of a group of settings with its pointer, in the order of the file. */
export function listSettings(
  settings: JsonObject,
  at = '',
): readonly { readonly pointer: string; readonly value: Json }[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const here = at + pointer(key);
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? listSettings(value as JsonObject, here) : [{ pointer: here, value }];
  });
}

/** Finds what cannot be set: a setting that does not ship, a value of another kind, a name that does not exist. PS6 */
export function checkSettings(
  shipped: JsonObject,
  values: SettingValues,
  around: SettingSurroundings,
): readonly Problem[] {
  const known = new Map(listSettings(shipped).map((setting) => [setting.pointer, setting.value]));
  return Object.entries(values).flatMap(([at, value]) => {
    const ships = known.get(at);
    if (ships === undefined || settingAt(shipped, at) === undefined) return [problem(at, 'unknown', {})];
    return checkValue({ at, value, ships }, around);
  });
}

interface Asked {
  readonly at: string;
  readonly value: Json;
  readonly ships: Json;
}

function checkValue({ at, value, ships }: Asked, around: SettingSurroundings): readonly Problem[] {
  switch (settingKind(at, ships)) {
    case 'list':
      return [problem(at, 'fixed', {})];
    case 'yes-no':
      if (value === true && OFF_FOR_NOW.includes(at)) return [problem(at, 'off_for_now', {})];
      return typeof value === 'boolean' ? [] : [problem(at, 'not_yes_no', {})];
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? [] : [problem(at, 'not_text', {})];
    case 'number':
      return checkNumber(at, value);
    case 'ladder':
      return typeof value === 'string' && around.ladders.has(value)
        ? []
        : [problem(at, 'ladder_unknown', { name: String(value) })];
    case 'duration':
      return value === null && ships === null ? [] : checkDuration(at, value, around);
  }
}

function checkNumber(at: string, value: Json): readonly Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [problem(at, 'not_number', {})];
  if (value < 0 || value > MOST) return [problem(at, 'out_of_range', { most: MOST })];
  return at.startsWith(ABOVE_ZERO) && value === 0 ? [problem(at, 'zero', {})] : [];
}

function checkDuration(at: string, value: Json, { calendars }: SettingSurroundings): readonly Problem[] {
  const parsed = typeof value === 'string' ? parseDuration(value) : undefined;
  if (parsed?.kind !== 'duration') return [problem(at, 'not_duration', { text: String(value) })];
  const { calendar, months, weeks, days, ms } = parsed.duration;
  if (months + weeks + days + ms === 0) return [problem(at, 'not_duration', { text: String(value) })];
  return calendar === null || calendars.has(calendar) ? [] : [problem(at, 'calendar_unknown', { name: calendar })];
}

type Params = { readonly [name: string]: string | number };

const SENTENCES = {
  unknown: () => 'There is no such setting. Load the page again.',
  fixed: () => 'A list cannot be changed here: it changes with the product.',
  not_yes_no: () => 'This setting is yes or no.',
  off_for_now: () => 'This cannot be switched on: its table is not checked against the standard yet. Leave it off.',
  not_text: () => 'This setting is a text. Write one.',
  not_number: () => 'This setting is a number. Write one.',
  out_of_range: () => 'Write a number that is not below zero, and not above a million millions.',
  zero: () => 'A rate of zero would make every amount nothing. Write a number above zero.',
  ladder_unknown: (p: Params) => `There is no ladder "${p['name']}". Name one of the plant.`,
  not_duration: (p: Params) => `"${p['text']}" is no duration. Write it like PT4H, P1D or P1D@office.`,
  calendar_unknown: (p: Params) => `There is no calendar "${p['name']}". Name one of the plant.`,
} as const;

function problem(at: string, code: keyof typeof SENTENCES, params: Params): Problem {
  return { path: `/values${pointer(at)}`, code: `setting.${code}`, message: SENTENCES[code](params), params };
}
