import { childOf, childrenOf } from '../children.ts';
import type { LintContext } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Each case would begin another before it could end. A circle with a way out may be meant, and "start" says so. */
export const childrenCircle: WorkflowRule = {
  id: 'WF57',
  code: 'workflow.children_circle',
  severity: 'error',
  title: 'A workflow waits for a child that waits, itself or through its own children, for this workflow again.',
  remedy: 'Use "start", which does not wait, or take one of the children out.',
  check: (context) =>
    context.nodes.flatMap(({ file: { invoke }, pointer }) => {
      const child = childOf(invoke?.src ?? '');
      const way = child === null ? null : wayBack(context, child);
      if (way === null) return [];
      const said = [context.file.id, ...way].map((id) => `"${id}"`).join(' → ');
      return [
        {
          path: `${pointer}/invoke/src`,
          message: `${said} leads round in a circle of cases that wait for each other. Use "start", which does not wait, or take one child out.`,
          params: { workflow: child ?? '' },
        },
      ];
    }),
};

/** The shortest way from a child back to this workflow, both ends named; null if there is none. */
function wayBack({ file, around }: LintContext, child: string): readonly string[] | null {
  const childrenNamed = (id: string): readonly string[] =>
    id === file.id ? childrenOf(file) : (around.workflows?.get(id) ?? []);
  const seen = new Set([child]);
  const ways: (readonly string[])[] = [[child]];
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (last === file.id) return way;
    for (const next of childrenNamed(last)) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}
