import { EngineError } from '../model/engine-error.ts';
import type { Effect, Task } from '../model/instance.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { TaskFile } from '../model/workflow-file.ts';
import { itemsOf } from '../workflow/compile-machine.ts';
import { type Mark, withItem } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Configuration } from './configuration.ts';
import { nextId, type Run } from './run.ts';

/** What the `src` of a child begins with. */
export const CHILD = 'workflow:';

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
    // What an earlier visit left would count among the answers of this one. EA7
    if (mark.kind === 'enter')
      for (const one of Object.values(run.tasks)) if (one.state === mark.state) withdraw(run, one);
    const task = node.file.meta?.task;
    if (mark.kind === 'enter' && task !== undefined && configuration.active.has(node.id)) openTasks(run, node, mark);
  }
}

/**
 * Closes what belongs to a state: its task as withdrawn, its timers, its children. Other effects go on, but nobody waits
 * for them. What the file says may go on (`rest: left`) is left.
 */
export function closeState(run: Run, state: string): void {
  const meta = run.context.workflow.byKey.get(state)?.file.meta;
  for (const task of Object.values(run.tasks)) {
    if (task.state !== state) continue;
    if (meta?.task?.forEach?.rest === 'left' && run.instance.status === 'active') leave(run, task);
    else withdraw(run, task);
  }
  for (const timer of Object.values(run.timers)) if (timer.state === state) delete run.timers[timer.id];
  for (const effect of Object.values(run.effects))
    if (effect.state === state) leaveEffect(run, effect, meta?.forEach?.rest === 'left');
  delete run.groups[state];
}

/** An item that was not needed may still be answered; it moves nothing any more. EA7 */
function leave(run: Run, task: Task): void {
  run.tasks[task.id] = { ...task, left: true };
}

/** A child is called back; one that never started is not started. Everything else is still done. CH4 */
export function leaveEffect(run: Run, effect: Effect, goesOn: boolean): void {
  const { waits: _waits, ...rest } = effect;
  if (!effect.src.startsWith(CHILD) || goesOn) run.effects[effect.id] = { ...effect, state: null };
  // A retry counts attempts anew, but what went wrong before says that it had begun.
  else if (effect.attempt === 0 && effect.problem === null) delete run.effects[effect.id];
  else run.effects[effect.id] = { ...rest, state: null, cancelled: true, incident: null, dueAt: run.context.now };
}

function withdraw(run: Run, task: Task): void {
  delete run.tasks[task.id];
  run.notes.push({ kind: 'withdrawn', task: task.id, state: task.state });
}

/** More items than anybody could be asked about: an error in the expression that gave them. EA8 */
const MOST_ITEMS = 1_000;

/** Opens the task of a state that was entered, or one for each item. TK1, EA1 */
function openTasks(run: Run, node: StateNode, mark: Mark): void {
  const { workflow } = run.context;
  const each = node.file.meta?.task?.forEach;
  if (each === undefined) return openTask(run, node, { visit: mark.visit });
  const items = itemsOf(workflow.evaluate(each.items, run.draft));
  refuseTooMany(node.key, items.length);
  const as = each.as ?? 'item';
  for (const [index, item] of items.entries())
    openTask(run, node, { visit: mark.visit, each: { as, item, index, oncePerPerson: each.oncePerPerson === true } });
}

export function refuseTooMany(state: string, count: number): void {
  if (count <= MOST_ITEMS) return;
  throw new EngineError(
    'expression.failed',
    `"${state}" would be done for ${count} items; at most ${MOST_ITEMS} can be asked at once. Correct "items".`,
  );
}

/** Roles and names are fixed now, people are resolved later. WH1 */
export function openTask(run: Run, node: StateNode, of: Pick<Task, 'visit' | 'each'>): void {
  const { workflow, now } = run.context;
  const file = node.file.meta?.task as TaskFile;
  const ask = (value: Json | undefined): Json =>
    withItem(run.draft, itemName(of.each), () => workflow.evaluate(value, run.draft));
  const task: Task = {
    id: nextId(run, 't'),
    state: node.key,
    ...of,
    name: file.into ?? node.key,
    form: file.form,
    roles: file.roles === undefined ? null : namesOf(ask(file.roles)),
    by: file.by === undefined ? null : namesOf(ask(file.by)),
    notBy: namesOf(ask(file.notBy ?? null)),
    ...(file.separation === undefined ? {} : { separation: file.separation }),
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

/** The item of a task as FEEL names it. */
export function itemName(each: Task['each']): { readonly name: string; readonly value: Json } | null {
  return each === undefined ? null : { name: each.as, value: each.item };
}

/** A list of names from what an expression gave: a name, a list with holes, or nothing. */
export function namesOf(value: Json): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value.flat() : [value];
  return [...new Set(list.filter((name): name is string => typeof name === 'string' && name !== ''))];
}
