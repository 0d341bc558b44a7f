import { DateTime } from 'luxon';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { zoneOf } from '../../engine/plan/zones.ts';
import { workingDaysBetween } from '../../engine/workflow/calendar/day-moments.ts';
import type { MonthPlanView } from '../services/views/make-view.ts';
import type { MakeBoard } from './make-board.ts';
import type { MakeLimits } from './make-limits.ts';
import { named, type Saying } from './present-make.ts';

/** A quantity of a product in a week that begins on a Monday. */
interface Portion {
  readonly product: string;
  readonly monday: string;
  readonly qty: number;
}

/**
 * The monthly plan in force, product by week; null where there is nothing to show.
 *
 * Where no plan was issued with lines, the orders stand in the weeks of their deadlines: what a plan would begin with.
 */
export function monthPlan(
  { board, limits }: { readonly board: MakeBoard; readonly limits: MakeLimits },
  saying: Saying,
): MonthPlanView | null {
  const issued = inForce([...board.rows.plans], limits.time.today);
  const portions = issued === undefined ? [] : portionsOf(issued[1]);
  const shown = portions.length > 0 ? portions : ofOrders(board, limits);
  if (shown.length === 0) return null;
  const mondays = [...new Set(shown.map(({ monday }) => monday))].sort();
  const products = [...new Set(shown.map(({ product }) => product))].sort();
  return {
    plan: portions.length > 0 ? (issued?.[0] ?? '') : '',
    weeks: mondays.map((from) => ({
      id: isoWeek(from),
      from,
      // A week is as protected as its first day that is not over.
      zone: zoneOf(Math.max(0, workingDaysBetween(limits.time.calendar, limits.time.today, from)), limits.zones),
    })),
    rows: products.map((product) => {
      const own = shown.filter((portion) => portion.product === product);
      const qty = mondays.map((monday) => sum(own.filter((portion) => portion.monday === monday)));
      return { product: named('products', product, saying), total: sum(own), qty };
    }),
  };
}

/** The newest revision of the plan of this month, else of the next one that was issued. */
function inForce(
  plans: readonly (readonly [string, JsonObject])[],
  today: string,
): readonly [string, JsonObject] | undefined {
  const issued = plans
    .filter(([, plan]) => plan['kind'] === 'month_issue' || plan['kind'] === 'month')
    .filter(([, plan]) => plan['status'] !== 'superseded' && Array.isArray(plan['lines']));
  const month = today.slice(0, 7);
  const monthOf = ([, plan]: readonly [string, JsonObject]): string =>
    String(plan['plan_month'] ?? plan['month'] ?? '');
  return (
    issued.filter((one) => monthOf(one) === month).sort(byNumber)[0] ??
    issued.sort((a, b) => monthOf(b).localeCompare(monthOf(a)) || byNumber(a, b))[0]
  );
}

/** Higher numbers are newer revisions. */
function byNumber(a: readonly [string, JsonObject], b: readonly [string, JsonObject]): number {
  return b[0].localeCompare(a[0]);
}

function portionsOf(plan: JsonObject): readonly Portion[] {
  const month = String(plan['plan_month'] ?? plan['month'] ?? '');
  const lines = Array.isArray(plan['lines']) ? (plan['lines'] as readonly Json[]).filter(isJsonObject) : [];
  return lines.flatMap((line) => {
    const { product, planned_qty: qty, week } = line;
    if (typeof product !== 'string' || typeof qty !== 'number' || typeof week !== 'number') return [];
    const first = DateTime.fromISO(`${String(line['month'] ?? month)}-01`, { zone: 'utc' });
    return first.isValid ? [{ product, qty, monday: mondayOf(first.plus({ weeks: week - 1 })) }] : [];
  });
}

function ofOrders(board: MakeBoard, { time }: MakeLimits): readonly Portion[] {
  return board.rows.orders.all().flatMap(({ product, due, qty, done }) => {
    if (done || due === null || due < time.today) return [];
    return [{ product, qty, monday: mondayOf(DateTime.fromISO(due, { zone: 'utc' })) }];
  });
}

function mondayOf(day: DateTime): string {
  return day.startOf('week').toISODate() ?? '';
}

function isoWeek(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).toFormat("kkkk-'W'WW");
}

function sum(portions: readonly Portion[]): number {
  return portions.reduce((total, { qty }) => total + qty, 0);
}
