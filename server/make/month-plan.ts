import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { zoneOf } from '../../engine/plan/zones.ts';
import { workingDaysBetween } from '../../engine/workflow/calendar/day-moments.ts';
import type { MonthPlanView } from '../services/views/make-view.ts';
import type { MakeBoard } from './make-board.ts';
import type { MakeLimits } from './make-limits.ts';
import { named, type Saying } from './present-make.ts';

/** A month's plan counts its weeks by days: 1 to 7, 8 to 14 and so on. */
const DAYS_OF_WEEK = 7;
const IN_FORCE = ['issued', 'closed'];

/** A quantity of a product in a week of a month, by the first day of the week. */
interface Portion {
  readonly product: string;
  readonly from: string;
  readonly qty: number;
}

/**
 * The monthly plans in force, product by week; null where there is nothing to show.
 *
 * Each month is shown as the newest plan that has lines of it; where no plan was issued, the orders stand in the weeks of
 * their deadlines: what a plan would begin with. PLV4
 */
export function monthPlan(
  { board, limits }: { readonly board: MakeBoard; readonly limits: MakeLimits },
  saying: Saying,
): MonthPlanView | null {
  const { time, zones } = limits;
  const planned = portionsInForce(board, time.today.slice(0, 7));
  const shown = planned.portions.length > 0 ? planned.portions : ofOrders(board, time.today);
  if (shown.length === 0) return null;
  const weeks = [...new Set(shown.map(({ from }) => from))].sort();
  const products = [...new Set(shown.map(({ product }) => product))].sort();
  return {
    plan: planned.plans.join(', '),
    weeks: weeks.map((from) => ({
      id: `${from.slice(0, 7)}-W${weekOf(from)}`,
      from,
      // A week is as protected as its first day that is not over.
      zone: zoneOf(Math.max(0, workingDaysBetween(time.calendar, time.today, from)), zones),
    })),
    rows: products.map((product) => {
      const own = shown.filter((portion) => portion.product === product);
      const qty = weeks.map((from) => sum(own.filter((portion) => portion.from === from)));
      return { product: named('products', product, saying), total: sum(own), qty };
    }),
  };
}

/** Lines of the issued plans from this month on, each month from the newest plan that has it. */
function portionsInForce(
  board: MakeBoard,
  month: string,
): { readonly plans: readonly string[]; readonly portions: readonly Portion[] } {
  const issued = [...board.rows.plans]
    .filter(([, plan]) => plan['kind'] === 'month_issue' && IN_FORCE.includes(String(plan['status'])))
    .sort(
      ([a, first], [b, second]) => String(second['month']).localeCompare(String(first['month'])) || b.localeCompare(a),
    );
  const taken = new Map<string, string>();
  const portions = issued.flatMap(([id, plan]) =>
    linesOf(plan).flatMap((line) => {
      const { product, planned_qty: qty, week, month: own } = line;
      if (typeof product !== 'string' || typeof qty !== 'number' || typeof week !== 'number') return [];
      if (typeof own !== 'string' || own < month || (taken.get(own) ?? id) !== id) return [];
      taken.set(own, id);
      return [{ product, qty, from: firstDayOf(own, week) }];
    }),
  );
  return { plans: [...new Set(taken.values())].sort(), portions };
}

function linesOf(plan: JsonObject): readonly JsonObject[] {
  return Array.isArray(plan['lines']) ? (plan['lines'] as readonly Json[]).filter(isJsonObject) : [];
}

function ofOrders(board: MakeBoard, today: string): readonly Portion[] {
  return board.rows.orders
    .all()
    .flatMap(({ product, due, qty, done }) =>
      done || due === null || due < today ? [] : [{ product, qty, from: firstDayOf(due.slice(0, 7), weekOf(due)) }],
    );
}

function weekOf(date: string): number {
  return Math.ceil(Number(date.slice(8)) / DAYS_OF_WEEK);
}

function firstDayOf(month: string, week: number): string {
  return `${month}-${String((week - 1) * DAYS_OF_WEEK + 1).padStart(2, '0')}`;
}

function sum(portions: readonly Portion[]): number {
  return portions.reduce((total, { qty }) => total + qty, 0);
}
