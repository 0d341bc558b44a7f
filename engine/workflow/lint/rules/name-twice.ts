import type { WorkflowRule } from '../workflow-rule.ts';

/** States key `visits`, `tasks` and `data`, wherever they stand. */
export const nameTwice: WorkflowRule = {
  id: 'WF4',
  code: 'workflow.name_twice',
  severity: 'error',
  title: 'Two states of the file have one name, in whatever branch: their answers and visits could not be told apart.',
  remedy: 'Rename one of them.',
  check({ nodes }) {
    const first = new Map<string, string>();
    return nodes.slice(1).flatMap((node) => {
      const earlier = first.get(node.key);
      if (earlier === undefined) first.set(node.key, node.pointer);
      return earlier === undefined
        ? []
        : [
            {
              path: node.pointer,
              message: `A state called "${node.key}" stands at ${earlier} already. Rename one of them.`,
              params: { first: earlier },
            },
          ];
    });
  },
};
