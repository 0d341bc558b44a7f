import type { PlacedWay } from '../placed-ways.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Candidates are tried in order; the first open one is taken. */
export const wayDead: WorkflowRule = {
  id: 'WF22',
  code: 'workflow.way_dead',
  severity: 'error',
  title: 'A way stands behind one without a guard, so it is never taken.',
  remedy: 'Guard the one before it, or remove it.',
  check({ ways }) {
    let open: PlacedWay | undefined;
    return ways.flatMap((way) => {
      if (way.index === 0) open = undefined;
      const before = open;
      if (way.transition.guard === undefined) open ??= way;
      if (before === undefined) return [];
      const message = `This way is never taken: the one before it has no guard. Guard ${before.pointer}, or remove this one.`;
      return [{ path: way.pointer, message }];
    });
  },
};
