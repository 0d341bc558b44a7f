import type { TransitionFile } from '../model/workflow-file.ts';
import { feelOf, isExpression } from '../feel/expression.ts';
import type { Draft } from '../workflow/draft.ts';
import { targetOf } from '../workflow/target-of.ts';
import { type StateNode, waysOf } from '../workflow/walk-states.ts';
import { namesOf } from './apply-marks.ts';
import type { StepContext } from './run.ts';

/** What comes after a transition, as far as it can be known before: tasks that open, or the end. */
export interface NextStep {
  readonly kind: 'task' | 'service' | 'end';
  readonly state: string;
  /** The roles of a task, as they would stand if it opened now. */
  readonly roles: readonly string[];
}

/** More than anybody reads in one line. */
const MOST_NEXT = 8;

/**
 * Follows a transition to the people it leads to. Decisions are asked with what is known now; behind a service its
 * result is not known, so all their ways are followed. EP3
 */
export function nextSteps(
  context: StepContext,
  draft: Draft,
  way: { readonly from: StateNode; readonly transition: TransitionFile },
): readonly NextStep[] {
  const { nodes } = context.workflow;
  const found = new Map<string, NextStep>();
  const seen = new Set<StateNode>();
  const add = (kind: NextStep['kind'], node: StateNode): void => {
    const roles = kind === 'task' ? namesOf(context.workflow.evaluate(node.file.meta?.task?.roles ?? null, draft)) : [];
    if (found.size < MOST_NEXT) found.set(node.key, { kind, state: node.key, roles });
  };
  const follow = (from: StateNode, transition: TransitionFile | undefined, known: boolean): void => {
    const target = transition?.target === undefined ? undefined : targetOf(nodes, from, transition.target);
    if (target !== undefined) enter(target, known);
  };
  const firstOf = (node: StateNode, kind: string, known: boolean): void => {
    const ways = waysOf(node).filter((candidate) => candidate.kind === kind);
    if (!known) for (const candidate of ways) follow(node, candidate.transition, false);
    else follow(node, ways.find((candidate) => holds(context, draft, candidate.transition))?.transition, true);
  };
  const enter = (node: StateNode, known: boolean): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const { file } = node;
    if (file.type === 'final') return endOf(node, known);
    if (file.meta?.task !== undefined) return add('task', node);
    if (file.invoke !== undefined) return passService(node);
    if (file.always !== undefined) return firstOf(node, 'always', known);
    const children = nodes.filter((child) => child.parent === node);
    const entered = file.type === 'parallel' ? children : children.filter((child) => child.key === file.initial);
    for (const child of entered) enter(child, known);
  };
  const passService = (node: StateNode): void => {
    const before = found.size;
    firstOf(node, 'invoke.onDone', false);
    if (found.size === before) add('service', node);
  };
  // The end of a branch leads to what comes after the branches, whenever the others are done.
  const endOf = (node: StateNode, known: boolean): void => {
    if (node.parent === null || node.parent.parent === null) return add('end', node);
    const joined = node.parent.parent.file.type === 'parallel' ? node.parent.parent : node.parent;
    firstOf(joined, 'onDone', known);
  };
  follow(way.from, way.transition, true);
  return [...found.values()];
}

function holds(context: StepContext, draft: Draft, transition: TransitionFile): boolean {
  return !isExpression(transition.guard) || context.workflow.ask(feelOf(transition.guard), draft) === true;
}
