import type { Plant } from '../../engine/model/person.ts';
import type { ScheduleFile } from '../../engine/model/workflow-file.ts';
import { readCron } from '../../engine/schedule/cron.ts';
import type { Timetable } from '../../engine/schedule/next-nominal.ts';
import type { FiringRule } from '../../engine/schedule/plan-firings.ts';
import { openZoneClock } from '../../engine/workflow/calendar/zone-clock.ts';
import {
  drawToWorkingDay,
  mayFireOn,
  WORKING_DAY,
  WORKING_DAY_OR_BEFORE,
} from '../../engine/workflow/schedule-calendar.ts';
import type { Library } from '../library/library.ts';
import { scheduleId } from './schedule-rows.ts';

/** A schedule of a workflow in force, made ready. */
export interface KnownSchedule {
  readonly id: string;
  readonly workflow: string;
  readonly file: ScheduleFile;
  readonly zone: string;
  /** Expression and zone: when they change, counting begins anew. */
  readonly rule: string;
  readonly firing: FiringRule;
}

/** Every schedule of the versions in force. One that cannot be read is left out; lint has refused it long before. */
export function knownSchedules(library: Library, plant: Plant): readonly KnownSchedule[] {
  return library.all().flatMap((version) => {
    const { meta } = version.bundle.machine;
    return (meta.schedules ?? []).flatMap((file) => {
      const zone = file.zone ?? plant.zone;
      const written = timetable(file.cron, zone);
      if (written === undefined) return [];
      const times = drawn(written, file, { plant, calendar: meta.calendar });
      const mayFire = mayFireOf(file, { plant, calendar: meta.calendar });
      return [
        {
          id: scheduleId(version.workflow, file.id),
          workflow: version.workflow,
          file,
          zone,
          rule: `${file.cron} ${zone}${file.when === WORKING_DAY_OR_BEFORE ? ` ${file.when}` : ''}`,
          firing: { times, catchUp: file.catchUp ?? 'none', mayFire },
        },
      ];
    });
  });
}

const timetables = new Map<string, Timetable | undefined>();

function timetable(cron: string, zone: string): Timetable | undefined {
  const key = `${cron} ${zone}`;
  if (!timetables.has(key)) {
    const read = readCron(cron);
    timetables.set(key, read.kind === 'read' ? { cron: read, wall: openZoneClock(zone) } : undefined);
  }
  return timetables.get(key);
}

/** Times of `working_day_or_before` are drawn forward to days on which the workflow's calendar works. SC11 */
function drawn(
  times: Timetable,
  { when }: ScheduleFile,
  { plant, calendar }: { readonly plant: Plant; readonly calendar: string | undefined },
): Timetable {
  const file = plant.calendars.get(calendar ?? 'always');
  if (when !== WORKING_DAY_OR_BEFORE || file === undefined) return times;
  return { ...times, drawForward: drawToWorkingDay(file, times.wall) };
}

/** A calendar that the plant no longer has is never open: nothing starts, and every firing says that the calendar said no. */
function mayFireOf(
  { when }: ScheduleFile,
  { plant, calendar }: { readonly plant: Plant; readonly calendar: string | undefined },
): (at: number) => boolean {
  if (when === undefined || when === WORKING_DAY_OR_BEFORE) return () => true;
  const file = plant.calendars.get(when === WORKING_DAY ? (calendar ?? 'always') : when);
  return file === undefined ? () => false : mayFireOn(file, when);
}
