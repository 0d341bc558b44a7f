import { DateTime } from 'luxon';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import { workingMsBetween } from '../../../engine/workflow/calendar/working-time.ts';
import { reportsSince } from './case-reports.ts';
import { type FloorDays, openFloorDays } from './floor-days.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById, rowsWhere } from './register-rows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Standard hours become working hours at this efficiency. */
const EFFICIENCY = 0.85;
/** An order that is due so soon and cannot be finished is lost. */
const LOST_DAYS = 2;
/** A second shortage of one item within this time is a recurring one. */
const RECURRING_DAYS = 30;
/** When the morning's review begins and when the next day's plan is issued. */
const REVIEW = '09:00';
const ISSUE = '16:00';
const USABLE = ['accepted', 'released'];

/**
 * How bad a shortage is: working hours until the line stands (none if it does), the least slack of the orders that wait
 * for it, and where stock of the item lies. Slack is working time to the end of the due day, less the hours left at 85 %
 * efficiency, counted from now or from the repair. `lost_h` is null: no register counts lost hours.
 */
export const SHORTAGE_FACTS: PlantQuery = {
  id: 'shortage-facts',
  input: {
    type: 'object',
    properties: {
      report: {
        type: 'object',
        properties: {
          item: { type: 'string' },
          work_orders: { type: 'array', items: { type: 'string' } },
          needed_by: { type: 'string' },
        },
        required: ['item', 'work_orders', 'needed_by'],
      },
      repair_eta: { type: ['string', 'null'] },
    },
    required: ['report'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      ttls_h: { type: 'number' },
      order_lost: { type: 'boolean' },
      min_slack_h: { type: ['number', 'null'] },
      need_in_wd: { type: 'integer' },
      locations: { type: 'array', items: { type: 'object' } },
      orders_at_risk: { type: 'array', items: { type: 'string' } },
      sales_reps: { type: 'array', items: { type: 'string' } },
      next_review: { type: 'string' },
      next_issue: { type: 'string' },
      recurring: { type: 'boolean' },
      lost_h: { type: ['number', 'null'] },
    },
  },
  async run(input, parts) {
    const { store, clock } = parts;
    const report = input['report'] as JsonObject;
    const now = clock.now();
    const days = openFloorDays(parts);
    const neededAt = momentOf(report['needed_by'] ?? null, days.zone) ?? now;
    const from = Math.max(now, momentOf(input['repair_eta'] ?? null, days.zone) ?? now);
    const orders = await ordersOf(store, report['work_orders'] as readonly string[]);
    const slacks = orders.map((order) => slackOf(order, days, from));
    const known = slacks.filter((slack) => slack !== null);
    const hoursLeft = hours(Math.max(0, workingMsBetween(days.calendar, now, neededAt)));
    const before = await reportsSince(store, 'shortage-escalation', now - RECURRING_DAYS * DAY_MS);
    return {
      ttls_h: report['line_stopped'] === true ? 0 : hoursLeft,
      order_lost: orders.some((order, at) => (slacks[at] ?? 0) < 0 && days.until(String(order['due'])) <= LOST_DAYS),
      min_slack_h: known.length === 0 ? null : Math.min(...known),
      need_in_wd: days.until(dateAt(neededAt, days.zone)),
      locations: await locationsOf(store, String(report['item'])),
      orders_at_risk: orders.map((order) => String(order['id'])),
      sales_reps: [...new Set(orders.flatMap(({ sales_rep }) => (typeof sales_rep === 'string' ? [sales_rep] : [])))],
      next_review: nextAt(days, REVIEW, now),
      next_issue: nextAt(days, ISSUE, now),
      // The case that asks is among them.
      recurring: before.filter((other) => other['item'] === report['item']).length > 1,
      lost_h: null,
    };
  },
};

/** Orders of the work orders that are not finished, each once. */
async function ordersOf(store: Store, workOrders: readonly string[]): Promise<readonly JsonObject[]> {
  const rows = await Promise.all([...new Set(workOrders)].map((id) => rowById(store, 'work-orders', id)));
  const ids = new Set(rows.flatMap((row) => (typeof row?.['order'] === 'string' ? [row['order']] : [])));
  const orders = await Promise.all([...ids].map((id) => rowById(store, 'orders', id)));
  return orders
    .filter((order) => order !== undefined)
    .filter((order) => !['done', 'shipped', 'cancelled'].includes(String(order['status'])));
}

/** Working hours to spare; null for an order without a due date. */
function slackOf(order: JsonObject, days: FloorDays, from: number): number | null {
  if (typeof order['due'] !== 'string') return null;
  const end = DateTime.fromISO(order['due'], { zone: days.zone }).endOf('day').toMillis();
  const needed = (Number(order['hours_left'] ?? 0) / EFFICIENCY) * HOUR_MS;
  return hours(workingMsBetween(days.calendar, from, end) - needed);
}

/** Where usable stock of an item lies. */
async function locationsOf(store: Store, item: string): Promise<readonly Json[]> {
  const stock = await rowById(store, 'stock', item);
  const lots = (await rowsWhere(store, 'lots', { product: item })).filter(
    (lot) => USABLE.includes(String(lot['status'])) && (lot['holds'] ?? []).toString() === '',
  );
  const placed = (row: JsonObject, lot: Json): Json => ({
    location: row['location'] ?? null,
    lot,
    qty: row['qty'] ?? null,
  });
  return [...(stock === undefined ? [] : [placed(stock, null)]), ...lots.map((lot) => placed(lot, lot['id'] ?? null))];
}

/** The next time the clock on the wall shows this on a working day. */
function nextAt(days: FloorDays, time: string, now: number): string {
  const on = (count: number) =>
    DateTime.fromISO(`${addWorkingDays(days.calendar, days.today, count)}T${time}`, { zone: days.zone });
  const today = on(0);
  return (today.toMillis() > now ? today : on(1)).toUTC().toISO() ?? '';
}

function momentOf(text: Json, zone: string): number | undefined {
  const moment = typeof text === 'string' ? DateTime.fromISO(text, { zone }) : undefined;
  return moment?.isValid === true ? moment.toMillis() : undefined;
}

function dateAt(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toISODate() ?? '';
}

function hours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 10) / 10;
}
