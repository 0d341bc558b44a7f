import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** At an end there is no clock, and a case whose clock never runs is never late. */
export const suspendedMisplaced: WorkflowRule = {
  id: 'WF18',
  code: 'workflow.suspended_misplaced',
  severity: 'error',
  title: 'An end, or the workflow itself, says that its clock stands still.',
  remedy: 'Put "suspended" on the state in which the case waits.',
  check: ({ nodes }) =>
    nodes
      .filter(({ file, parent }) => file.meta?.suspended !== undefined && (parent === null || file.type === 'final'))
      .map((node) => ({
        path: `${node.pointer}/meta/suspended`,
        message: `The clock of ${sayState(node)} cannot stand still. Move "suspended" to the state in which the case waits.`,
      })),
};
