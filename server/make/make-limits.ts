import { type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { CalendarFile, Plant } from '../../engine/model/person.ts';
import type { AttainmentBands } from '../../engine/plan/attainment.ts';
import { type FloorTime, openFloorTime } from '../../engine/plan/floor-time.ts';
import type { RagLimits } from '../../engine/plan/rag.ts';
import type { ZoneDays } from '../../engine/plan/zones.ts';
import { compileCalendar } from '../../engine/workflow/calendar/compile-calendar.ts';

/** The calendar on which production is counted. */
const FLOOR = 'floor-2shift';
const MINUTE_MS = 60_000;

/** What the plant sets for *Make* and its plan, at a moment. */
export interface MakeLimits {
  readonly time: FloorTime;
  readonly rag: RagLimits;
  readonly bands: AttainmentBands;
  readonly zones: ZoneDays;
  /** Standard hours that fit into a shift of a work centre. */
  readonly shiftHours: number;
  /** Load above it is tight, and above it too much, in per cent. */
  readonly load: { readonly amberPct: number; readonly redPct: number };
  /** Calendar days for which orders that are done stay on the list. */
  readonly doneDays: number;
}

/** Reads the settings in force. Minutes are whole: within one nothing is counted twice. */
export function makeLimits(plant: Plant, now: number): MakeLimits {
  const make = groupOf(plant, 'make');
  const day = groupOf(plant, 'day_plan');
  const shifts = isJsonObject(day['shift_starts']) ? Object.keys(day['shift_starts']).length : 1;
  const shiftMin = numberOf(day, 'shift_net_min');
  const efficiency = numberOf(day, 'efficiency');
  return {
    time: openFloorTime(
      compileCalendar(plant.calendars.get(FLOOR) as CalendarFile),
      Math.floor(now / MINUTE_MS) * MINUTE_MS,
      { efficiency, netHoursPerDay: (shiftMin * shifts) / 60, deadlineTime: String(make['deadline_at']) },
    ),
    rag: {
      thinSlackDays: numberOf(make, 'thin_slack_days'),
      attainmentPct: numberOf(make, 'attainment_green_pct'),
      startDays: numberOf(make, 'no_material_days'),
    },
    bands: { greenPct: numberOf(make, 'attainment_green_pct'), amberPct: numberOf(make, 'attainment_amber_pct') },
    zones: { frozen: numberOf(day, 'frozen_days'), slushy: numberOf(make, 'slushy_days') },
    shiftHours: (shiftMin / 60) * efficiency,
    load: { amberPct: numberOf(make, 'load_amber_pct'), redPct: numberOf(make, 'load_red_pct') },
    doneDays: numberOf(make, 'done_shown_days'),
  };
}

function groupOf({ settings }: Plant, name: string): JsonObject {
  const group = (settings as JsonObject)[name];
  return isJsonObject(group) ? group : {};
}

/** Settings keep their kind: what is missing here was never shipped. PS6 */
function numberOf(group: JsonObject, name: string): number {
  const value = group[name];
  if (typeof value !== 'number') throw new Error(`The setting "${name}" is missing.`);
  return value;
}
