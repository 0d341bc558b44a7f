import type { JsonObject } from '../../../engine/model/json.ts';
import { count, list, text } from './operation.ts';
import type { PlanWeek } from './plan-weeks.ts';

/** Hours that may be planned on each work centre in a week. */
export interface WeekLimits {
  readonly weeks: readonly PlanWeek[];
  /** Net hours of a working day: all shifts. */
  readonly netDayH: number;
  readonly efficiency: number;
  /** The share of the calendar's hours that a work centre has in a month, as its supervisor answered: `2026-12/CT-01`. */
  readonly available: ReadonlyMap<string, number>;
}

/** How full a work centre is in a week of the plan. */
export interface WeekLoad {
  readonly month: string;
  readonly week: number;
  readonly work_center: string;
  readonly hours: number;
  readonly capacity_h: number;
  readonly pct: number;
  /** The load as a row of blocks, ten for 100 %: documents have no other chart. */
  readonly bar: string;
}

/** Standard hours of a quantity on each work centre of the plant. */
export function hoursByCenter(
  product: JsonObject | undefined,
  qty: number,
  inside: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const hours = new Map<string, number>();
  if (qty <= 0) return hours;
  for (const step of list(product?.['routing'])) {
    const center = text(step['work_center']);
    if (!inside.has(center)) continue;
    const own = (count(step['setup_min']) + count(step['run_min_per_pc']) * qty) / 60;
    hours.set(center, (hours.get(center) ?? 0) + own);
  }
  return hours;
}

/** Hours of a work centre that may be planned in a week; zero for a week that has no working day. */
export function capacityHours(place: { month: string; week: number; center: string }, limits: WeekLimits): number {
  const week = limits.weeks.find((one) => one.month === place.month && one.week === place.week);
  const share = limits.available.get(`${place.month}/${place.center}`) ?? 1;
  return round((week?.working_days ?? 0) * limits.netDayH * limits.efficiency * share);
}

/** The load of every week and work centre that has work, in order. */
export function weekLoads(
  lines: readonly { readonly month: string; readonly week: number; readonly hours: ReadonlyMap<string, number> }[],
  limits: WeekLimits,
): readonly WeekLoad[] {
  const sums = new Map<string, number>();
  for (const { month, week, hours } of lines)
    for (const [center, own] of hours)
      sums.set(`${month}/${week}/${center}`, (sums.get(`${month}/${week}/${center}`) ?? 0) + own);
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, sum]) => {
      const [month = '', week = '', work_center = ''] = key.split('/');
      const capacity = capacityHours({ month, week: Number(week), center: work_center }, limits);
      const pct = capacity === 0 ? 999 : Math.round((sum / capacity) * 100);
      const hours = Math.round(sum * 10) / 10;
      return { month, week: Number(week), work_center, hours, capacity_h: capacity, pct, bar: barOf(pct) };
    });
}

function barOf(pct: number): string {
  const blocks = Math.min(15, Math.round(pct / 10));
  return `${'█'.repeat(blocks)}${'░'.repeat(Math.max(0, 10 - blocks))}`;
}

function round(hours: number): number {
  return Math.round(hours * 100) / 100;
}
