import type { mongo } from 'mongoose';
import type { Commit } from '../../../engine/model/commit.ts';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { Json } from '../../../engine/model/json.ts';
import type { Bookkeeping } from '../../../engine/runtime/lease-work.ts';
import { searchText } from '../index-rows.ts';
import { fromBson, toBson } from './bson-value.ts';
import { touchedTasks } from './task-rows.ts';

/** The document of an instance, and the one update that a commit is. Pure: no driver here. */

/**
 * An instance under the names of the model, with what this store adds: history entries and names of tasks that are not
 * in their own collections yet, the commands behind them, and what `q` searches.
 *
 * A case without due work has no `nextDueAt`, so that a sparse index holds only what is due some day.
 */
export interface InstanceDocument {
  readonly _id: string;
  readonly turn: number;
  readonly rev: number;
  readonly pending: { readonly [rev: string]: PendingCommit };
  readonly waiting: readonly string[];
  readonly search: string;
  readonly [field: string]: unknown;
}

export interface PendingCommit {
  readonly entry: unknown;
  /** Tasks that the commit opened, changed or closed. */
  readonly tasks: readonly string[];
}

export type DocumentUpdate = mongo.UpdateFilter<InstanceDocument>;

/** Fields whose entries are written one by one. */
const KEYED = new Set(['data', 'evidence', 'tasks', 'timers', 'effects', 'incidents']);
/** Maps in which the engine goes by the order of its own serial numbers; the server may keep another. */
const SERIAL = new Set(['tasks', 'timers', 'effects', 'incidents']);
/** Fields that queries and `$push` reach; they hold no JSON of unknown shape and stay as they are. */
const SEARCHED = new Set(['key', 'keyHeld', 'series', 'workflow', 'status', 'viewers', 'commands']);
const OURS = new Set(['_id', 'pending', 'waiting', 'search']);
/** Names that lint or the engine made. Anything else in a path would be a user's text. MG4 */
const PATH_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The document that starts an instance. */
export function documentOf(commit: Commit): InstanceDocument {
  const { after, entry } = commit;
  const fields = Object.entries(after).filter(([field]) => field !== 'id' && isStored(after, field));
  return {
    _id: after.id,
    ...Object.fromEntries(fields.map(([field, value]) => [checkName(field), storedValue(field, value)])),
    turn: after.turn,
    rev: after.rev,
    pending: { [pendingName(after.rev)]: pendingOf(commit) },
    waiting: [entry.command],
    search: searchText(after),
  };
}

/** The update that is a commit: what differs, the new history entry, and nothing else. MG1 */
export function commitUpdate(commit: Commit): DocumentUpdate {
  const { after, changed, entry } = commit;
  const { $set, $unset } = bookkeepingUpdate({ after, changed: changed.filter((path) => path !== 'commands') });
  const found = changed.includes('subject') || changed.includes('number') ? { search: searchText(after) } : {};
  return {
    $set: { ...$set, ...found, rev: after.rev, [`pending.${pendingName(after.rev)}`]: pendingOf(commit) },
    ...($unset === undefined ? {} : { $unset }),
    // The list of commands is 64 long and only its end is new: the rest need not travel.
    $push: {
      commands: { $each: after.commands.slice(-1), $slice: -after.commands.length },
      waiting: entry.command,
    } as unknown as mongo.PushOperator<InstanceDocument>,
  };
}

/** The update of a lease or a settlement, or the fields of a commit. */
export function bookkeepingUpdate({ after, changed }: Pick<Bookkeeping, 'after' | 'changed'>): DocumentUpdate {
  const set: { [path: string]: unknown } = { turn: after.turn };
  const unset: { [path: string]: '' } = {};
  for (const path of changed) {
    const [field, key] = readPath(path);
    const holder = key === undefined ? after : (after[field as keyof Instance] as unknown as Instance);
    const name = key ?? field;
    if (isStored(holder, name))
      set[path] =
        key === undefined ? storedValue(field, holder[name as keyof Instance]) : toBson(holder[name as keyof Instance]);
    else unset[path] = '';
  }
  return Object.keys(unset).length === 0 ? { $set: set } : { $set: set, $unset: unset };
}

/** The instance of a document, or of the part of it that was asked for. */
export function instanceOf(document: InstanceDocument): Instance {
  const fields = Object.entries(document).filter(([field]) => !OURS.has(field));
  const read = fields.map(([field, value]) => [
    field,
    KEYED.has(field) ? readKeyed(field, value as object) : fromBson(value),
  ]);
  return { id: document._id, nextDueAt: null, ...Object.fromEntries(read) } as unknown as Instance;
}

/** The entries that a document still holds, oldest first. */
export function pendingEntries(document: Pick<InstanceDocument, 'pending'>): readonly HistoryEntry[] {
  const entries = Object.values(document.pending).map(({ entry }) => fromBson(entry) as unknown as HistoryEntry);
  return entries.sort((a, b) => a.rev - b.rev);
}

/** The name of a revision in `pending`. */
export function pendingName(rev: number): string {
  return `r${rev}`;
}

function pendingOf(commit: Commit): PendingCommit {
  return { entry: toBson(commit.entry), tasks: touchedTasks(commit) };
}

function isStored(holder: object, name: string): boolean {
  return (
    Object.hasOwn(holder, name) &&
    holder[name as keyof object] !== undefined &&
    !(name === 'nextDueAt' && holder[name as keyof object] === null)
  );
}

function storedValue(field: string, value: unknown): unknown {
  if (SEARCHED.has(field)) return structuredClone(value);
  if (!KEYED.has(field)) return toBson(value);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [checkName(key), toBson(inner)]));
}

function readKeyed(field: string, value: object): object {
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [key, fromBson(inner)]);
  if (SERIAL.has(field)) entries.sort(([a], [b]) => serialOf(a) - serialOf(b));
  return Object.fromEntries(entries);
}

function serialOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

/** `field`, or `field.key` of a keyed field. Anything else is a bug of whoever made the commit. */
function readPath(path: string): readonly [field: string, key: string | undefined] {
  const [field = '', key, ...deeper] = path.split('.').map(checkName);
  const isOdd = OURS.has(field) || deeper.length > 0 || (key !== undefined && !KEYED.has(field));
  if (isOdd) throw new Error(`"${path}" is no path of an instance that may be written.`);
  return [field, key];
}

function checkName(name: string): string {
  if (!PATH_NAME.test(name)) throw new Error(`"${name}" is no name that may stand in a path of the database.`);
  return name;
}
