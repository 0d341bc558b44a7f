import type { Task } from '../model/instance.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { TaskFile } from '../model/workflow-file.ts';
import type { Mark } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Configuration } from './configuration.ts';
import { nextId, type Run } from './run.ts';

/**
 * Follows the states that were left and entered: what a state had open is closed, what it opens is opened.
 *
 * Marks and not configurations are followed, because a state that was entered again looks unchanged. SP4, TK1
 */
export function applyMarks(run: Run, configuration: Configuration): void {
  for (const mark of run.draft.marks.splice(0)) {
    const node = run.context.workflow.byKey.get(mark.state) as StateNode;
    run.notes.push({ kind: mark.kind === 'enter' ? 'entered' : 'left', state: mark.state, visit: mark.visit });
    closeState(run, mark.state);
    const task = node.file.meta?.task;
    if (mark.kind === 'enter' && task !== undefined && configuration.active.has(node.id)) openTask(run, node, mark);
  }
}

/** Closes what belongs to a state: its task as withdrawn, its timers; an effect goes on, but nobody waits for it. */
export function closeState(run: Run, state: string): void {
  for (const task of Object.values(run.tasks)) if (task.state === state) withdraw(run, task);
  for (const timer of Object.values(run.timers)) if (timer.state === state) delete run.timers[timer.id];
  for (const effect of Object.values(run.effects))
    if (effect.state === state) run.effects[effect.id] = { ...effect, state: null };
}

function withdraw(run: Run, task: Task): void {
  delete run.tasks[task.id];
  run.notes.push({ kind: 'withdrawn', task: task.id, state: task.state });
}

/** Opens the task of a state that was entered. Roles and names are fixed now, people are resolved later. TK1, WH1 */
function openTask(run: Run, node: StateNode, mark: Mark): void {
  const { workflow, now } = run.context;
  const file = node.file.meta?.task as TaskFile;
  const ask = (value: Json | undefined): Json => workflow.evaluate(value, run.draft);
  const task: Task = {
    id: nextId(run, 't'),
    state: node.key,
    visit: mark.visit,
    name: file.into ?? node.key,
    form: file.form,
    roles: file.roles === undefined ? null : namesOf(ask(file.roles)),
    by: file.by === undefined ? null : namesOf(ask(file.by)),
    notBy: namesOf(ask(file.notBy ?? null)),
    due: null,
    dueAt: null,
    openedAt: now,
    prefill: (file.prefill === undefined ? {} : ask(file.prefill)) as JsonObject,
    assignee: null,
    claimedAt: null,
    fallback: [],
    excluded: [],
    candidates: [],
    departments: [],
  };
  run.tasks[task.id] = task;
  run.notes.push({ kind: 'opened', task: task.id, state: node.key });
}

/** A list of names from what an expression gave: a name, a list with holes, or nothing. */
export function namesOf(value: Json): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value.flat() : [value];
  return [...new Set(list.filter((name): name is string => typeof name === 'string' && name !== ''))];
}
