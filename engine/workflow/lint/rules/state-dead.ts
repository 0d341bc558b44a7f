import { stateKind } from '../../target-of.ts';
import type { StateNode } from '../../walk-states.ts';
import { type LintContext, sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Inside a parallel a branch may wait for what the others write; alone nothing would ever be asked again. */
export const stateDead: WorkflowRule = {
  id: 'WF29',
  code: 'workflow.state_dead',
  severity: 'error',
  title:
    'A state outside parallel branches that the case can enter and nothing makes it leave: no task, no timer, no invocation, or only guarded decisions.',
  remedy: 'Add a way out, a last decision without a guard, or make it final.',
  check(context) {
    const { nodes } = context;
    return nodes
      .filter(
        (node) => node.parent !== null && stateKind(node) === 'atomic' && !inBranch(node) && !waits(context, node),
      )
      .map((node) => {
        const decides = node.file.always !== undefined;
        const message = decides
          ? `If none of its guards holds, the case stays in ${sayState(node)} for ever. Add a last way without a guard.`
          : `Nothing makes the case leave ${sayState(node)}. Add a task, a timer or a way out, or make it final.`;
        return { path: decides ? `${node.pointer}/always` : node.pointer, message };
      });
  },
};

const inBranch = (node: StateNode): boolean =>
  node.parent !== null && (stateKind(node.parent) === 'parallel' || inBranch(node.parent));

function waits({ ways }: LintContext, node: StateNode): boolean {
  const { file } = node;
  // An empty task or invocation has a rule of its own.
  if (file.meta?.task !== undefined || file.invoke !== undefined) return true;
  const own = ways.filter((way) => way.from === node && way.transition.target !== undefined);
  if (own.some(({ kind }) => kind === 'on' || kind === 'after')) return true;
  if (own.some(({ kind, transition }) => kind === 'always' && transition.guard === undefined)) return true;
  const outer = ways.filter(
    (way) => (way.kind === 'after' || way.kind === 'on') && way.transition.target !== undefined,
  );
  return ancestorsOf(node).some((ancestor) => ancestor.parent !== null && outer.some((way) => way.from === ancestor));
}

const ancestorsOf = (node: StateNode): readonly StateNode[] =>
  node.parent === null ? [] : [node.parent, ...ancestorsOf(node.parent)];
