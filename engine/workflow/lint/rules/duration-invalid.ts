import { parseDuration } from '../../calendar/duration.ts';
import { writtenDurations } from '../durations.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** XState takes any text as the key of a timer, and fires one it cannot read at once. */
export const durationInvalid: WorkflowRule = {
  id: 'WF44',
  code: 'workflow.duration_invalid',
  severity: 'error',
  title: 'A duration cannot be read.',
  remedy:
    'Write it like PT4H, P1D or P1DT2H, with @calendar after it where needed, or as an expression that begins with =.',
  check: (context) =>
    writtenDurations(context).flatMap(({ text, path }) => {
      const parsed = parseDuration(text);
      return parsed.kind === 'duration'
        ? []
        : [{ path, message: parsed.problem.message, params: { text, reason: parsed.problem.code } }];
    }),
};
