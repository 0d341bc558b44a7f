import type { Task, Timer } from '../model/instance.ts';
import type { Json } from '../model/json.ts';
import type { Ladder, LadderLevel } from '../model/person.ts';
import { withItem } from '../workflow/draft.ts';
import { addEffect } from './apply-asked.ts';
import { itemName } from './apply-marks.ts';
import { receiversOfLevel } from './ladder-receivers.ts';
import { nextId, type Run } from './run.ts';

/** What is watched: an open task, or (null) the case. */
interface Watched {
  readonly task: Task | null;
  readonly ladder: string | null;
  readonly rung: number;
  readonly toldAt: number | undefined;
  readonly openedAt: number;
  readonly due: string | null;
  readonly dueAt: number | null;
}

/**
 * Keeps one timer a ladder: the next level of each open task and of the case. LD1–LD3
 *
 * A ladder may be an expression; where its text changed it is climbed from the bottom of the new one, at once as far as
 * its levels are past.
 */
export function settleLadders(run: Run): void {
  for (const task of Object.values(run.tasks)) settleTaskLadder(run, task);
  const { clock, startedAt, status } = run.instance;
  const watched = { task: null, ladder: clock.ladder, rung: clock.rung, toldAt: clock.toldAt, openedAt: startedAt };
  // It ends with the case, and stands still while the case's clock does.
  const ladder = status === 'active' && clock.suspendedAt === null ? clock.ladder : null;
  if (ladder !== null || ladderTimer(run, null) !== undefined)
    arm(run, { ...watched, ladder, due: clock.due, dueAt: clock.dueAt });
  for (const timer of Object.values(run.timers)) {
    const of = timer.ladder?.task ?? null;
    if (of !== null && run.tasks[of] === undefined) delete run.timers[timer.id];
  }
}

function settleTaskLadder(run: Run, task: Task): void {
  const { workflow } = run.context;
  const file = workflow.byKey.get(task.state)?.file.meta?.task?.ladder;
  if (file === undefined || task.left === true) return;
  const value = withItem(run.draft, itemName(task.each), () => workflow.evaluate(file, run.draft));
  const ladder = typeof value === 'string' && value !== '' ? value : null;
  const before = task.ladder ?? null;
  if (ladder !== before && run.before.tasks[task.id] !== undefined)
    run.notes.push({ kind: 'ladder', task: task.id, from: before, to: ladder });
  const rung = ladder === before ? (task.rung ?? 0) : 0;
  const watched = ladder === before && task.rung !== undefined ? task : { ...task, ladder, rung };
  if (watched !== task) run.tasks[task.id] = watched;
  arm(run, {
    task: watched,
    ladder,
    rung,
    toldAt: watched.toldAt,
    openedAt: task.openedAt,
    due: task.due,
    dueAt: task.dueAt,
  });
}

/** The timer of the next level stands where the due time puts it; one that moved is replaced. */
function arm(run: Run, watched: Watched): void {
  const known = ladderTimer(run, watched.task?.id ?? null);
  const next = nextLevel(run, watched);
  if (known !== undefined && known.dueAt === next?.dueAt && known.ladder?.level === next.index) return;
  if (known !== undefined) delete run.timers[known.id];
  if (next === null) return;
  const id = nextId(run, 'm');
  const state = watched.task?.state ?? '';
  run.timers[id] = {
    id,
    state,
    visit: watched.task?.visit ?? 0,
    delay: 'ladder',
    dueAt: next.dueAt,
    attempt: 0,
    lease: null,
    incident: null,
    ladder: { task: watched.task?.id ?? null, level: next.index },
  };
}

function ladderTimer(run: Run, task: string | null): Timer | undefined {
  return Object.values(run.timers).find((timer) => timer.ladder !== undefined && timer.ladder.task === task);
}

function ladderOf(run: Run, id: string | null): Ladder | undefined {
  return id === null ? undefined : run.context.plant.ladders.get(id);
}

/** The next level that has a moment; before it, a level that repeats is told again. LD6 */
function nextLevel(run: Run, watched: Watched): { readonly index: number; readonly dueAt: number } | null {
  const { time, workflow } = run.context;
  const levels = ladderOf(run, watched.ladder)?.levels ?? [];
  let next: { readonly index: number; readonly dueAt: number } | null = null;
  for (let index = watched.rung; index < levels.length && next === null; index += 1) {
    const dueAt = levelAt(run, levels[index] as LadderLevel, watched);
    if (dueAt !== null) next = { index, dueAt };
  }
  const every = levels[watched.rung - 1]?.every;
  if (every === undefined || watched.toldAt === undefined) return next;
  const againAt = time.dueAt(watched.toldAt, every, workflow.file.meta.calendar);
  if (againAt === null || (next !== null && next.dueAt <= againAt)) return next;
  return { index: watched.rung - 1, dueAt: againAt };
}

/** When a level is due: per cent of the working time until the due time, or a duration from opening. LD2 */
function levelAt(run: Run, level: LadderLevel, watched: Watched): number | null {
  const { time, workflow } = run.context;
  const calendar = /@([a-z0-9-]+)$/.exec(watched.due ?? '')?.[1] ?? workflow.file.meta.calendar;
  const percent = /^(\d+)%$/.exec(level.after)?.[1];
  if (percent === undefined) return time.dueAt(watched.openedAt, level.after, workflow.file.meta.calendar);
  if (watched.dueAt === null) return null;
  if (percent === '100') return watched.dueAt;
  const wholeMs = time.workingMs(watched.openedAt, watched.dueAt, calendar);
  const at = time.addMs(watched.openedAt, (wholeMs * Number(percent)) / 100, calendar);
  const least = level.atLeast === undefined ? null : time.dueAt(watched.dueAt, level.atLeast, calendar);
  return least === null ? at : Math.max(at, least);
}

/** A level is due: its people are told, and may see the case and what their level allows. Nothing else moves. LD4–LD6 */
export function climb(run: Run, timer: Timer): void {
  const of = timer.ladder as NonNullable<Timer['ladder']>;
  const task = of.task === null ? null : (run.tasks[of.task] ?? null);
  if (of.task !== null && task === null) return;
  const { clock } = run.instance;
  const ladder = ladderOf(run, task === null ? clock.ladder : (task.ladder ?? null));
  const level = ladder?.levels[of.level];
  if (ladder === undefined || level === undefined) return;
  const to = receiversOfLevel(run, { ladder, index: of.level, task });
  const told = { rung: of.level + 1, toldAt: run.context.now };
  if (task === null) run.instance = { ...run.instance, clock: { ...clock, ...told } };
  else {
    const deciders = level.may?.includes('reassign') === true ? [...new Set([...(task.deciders ?? []), ...to])] : null;
    run.tasks[task.id] = { ...task, ...told, ...(deciders === null ? {} : { deciders }) };
  }
  run.notes.push({ kind: 'told', task: task?.id ?? null, level: level.id, to });
  const viewers = to.map((id) => `p:${id}`).filter((token) => !run.instance.viewers.includes(token));
  if (viewers.length > 0) run.instance = { ...run.instance, viewers: [...run.instance.viewers, ...viewers] };
  if (to.length === 0) return;
  const about: Json =
    task === null
      ? { level: level.id, dueAt: clock.dueAt }
      : { task: task.id, state: task.state, level: level.id, dueAt: task.dueAt, assignee: task.assignee };
  addEffect(run, {
    src: 'notify',
    input: { to: to.map((id) => `person:${id}`), notice: level.say, with: about },
    key: `${run.before.id}:r${run.before.rev + 1}:${timer.id}`,
  });
}
