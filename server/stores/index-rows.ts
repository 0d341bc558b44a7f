import type { Instance, Task } from '../../engine/model/instance.ts';
import { LANGUAGES } from '../../engine/model/language.ts';
import type { InstanceRow } from '../../engine/ports/store.ts';

/** What every adapter indexes of an instance, in one place, so that their lists cannot drift apart. Pure. */

/** No due time sorts behind every due time. */
export const NO_DUE_AT = 8_640_000_000_000_000;

/**
 * The words a task is found by: `m:` who holds it, `a:` whom it is offered to while nobody does, `d:` its departments.
 */
export function taskTokens(task: Task): readonly string[] {
  const held = task.assignee === null ? task.candidates.map((token) => `a:${token}`) : [`m:${task.assignee}`];
  return [...held, ...task.departments.map((department) => `d:${department}`)];
}

/** The moment a task sorts by. */
export function dueOrder(task: Task): number {
  return task.dueAt ?? NO_DUE_AT;
}

/** What `q` searches: number and subject in every language, in small letters. */
export function searchText(instance: Pick<Instance, 'number' | 'subject'>): string {
  const subjects = new Set(LANGUAGES.map((language) => instance.subject[language] ?? instance.subject.en));
  return [instance.number, ...subjects].join('\n').toLowerCase();
}

/** The row of a list of cases. */
export function instanceRow(instance: Instance): InstanceRow {
  const {
    id,
    number,
    subject,
    workflow,
    version,
    status,
    light,
    state,
    startedAt,
    endedAt,
    initiator,
    end,
    updatedAt,
  } = instance;
  return {
    id,
    number,
    subject,
    workflow,
    version,
    status,
    light,
    state,
    startedAt,
    endedAt,
    initiator,
    end,
    updatedAt,
    incidents: Object.keys(instance.incidents).length,
  };
}

/** A place in a sorted list: the sort value and the id, which breaks ties. */
export interface Place {
  readonly order: number;
  readonly id: string;
}

/** Cursors are opaque to callers; a foreign one begins at the start. */
export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify([place.order, place.id])).toString('base64url');
}

export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [order, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return typeof order === 'number' && typeof id === 'string' ? { order, id } : undefined;
  } catch {
    return undefined;
  }
}

/** A page of at most `limit` from rows that hold one more if there is more. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => Place,
): { readonly items: readonly T[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null };
}
