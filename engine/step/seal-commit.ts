import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { HistoryEvent } from '../model/history.ts';
import type { Effect, Instance, Timer } from '../model/instance.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { canonicalJson, chainEntry, type Sha256 } from './history-chain.ts';
import type { Run } from './run.ts';
import { tellOwners } from './tell-owners.ts';
import { voidSignatures } from './void-signatures.ts';

/** Commands whose outcome an instance remembers; older ones are found in history. ST4 */
const REMEMBERED_COMMANDS = 64;

/** A document of this size would soon be dead on a store with a limit of 16 MB; the commit is refused instead. IN9 */
const MOST_BYTES = 2_000_000;

/** Fields whose entries are compared one by one, so that a store can send only what differs. Their keys are names we made or checked. */
const KEYED_FIELDS = ['data', 'evidence', 'tasks', 'timers', 'effects', 'incidents'] as const;

/** Closes a step: one revision, one chained history entry, and the list of what differs. ST5, ST6 */
export function sealCommit(run: Run, command: Command, event: HistoryEvent): Commit {
  tellOwners(run);
  voidSignatures(run);
  const { before, draft, context } = run;
  const { now, sha256 } = context;
  const rev = before.rev + 1;
  const changes = Object.fromEntries([...draft.written].map((name) => [name, draft.data[name] ?? null]));
  const entry = chainEntry(
    {
      instance: before.id,
      rev,
      at: now,
      command: command.id,
      event,
      from: before.state,
      to: run.instance.state,
      changes,
      settings: Object.fromEntries(draft.settingsRead),
      refs: newRefs(run),
      notes: [...draft.took.map((transition) => ({ kind: 'took' as const, transition })), ...run.notes],
      prev: before.head,
    },
    sha256,
  );
  const after: Instance = {
    ...run.instance,
    data: draft.data,
    visits: draft.visits,
    evidence: draft.evidence,
    tasks: run.tasks,
    timers: run.timers,
    effects: run.effects,
    incidents: run.incidents,
    groups: run.groups,
    serial: run.serial,
    rev,
    turn: before.turn + 1,
    head: entry.hash,
    commands: [...before.commands, { id: command.id, digest: digestOf(command, sha256), rev }].slice(
      -REMEMBERED_COMMANDS,
    ),
    nextDueAt: nextDueAt(run.timers, run.effects),
    updatedAt: now,
  };
  const size = JSON.stringify(after).length;
  if (size > MOST_BYTES)
    throw new EngineError(
      'instance.too_large',
      `The case ${after.number} would grow to ${Math.round(size / 1000)} kB; at most ${MOST_BYTES / 1000} kB can be kept. Enter less, or attach a file.`,
    );
  return { turn: before.turn, after, changed: changedPaths(before, after), entry };
}

/** When a worker must look again: leased rows when their lease ends, stopped ones and those that follow others never. */
export function nextDueAt(
  timers: { readonly [id: string]: Timer },
  effects: { readonly [id: string]: Effect },
): number | null {
  const moments = [...Object.values(timers), ...Object.values(effects)]
    .filter((row) => row.incident === null && !('waits' in row) && !followsOnRecord(row, effects))
    .map((row) => row.lease?.untilAt ?? row.dueAt);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Effects of one case on one record are done in order, so that an undo follows what it undoes. EF8 */
export function followsOnRecord(row: Timer | Effect, effects: { readonly [id: string]: Effect }): boolean {
  if (!('src' in row) || row.src !== 'record') return false;
  const place = ({ input }: Effect): string => JSON.stringify([input['register'] ?? null, input['id'] ?? null]);
  const own = place(row);
  return Object.values(effects).some(
    (other) => other.src === 'record' && serialOf(other.id) < serialOf(row.id) && place(other) === own,
  );
}

const serialOf = (id: string): number => Number(id.slice(1));

/** `field`, or `field.key` for the keyed fields. A key that is gone is listed too: `after` lacks it. */
export function changedPaths(before: Instance, after: Instance): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Instance>;
  return [...fields].flatMap((field) => {
    if (before[field] === after[field]) return [];
    if (before.rev === 0 || !(KEYED_FIELDS as readonly string[]).includes(field)) return [field];
    const [old, now] = [before[field] as JsonObject, after[field] as unknown as JsonObject];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((key) => old[key] !== now[key])
      .map((key) => `${field}.${key}`);
  });
}

/** What was asked, whoever asks it and under whatever id: a repeated id with another digest is refused. */
export function digestOf(command: Command, sha256: Sha256): string {
  const { id: _id, ...asked } = { ...command, refs: null } as unknown as JsonObject;
  return sha256(canonicalJson(asked));
}

function newRefs(run: Run): JsonObject {
  const { before, instance } = run;
  return Object.fromEntries(
    Object.entries(instance.refs).filter(([record, name]) => before.refs[record] !== name),
  ) as unknown as { [record: string]: Json };
}
