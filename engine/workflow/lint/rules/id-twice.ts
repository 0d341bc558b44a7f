import type { WorkflowRule } from '../workflow-rule.ts';

/** Timers and invocations are named by ids. */
export const idTwice: WorkflowRule = {
  id: 'WF7',
  code: 'workflow.id_twice',
  severity: 'error',
  title: 'Two states have one id.',
  remedy: 'Change one, or leave the ids out.',
  check({ nodes }) {
    const first = new Map<string, string>();
    return nodes.flatMap((node) => {
      const earlier = first.get(node.id);
      if (earlier === undefined) first.set(node.id, node.pointer);
      if (earlier === undefined || node.file.id === undefined) return [];
      return [
        {
          path: `${node.pointer}/id`,
          message: `"${node.id}" is the id of ${earlier || 'the workflow'} already. Change it, or leave it out.`,
        },
      ];
    });
  },
};
