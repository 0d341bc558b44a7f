import type { Commit } from '../../engine/model/commit.ts';
import type { HistoryEntry } from '../../engine/model/history.ts';
import type { Effect, Instance, Task, Timer } from '../../engine/model/instance.ts';
import { NEW_CLOCK } from '../../engine/step/start-case.ts';
import { changedPaths, nextDueAt } from '../../engine/step/seal-commit.ts';

/** 23 November 2026, 01:00 UTC. */
export const T0 = Date.UTC(2026, 10, 23, 1);

/** An instance as a start would make it, with what a test cares about. */
export function sampleInstance(changes: Partial<Instance> = {}): Instance {
  const id = changes.id ?? 'case-1';
  const made: Instance = {
    id,
    workflow: 'sample',
    version: 1,
    versionHash: 'hash',
    number: `SMP-${id}`,
    series: `SMP-${id}-`,
    seq: 1,
    key: null,
    subject: { en: `Subject of ${id}` },
    status: 'active',
    light: null,
    state: 'make',
    data: {},
    refs: {},
    visits: { make: 1 },
    evidence: {},
    tasks: {},
    timers: {},
    effects: {},
    incidents: {},
    groups: {},
    parent: null,
    supersedes: null,
    clock: NEW_CLOCK,
    initiator: 'amy',
    startedAt: T0,
    endedAt: null,
    end: null,
    viewers: ['p:amy'],
    documents: [],
    files: [],
    serial: 0,
    turn: 1,
    rev: 1,
    head: '',
    commands: [],
    nextDueAt: null,
    updatedAt: T0,
    ...changes,
  };
  return { ...made, nextDueAt: nextDueAt(made.timers, made.effects) };
}

export function sampleTask(changes: Partial<Task> = {}): Task {
  return {
    id: 't1',
    state: 'make',
    visit: 1,
    name: 'make',
    form: 'note',
    roles: ['maker'],
    by: null,
    notBy: [],
    due: 'PT4H',
    dueAt: T0 + 4 * 3_600_000,
    openedAt: T0,
    prefill: {},
    assignee: null,
    claimedAt: null,
    fallback: [],
    excluded: [],
    candidates: ['r:maker'],
    departments: ['MA'],
    ...changes,
  };
}

export function sampleTimer(changes: Partial<Timer> = {}): Timer {
  return {
    id: 'm1',
    state: 'check',
    visit: 1,
    delay: 'PT1H',
    dueAt: T0 + 3_600_000,
    attempt: 0,
    lease: null,
    incident: null,
    ...changes,
  };
}

export function sampleEffect(changes: Partial<Effect> = {}): Effect {
  return {
    id: 'e1',
    key: 'case-1:look#1',
    src: 'query',
    state: 'look',
    visit: 1,
    name: 'look',
    input: {},
    createdAt: T0,
    dueAt: T0,
    attempt: 0,
    lease: null,
    problem: null,
    incident: null,
    ...changes,
  };
}

/** The commit that starts an instance, under a command id. */
export function startCommit(instance: Instance, command = `start-${instance.id}`): Commit {
  return sealed({ ...instance, turn: 0, rev: 0 }, { ...instance, turn: 1, rev: 1 }, command);
}

/** The commit that changes an instance as it was read. */
export function nextCommit(before: Instance, changes: Partial<Instance>, command: string): Commit {
  return sealed(before, { ...before, ...changes, turn: before.turn + 1, rev: before.rev + 1 }, command);
}

function sealed(before: Instance, changed: Instance, command: string): Commit {
  const entry: HistoryEntry = {
    instance: changed.id,
    rev: changed.rev,
    at: T0,
    command,
    event: { kind: 'task', type: 'made', by: 'amy' },
    from: before.state,
    to: changed.state,
    changes: {},
    settings: {},
    refs: {},
    notes: [],
    prev: before.head,
    hash: `hash-${changed.rev}`,
  };
  const after: Instance = {
    ...changed,
    head: entry.hash,
    commands: [...before.commands, { id: command, digest: `digest-${command}`, rev: changed.rev }].slice(-64),
    nextDueAt: nextDueAt(changed.timers, changed.effects),
  };
  return { turn: before.turn, after, changed: changedPaths(before, after), entry };
}
