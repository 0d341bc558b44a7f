import { didYouMean } from '../../../lint/suggest.ts';
import { parseDuration } from '../../calendar/duration.ts';
import { writtenDurations } from '../durations.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A due time on a calendar that is not there would never come. */
export const calendarUnknown: WorkflowRule = {
  id: 'WF43',
  code: 'workflow.calendar_unknown',
  severity: 'error',
  title: 'The workflow, or a duration behind its @, names a calendar that does not exist.',
  remedy: 'Name one that does.',
  check(context) {
    const { file, around } = context;
    const own = file.meta.calendar === undefined ? [] : [{ name: file.meta.calendar, path: '/meta/calendar' }];
    const named = writtenDurations(context).flatMap(({ text, path }) => {
      const parsed = parseDuration(text);
      return parsed.kind === 'duration' && parsed.duration.calendar !== null
        ? [{ name: parsed.duration.calendar, path }]
        : [];
    });
    return [...own, ...named]
      .filter(({ name }) => !around.calendars.has(name))
      .map(({ name, path }) => ({
        path,
        message: `There is no calendar "${name}".${didYouMean(name, around.calendars.keys()) || ` Name one of: ${[...around.calendars.keys()].join(', ')}.`}`,
        params: { calendar: name },
      }));
  },
};
