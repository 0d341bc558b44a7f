import { feelOf, isExpression, readExpression } from '../../../feel/expression.ts';
import { didYouMean } from '../../../lint/suggest.ts';
import type { ScheduleFile } from '../../../model/workflow-file.ts';
import { readCron } from '../../../schedule/cron.ts';
import { isZone } from '../../calendar/zone-clock.ts';
import { WORKING_DAY, WORKING_DAY_OR_BEFORE } from '../../schedule-calendar.ts';
import type { LintContext } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** What an answer of a schedule may speak of: there is no case yet. */
const SEEN = new Set(['nominal', 'now', 'settings']);

/** A schedule that cannot be read would silently start nothing. */
export const scheduleInvalid: WorkflowRule = {
  id: 'WF73',
  code: 'workflow.schedule_invalid',
  severity: 'error',
  title: 'A schedule has a time that never comes, or names a zone, calendar, role or value that does not exist.',
  remedy: 'Write five fields of cron, and name what exists.',
  check: (context) =>
    (context.file.meta.schedules ?? []).flatMap((schedule, index, all) => {
      const pointer = `/meta/schedules/${index}`;
      const twice = all.findIndex(({ id }) => id === schedule.id) < index;
      return [
        ...found(twice, `${pointer}/id`, `Two schedules are called "${schedule.id}". Give each an id of its own.`),
        ...found(
          !/^[a-z][a-z0-9_-]*$/.test(schedule.id),
          `${pointer}/id`,
          `"${schedule.id}" is no id of a schedule. Use small letters, digits and -.`,
        ),
        ...timesOf(schedule, pointer),
        ...namesOf(context, schedule, pointer),
        ...answersOf(schedule, pointer),
      ];
    }),
};

interface Found {
  readonly path: string;
  readonly message: string;
}

const found = (wrong: boolean, path: string, message: string): readonly Found[] => (wrong ? [{ path, message }] : []);

function timesOf({ cron, zone }: ScheduleFile, pointer: string): readonly Found[] {
  const read = readCron(cron);
  return [
    ...(read.kind === 'broken' ? [{ path: `${pointer}/cron`, message: read.message }] : []),
    ...found(
      zone !== undefined && !isZone(zone),
      `${pointer}/zone`,
      `There is no time zone "${zone}". Name one such as Asia/Taipei.`,
    ),
  ];
}

function namesOf({ around, file }: LintContext, { when, by }: ScheduleFile, pointer: string): readonly Found[] {
  const person = around.people?.some(({ id }) => id === by) ?? true;
  const ofWorkflow = when === WORKING_DAY || when === WORKING_DAY_OR_BEFORE;
  return [
    ...found(
      when !== undefined && !ofWorkflow && !around.calendars.has(when),
      `${pointer}/when`,
      `There is no calendar "${when}".${didYouMean(when ?? '', around.calendars.keys()) || ' Name one that exists, or working_day.'}`,
    ),
    ...found(
      ofWorkflow && file.meta.calendar === undefined,
      `${pointer}/when`,
      `"${when}" is asked of the calendar of the workflow, and it has none. Name it in meta.calendar.`,
    ),
    ...found(
      !around.roles.has(by) && !(person && around.people !== undefined),
      `${pointer}/by`,
      `There is no role and no person "${by}".${didYouMean(by, around.roles.keys()) || ' Name one that exists.'}`,
    ),
    ...found(
      around.roles.has(by) && !file.meta.start.roles.includes(by),
      `${pointer}/by`,
      `The role "${by}" may not start this procedure. Name one of: ${file.meta.start.roles.join(', ')}.`,
    ),
  ];
}

function answersOf({ answers }: ScheduleFile, pointer: string): readonly Found[] {
  return Object.entries(answers ?? {}).flatMap(([field, value]) => {
    if (!isExpression(value)) return [];
    const path = `${pointer}/answers/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const read = readExpression(feelOf(value));
    if (read.kind === 'broken') return [{ path, message: `${read.message}. Correct the expression.` }];
    const unknown = read.facts.paths.map(([root]) => root ?? '').filter((root) => !SEEN.has(root));
    return found(
      unknown.length > 0 && read.facts.calls.every((call) => !unknown.includes(call)),
      path,
      `A schedule knows only nominal, now and settings, not "${unknown[0]}". Use one of these.`,
    );
  });
}
