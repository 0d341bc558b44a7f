import { DateTime } from 'luxon';
import type { SchemaChecker } from '../model/schema-checker.ts';
import type { HistoryNote } from '../model/history.ts';
import type { Effect, Evidence, Group, Incident, Instance, Task, Timer } from '../model/instance.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Plant } from '../model/person.ts';
import type { CompiledWorkflow } from '../workflow/compile-workflow.ts';
import type { Draft } from '../workflow/draft.ts';
import type { WorkingTime } from '../workflow/plant-time.ts';
import type { Sha256 } from './history-chain.ts';

/** All that a step may ask: handed in, so that the same step gives the same commit anywhere. */
export interface StepContext {
  readonly workflow: CompiledWorkflow;
  readonly plant: Plant;
  readonly time: WorkingTime;
  readonly checker: SchemaChecker;
  readonly sha256: Sha256;
  /** The step's one moment. */
  readonly now: number;
}

type Changing<T> = { [id: string]: T };

/** A step in the making: what it began with, its draft, and what it has changed so far. */
export interface Run {
  readonly context: StepContext;
  readonly before: Instance;
  readonly draft: Draft;
  readonly tasks: Changing<Task>;
  readonly timers: Changing<Timer>;
  readonly effects: Changing<Effect>;
  readonly incidents: Changing<Incident>;
  readonly groups: Changing<Group>;
  readonly notes: HistoryNote[];
  instance: Instance;
  serial: number;
}

/** What happened, as FEEL sees it in `event`. */
export interface SeenEvent {
  readonly type: string;
  readonly by: string | null;
  readonly data: Json;
}

/** ISO 8601 UTC text of a moment. */
export function isoOf(at: number): string {
  return DateTime.fromMillis(at, { zone: 'utc' }).toISO() ?? '';
}

/** Begins a step on what was read; nothing of `before` is changed. */
export function openRun(context: StepContext, before: Instance, event: SeenEvent): Run {
  const { workflow, plant, time, now } = context;
  const calendar = workflow.file.meta.calendar;
  return {
    context,
    before,
    instance: before,
    serial: before.serial,
    tasks: { ...before.tasks },
    timers: { ...before.timers },
    effects: { ...before.effects },
    incidents: { ...before.incidents },
    groups: { ...before.groups },
    notes: [],
    draft: {
      data: before.data,
      visits: before.visits,
      evidence: before.evidence,
      event: { type: event.type, by: event.by, data: event.data },
      instance: instanceFacts(before),
      settings: plant.settings,
      now: isoOf(now),
      plus: (moment, duration) => time.plus(moment, duration, calendar),
      item: null,
      marks: [],
      took: [],
      written: new Set(),
      settingsRead: new Map(),
    },
  };
}

/** What FEEL reads as `instance`. */
function instanceFacts(instance: Instance): JsonObject {
  const { id, number, key, workflow, version, initiator, startedAt } = instance;
  return { id, number, key, workflow, version, initiator, started_at: isoOf(startedAt) };
}

/** The next id of a task, timer, effect or incident: `t17`, `e18` … one sequence for all. */
export function nextId(run: Run, letter: 't' | 'm' | 'e' | 'i'): string {
  run.serial += 1;
  return `${letter}${run.serial}`;
}

/** Writes down that a person completed something named `name`, over what stood there. SP2 */
export function recordEvidence(
  run: Run,
  name: string,
  by: string,
  { outcome, onBehalfOf = null }: { readonly outcome: string | null; readonly onBehalfOf?: string | null },
): void {
  const { draft, context } = run;
  const all = [...new Set([...(draft.evidence[name]?.all ?? []), by, ...(onBehalfOf === null ? [] : [onBehalfOf])])];
  const evidence: Evidence = {
    outcome,
    by,
    department: context.plant.people.get(by)?.department ?? null,
    onBehalfOf,
    at: draft.now,
    all,
  };
  draft.evidence = { ...draft.evidence, [name]: evidence };
}

/** Opens an incident: what cannot go on by itself and needs a person. */
export function openIncident(
  run: Run,
  found: { readonly code: string; readonly message: string; readonly task?: string; readonly effect?: string },
): string {
  const id = nextId(run, 'i');
  run.incidents[id] = {
    id,
    code: found.code,
    message: found.message,
    at: run.context.now,
    task: found.task ?? null,
    effect: found.effect ?? null,
  };
  run.notes.push({ kind: 'incident', incident: id, code: found.code });
  return id;
}
