import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Page as StoredPage, StoredRecord } from '../../engine/ports/store.ts';
import { nextNominal } from '../../engine/schedule/next-nominal.ts';
import { WORKING_DAY, WORKING_DAY_OR_BEFORE } from '../../engine/workflow/schedule-calendar.ts';
import { caseTexts } from '../services/case-texts.ts';
import { personName, type Reader, roleName, say } from '../services/reader.ts';
import type { FiringView, ScheduleView } from '../services/views/schedule-view.ts';
import type { Page } from '../services/views/shared-views.ts';
import { WORKING_DAYS, WORKING_DAYS_OR_BEFORE, WORKING_TIME } from './firing-sentences.ts';
import { type KnownSchedule, knownSchedules } from './known-schedules.ts';
import { presentFiring } from './present-firing.ts';
import { FIRINGS, firingsOf, SCHEDULES, type ScheduleRow } from './schedule-rows.ts';
import type { SchedulerParts } from './scheduler.ts';

/** What people see and do of schedules. */
export interface Schedules {
  /** Every schedule of the versions in force, in order of their ids. */
  list(reader: Reader): Promise<Page<ScheduleView>>;
  /** Newest first. Throws `schedule.not_found`. SC10 */
  firings(
    reader: Reader,
    id: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<FiringView>>;
  /** Twice is harmless. Throws `schedule.not_found`, `permission.denied`. SC9 */
  pause(reader: Reader, id: string): Promise<ScheduleView>;
  /** Begins now: what was missed while it was paused is not caught up. SC9 */
  resume(reader: Reader, id: string): Promise<ScheduleView>;
}

/** So many coming times are named. */
const COMING = 3;
/** Somebody else writes a schedule's row a few times a minute at most. */
const MOST_ATTEMPTS = 20;

export function openSchedules(parts: SchedulerParts): Schedules {
  const { store, clock } = parts;

  const find = (reader: Reader, id: string): KnownSchedule => {
    const found = knownSchedules(parts.library, reader.plant).find((schedule) => schedule.id === id);
    if (found === undefined)
      throw new EngineError('schedule.not_found', 'There is no such schedule. Go back to the list of schedules.');
    return found;
  };
  const firingRecords = (id: string, query: { limit: number; cursor?: string }): Promise<StoredPage<StoredRecord>> =>
    store.listRecords({ register: FIRINGS, key: firingsOf(id), descending: true, ...query });

  const view = async (reader: Reader, schedule: KnownSchedule): Promise<ScheduleView> => {
    const stored = await store.getRecord(SCHEDULES, schedule.id);
    const paused = (stored?.value as unknown as ScheduleRow | undefined)?.paused ?? null;
    const [last] = (await firingRecords(schedule.id, { limit: 1 })).items;
    const comingAt = paused === null ? comingTimes(schedule, clock.now()) : [];
    return {
      id: schedule.id,
      workflow: { id: schedule.workflow, title: titleOf(parts, reader, schedule) },
      name: schedule.file.id,
      cron: schedule.file.cron,
      zone: schedule.zone,
      when: whenOf(reader, schedule),
      catchUp: schedule.firing.catchUp,
      by: reader.plant.people.has(schedule.file.by)
        ? personName(reader, schedule.file.by)
        : roleName(reader, schedule.file.by),
      nextAt: comingAt[0] ?? null,
      comingAt,
      paused:
        paused === null
          ? null
          : { by: { id: paused.by, name: personName(reader, paused.by) }, at: new Date(paused.at).toISOString() },
      mayPause: mayPause(parts, reader, schedule),
      last: last === undefined ? null : await presentFiring(parts, reader, last),
    };
  };

  const change = async (
    reader: Reader,
    id: string,
    changed: (row: ScheduleRow, now: number) => ScheduleRow,
  ): Promise<ScheduleView> => {
    const schedule = find(reader, id);
    if (!mayPause(parts, reader, schedule))
      throw new EngineError('permission.denied', 'The owners of this procedure pause and resume it. Ask one of them.');
    for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
      const stored = await store.getRecord(SCHEDULES, id);
      const now = clock.now();
      const fresh: ScheduleRow = { rule: schedule.rule, decidedAt: now, planned: [], paused: null };
      const row = (stored?.value as unknown as ScheduleRow | undefined) ?? fresh;
      const value = changed(row, now) as unknown as Json;
      const put = await store.putRecord({ register: SCHEDULES, id, value, expect: stored?.rev ?? 0 });
      if (put.kind === 'stored') return view(reader, schedule);
    }
    throw new EngineError('version.conflict', 'Too many people change this schedule at once. Try again.');
  };

  return {
    async list(reader) {
      const known = knownSchedules(parts.library, reader.plant);
      return { items: await Promise.all(known.map((schedule) => view(reader, schedule))), next: null };
    },
    async firings(reader, id, query) {
      find(reader, id);
      const page = await firingRecords(id, query);
      const items = await Promise.all(page.items.map((record) => presentFiring(parts, reader, record)));
      return { items, next: page.next };
    },
    pause: (reader, id) =>
      change(reader, id, (row, now) => ({ ...row, paused: row.paused ?? { by: reader.person.id, at: now } })),
    resume: (reader, id) =>
      change(reader, id, (row, now) =>
        row.paused === null ? row : { ...row, paused: null, decidedAt: Math.max(row.decidedAt, now) },
      ),
  };
}

function mayPause({ library }: SchedulerParts, { person }: Reader, { workflow }: KnownSchedule): boolean {
  const owners = library.latest(workflow)?.bundle.machine.meta.owner ?? [];
  return person.roles.some((role) => role === 'system_admin' || owners.includes(role));
}

function titleOf({ library }: SchedulerParts, reader: Reader, { workflow }: KnownSchedule): string {
  const version = library.latest(workflow);
  return version === undefined ? workflow : caseTexts(version, reader.language).file.description;
}

function whenOf(reader: Reader, { file: { when } }: KnownSchedule): string | null {
  if (when === undefined) return null;
  if (when === WORKING_DAY) return WORKING_DAYS[reader.language];
  if (when === WORKING_DAY_OR_BEFORE) return WORKING_DAYS_OR_BEFORE[reader.language];
  const calendar = reader.plant.calendars.get(when);
  return WORKING_TIME[reader.language](calendar === undefined ? when : say(reader, calendar.title));
}

/** The next times at which it may fire; a calendar that is closed for long is not asked for ever. */
function comingTimes({ firing }: KnownSchedule, now: number): readonly string[] {
  const found: string[] = [];
  let at = nextNominal(firing.times, now);
  for (let looked = 0; at !== null && found.length < COMING && looked < 200; looked += 1) {
    if (firing.mayFire(at)) found.push(new Date(at).toISOString());
    at = nextNominal(firing.times, at);
  }
  return found;
}
