import type { Command } from '../model/command.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Group } from '../model/instance.ts';
import type { JsonObject } from '../model/json.ts';
import { withItem } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { addInvocation } from './apply-asked.ts';
import { leaveEffect, refuseTooMany } from './apply-marks.ts';
import { nextCollected } from './collect.ts';
import { configurationOf, keepCase, moveCase } from './move-case.ts';
import type { Run } from './run.ts';

export type ChangeItems = Extract<Command, { kind: 'change_items' }>;

/** What names nothing that is open changes nothing. */
export function nothingToChange(): EngineError {
  return new EngineError('items.not_changed', 'Name open items to take back, or items to add.');
}

/** Changes the items of an invocation that is done once for each: what is taken back is left as its state would leave it. EA9 */
export function changeGroup(run: Run, node: StateNode, { state, add, remove }: ChangeItems): void {
  const group = run.groups[state] as Group;
  const gone: number[] = [...(group.gone ?? [])];
  for (const id of remove) {
    const effect = run.effects[id];
    if (effect?.state !== state || effect.index === undefined) throw nothingToChange();
    leaveEffect(run, effect, false);
    gone.push(effect.index);
  }
  const items = [...group.items, ...add];
  refuseTooMany(state, items.length);
  run.groups[state] = { ...group, items, ...(gone.length === 0 ? {} : { gone }) };
  for (const [offset, item] of add.entries()) {
    const name = node.file.meta?.forEach?.as ?? 'item';
    const input = withItem(run.draft, { name, value: item }, () =>
      run.context.workflow.evaluate(node.file.invoke?.input ?? {}, run.draft),
    );
    addInvocation(run, node, { visit: group.visit, index: group.items.length + offset, input: input as JsonObject });
  }
  const configuration = configurationOf(run);
  const next = nextCollected(run, configuration);
  if (next === null) keepCase(run);
  else moveCase(run, configuration, next.event, next.payload);
}
