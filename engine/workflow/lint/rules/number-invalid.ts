import { readNumberFormat } from '../../number-format.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** No case could start. */
export const numberInvalid: WorkflowRule = {
  id: 'WF70',
  code: 'workflow.number_invalid',
  severity: 'error',
  title:
    'The number of a case cannot be made: it needs exactly one sequence such as {seq3}, and knows {yyMM} and {= FEEL}.',
  remedy: 'Write it like ORV-{yyMM}-{seq3}.',
  check({ file: { meta } }) {
    const read = meta.number === undefined ? undefined : readNumberFormat(meta.number);
    return read?.kind === 'broken'
      ? [{ path: '/meta/number', message: `${read.message}. Write it like ORV-{yyMM}-{seq3}.` }]
      : [];
  },
};
