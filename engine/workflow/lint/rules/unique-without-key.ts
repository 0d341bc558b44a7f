import type { WorkflowRule } from '../workflow-rule.ts';

/** A null key is never held, so nothing would be unique. */
export const uniqueWithoutKey: WorkflowRule = {
  id: 'WF72',
  code: 'workflow.unique_without_key',
  severity: 'error',
  title: 'The workflow says "unique" and has no key that could be.',
  remedy: 'Add "key", or remove "unique".',
  check: ({ file: { meta } }) =>
    meta.key === undefined && (meta.unique ?? false) !== false
      ? [{ path: '/meta/unique', message: 'There is no key that could be unique. Add "key", or remove "unique".' }]
      : [],
};
