import type { Group } from '../model/instance.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { ForEachFile } from '../model/workflow-file.ts';
import { feelOf, isExpression } from '../feel/expression.ts';
import { invocationOf, outcomeEvent } from '../workflow/compile-machine.ts';
import { writeData } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Configuration } from './configuration.ts';
import { openIncident, type Run } from './run.ts';

/** An event that follows in the same step. */
export interface Collected {
  readonly event: string;
  readonly payload: JsonObject;
}

/** The `on` key of a `forEach` task, and what an answer is called that does not complete it. */
export const COLLECTED = 'collected';
export const ANSWERED = 'answered';

/** What is complete now: the answers of a `forEach` task, or the results of a `forEach` invocation. EA4, EA6 */
export function nextCollected(run: Run, configuration: Configuration): Collected | null {
  if (!configuration.isActive) return null;
  for (const node of run.context.workflow.collecting) {
    if (!configuration.active.has(node.id)) continue;
    if (node.file.meta?.task?.forEach !== undefined && isCollected(run, node))
      return { event: outcomeEvent(node.key, COLLECTED), payload: {} };
    const group = run.groups[node.key];
    if (group !== undefined && isGroupComplete(run, node, group)) {
      const finished = finishGroup(run, { node, group, configuration });
      if (finished !== null) return finished;
    }
  }
  return null;
}

/** All answered always collects, and an empty list at once; else `until` says when the answers are enough. EA4 */
export function isCollected(run: Run, node: StateNode): boolean {
  const task = node.file.meta?.task;
  if (task?.forEach === undefined) return false;
  const open = Object.values(run.tasks).some(
    (one) => one.state === node.key && one.each !== undefined && one.left !== true,
  );
  const answers = run.draft.data[task.into ?? node.key];
  return !open || isEnough(run, task.forEach, Array.isArray(answers) ? answers.length : 0);
}

function isEnough(run: Run, { until }: Pick<ForEachFile, 'until'>, count: number): boolean {
  if (until === undefined || until === 'all') return false;
  if (until === 'any') return count > 0;
  if (typeof until === 'number') return count >= until;
  return isExpression(until) && run.context.workflow.ask(feelOf(until), run.draft) === true;
}

function isGroupComplete(run: Run, node: StateNode, group: Group): boolean {
  const results = listOf(group);
  if (results.length === wanted(group)) return true;
  const { event } = run.draft;
  run.draft.event = { ...event, data: results };
  const enough = isEnough(run, node.file.meta?.forEach ?? {}, results.filter((result) => !isFailed(result)).length);
  run.draft.event = event;
  return enough;
}

/** The ordered list of what came of the items; one that failed says its code. EA6 */
function finishGroup(
  run: Run,
  of: { readonly node: StateNode; readonly group: Group; readonly configuration: Configuration },
): Collected | null {
  const { node, group, configuration } = of;
  const results = listOf(group);
  delete run.groups[node.key];
  writeData(run.draft, node.file.meta?.into ?? node.key, results);
  const complete = results.length === wanted(group);
  if (!(complete && results.some(isFailed))) {
    run.draft.event = { ...run.draft.event, data: results };
    return { event: `xstate.done.actor.${invocationOf(node)}`, payload: { output: results } };
  }
  const error = { code: 'some_failed', message: 'Some items could not be done.', results };
  run.draft.event = { ...run.draft.event, data: error };
  const event = `xstate.error.actor.${invocationOf(node)}`;
  if (node.file.invoke?.onError !== undefined && configuration.can(event)) return { event, payload: { error } };
  openIncident(run, {
    code: error.code,
    message: `"${node.key}": ${error.message} Void the case, or correct the data.`,
  });
  return null;
}

const listOf = (group: Group): readonly JsonObject[] =>
  group.items.flatMap((item: Json, index) => {
    const result = group.results[index];
    return result === undefined || group.gone?.includes(index) === true ? [] : [{ item, ...result }];
  });

/** How many items are still wanted. */
const wanted = (group: Group): number => group.items.length - (group.gone?.length ?? 0);

const isFailed = (result: JsonObject): boolean => typeof result['code'] === 'string';
