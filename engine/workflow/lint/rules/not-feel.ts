import { isExpression } from '../../../feel/expression.ts';
import { isInherited } from '../../names.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A guard by name has no implementation here, and XState would fail only when the event arrives. */
export const notFeel: WorkflowRule = {
  id: 'WF69',
  code: 'workflow.not_feel',
  severity: 'error',
  title: 'A guard, or the key or status of the workflow, is not an expression: it does not begin with =.',
  remedy: 'Begin it with = .',
  check({ ways, file: { meta } }) {
    const places = [
      ...ways.map(({ transition, pointer }) => ({
        what: 'A guard',
        value: transition.guard,
        path: `${pointer}/guard`,
      })),
      { what: 'The key', value: meta.key, path: '/meta/key' },
      { what: 'The status', value: meta.status, path: '/meta/status' },
    ];
    return places
      .filter(({ value }) => value !== undefined && !isExpression(value) && !isInherited(value))
      .map(({ what, value, path }) => ({
        path,
        message: `${what} is an expression and begins with =. Write "= ${value ?? ''}".`,
      }));
  },
};
