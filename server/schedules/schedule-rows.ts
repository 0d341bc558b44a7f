import type { JsonObject } from '../../engine/model/json.ts';
import type { PlannedFiring } from '../../engine/schedule/plan-firings.ts';

export const SCHEDULES = 'schedules';
export const FIRINGS = 'firings';
/** The key of firings whose start is not known to be done. */
export const OPEN = 'open';

/** What is kept of a schedule. What it says stands in the workflow in force. */
export interface ScheduleRow {
  /** Expression and zone that `decidedAt` was counted with. */
  readonly rule: string;
  /** All nominal times until here are decided. It only rises. */
  readonly decidedAt: number;
  /** Decided in the same write, and not yet a row each. */
  readonly planned: readonly PlannedFiring[];
  readonly paused: { readonly by: string; readonly at: number } | null;
}

/** One nominal time of a schedule: the row is the lock, since it can be made once only. */
export interface FiringRow {
  readonly schedule: string;
  readonly workflow: string;
  readonly nominalAt: number;
  readonly state: 'open' | 'started' | 'skipped' | 'refused';
  readonly why: PlannedFiring['why'];
  /** What the start is asked with: fixed when the row is made, so that every try is the same command. */
  readonly by: string | null;
  readonly answers: JsonObject;
  readonly actualAt: number | null;
  readonly instance: { readonly id: string; readonly number: string } | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
}

/** Names a schedule among those of all workflows. */
export function scheduleId(workflow: string, schedule: string): string {
  return `${workflow}.${schedule}`;
}

/** Names a firing: its schedule and the nominal time. In one schedule the ids order as the times do. */
export function firingId(schedule: string, nominalAt: number): string {
  return `${schedule}:${new Date(nominalAt).toISOString()}`;
}

/** The key by which the firings of a schedule are found. */
export function firingsOf(schedule: string): string {
  return `of:${schedule}`;
}
