import type { Json } from '../../engine/model/json.ts';

/**
 * Ladders, calendars and settings as a plant has changed them.
 *
 * One row a part holds what is in force, and its revision is the version: whoever writes compares it. Before a row is
 * written over, its change is kept in a register of its own, so that nothing of the past is lost.
 */
export const PLANT_SETTINGS = 'plant-settings';
/** What was in force before, one row a change. */
export const PLANT_CHANGES = 'plant-changes';

export type PartKind = 'ladder' | 'calendar' | 'settings';

/** The settings of a plant are one part. */
export const SETTINGS_PART = partOf('settings', 'plant');

/** The name of a part: `ladder:default`. */
export function partOf(kind: PartKind, id: string): string {
  return `${kind}:${id}`;
}

/** Who changed a part, when and why. */
export interface ChangeMark {
  readonly version: number;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
  /** The command that did it: a repeat is known by it. */
  readonly command: string;
}

/** A row of `plant-settings`. */
export interface StoredPart {
  readonly value: Json;
  /** What this change brought, as the list of changes shows it. */
  readonly change: Json;
  readonly mark: ChangeMark;
}

/** The id under which a change is kept once another has come: in order of versions. */
export function changeId(part: string, version: number): string {
  return `${part}:${String(version).padStart(6, '0')}`;
}
