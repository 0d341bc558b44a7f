import type { WorkflowRule } from '../workflow-rule.ts';

export const wayDead: WorkflowRule = {
  id: 'WF22',
  code: 'workflow.way_dead',
  severity: 'error',
  title: 'A way stands behind one without a guard, so it is never taken.',
  remedy: 'Guard the one before it, or remove it.',
  check({ ways }) {
    return ways
      .filter(({ index }) => index > 0)
      .flatMap((way) => {
        const before = ways.find(
          (other) =>
            other.from === way.from &&
            other.kind === way.kind &&
            other.event === way.event &&
            other.index < way.index &&
            other.transition.guard === undefined,
        );
        return before === undefined
          ? []
          : [
              {
                path: way.pointer,
                message: `This way is never taken: the one before it has no guard. Guard ${before.pointer}, or remove this one.`,
              },
            ];
      });
  },
};
