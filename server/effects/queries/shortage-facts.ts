import { DateTime } from 'luxon';
import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { workingMsBetween } from '../../../engine/workflow/calendar/working-time.ts';
import { reportsSince } from './case-reports.ts';
import { type FloorDays, openFloorDays } from './floor-days.ts';
import { nextIssues } from './next-issues.ts';
import { openOrderTime, slackHours } from './order-slack.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById, rowsWhere } from './register-rows.ts';
import { supplyEta } from './supply-eta.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const USABLE = ['accepted', 'released'];
/** How a case ends that was no shortage: it makes nothing recur. */
const FALSE_ALARM = 'closed_false';
/** What a plant may set: an order due so soon and not to be finished is lost; so many cases in so many days recur. */
const DEFAULTS = { lost_days: 2, days: 30, same_item: 2, same_cause: 3 };

/**
 * How bad a shortage is: working hours until the line stands (none if it does), the least slack of the orders that wait
 * for it, and where stock of the item lies. Slack is that of the orders' board, counted from now, from the repair, or from
 * the day on which what is on order covers the need. `lost_h` is null: no register counts lost hours.
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
          needed_qty: { type: 'number' },
        },
        required: ['work_orders', 'needed_by'],
      },
      repair_eta: { type: ['string', 'null'] },
      reported_at: { type: ['string', 'null'] },
      lost_days: { type: ['integer', 'null'] },
      recurring: { type: ['object', 'null'] },
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
      value_at_risk_eur: { type: 'number' },
      need_in_wd: { type: 'integer' },
      stock_qty: { type: ['number', 'null'] },
      locations: { type: 'array', items: { type: 'object' } },
      orders_at_risk: { type: 'array', items: { type: 'string' } },
      sales_reps: { type: 'array', items: { type: 'string' } },
      next_review: { type: 'string' },
      next_issue: { type: 'string' },
      next_month_issue: { type: 'string' },
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
    const eta = await supplyEta(store, report['item'] ?? null, Number(report['needed_qty'] ?? 0));
    const from = Math.max(now, momentOf(input['repair_eta'] ?? null, days.zone) ?? now);
    const orders = await ordersOf(store, report['work_orders'] as readonly string[]);
    const time = openOrderTime(parts.keeper.plant(), from);
    const slacks = orders.map((order) => slackHours(time, order, eta));
    const known = slacks.filter((slack) => slack !== null);
    const lostDays = Number(input['lost_days'] ?? DEFAULTS.lost_days);
    const stopsIn = stopsInHours({ report, days, now, reportedAt: momentOf(input['reported_at'] ?? null, days.zone) });
    return {
      ttls_h: stopsIn ?? hours(Math.max(0, workingMsBetween(days.calendar, now, neededAt))),
      order_lost: orders.some((order, at) => (slacks[at] ?? 0) < 0 && days.until(String(order['due'])) <= lostDays),
      min_slack_h: known.length === 0 ? null : Math.min(...known),
      value_at_risk_eur: await atRisk(store, orders),
      need_in_wd: days.until(dateAt(neededAt, days.zone)),
      ...(await stockOf(store, report['item'] ?? null)),
      orders_at_risk: orders.map((order) => String(order['id'])),
      sales_reps: [...new Set(orders.flatMap(({ sales_rep }) => (typeof sales_rep === 'string' ? [sales_rep] : [])))],
      ...nextIssues(days, now),
      recurring: await recurs(store, report, { now, rule: input['recurring'] ?? null }),
      lost_h: null,
    };
  },
};

/** Working hours until the line has used up what was left on it; none if it stands, undefined if nobody counted. */
function stopsInHours(asked: {
  readonly report: JsonObject;
  readonly days: FloorDays;
  readonly now: number;
  readonly reportedAt: number | undefined;
}): number | undefined {
  const { report, days, now, reportedAt = now } = asked;
  if (report['line_stopped'] === true) return 0;
  const left = report['on_line_qty'];
  const rate = report['use_per_h'];
  if (typeof left !== 'number' || typeof rate !== 'number' || rate <= 0) return undefined;
  const used = workingMsBetween(days.calendar, reportedAt, now);
  return hours(Math.max(0, (left / rate) * HOUR_MS - used));
}

/** Whether shortages of the same material, or of the same cause, come too often. The case that asks is among them. */
async function recurs(
  store: Store,
  report: JsonObject,
  { now, rule }: { readonly now: number; readonly rule: Json },
): Promise<boolean> {
  const most = { ...DEFAULTS, ...(isJsonObject(rule) ? rule : {}) };
  const before = await reportsSince(store, {
    workflow: 'shortage-escalation',
    after: now - Number(most.days) * DAY_MS,
    except: FALSE_ALARM,
  });
  const same = (field: string): number =>
    report[field] === undefined || report[field] === null
      ? 0
      : before.filter((other) => other[field] === report[field]).length;
  return same('item') >= Number(most.same_item) || same('cause') >= Number(most.same_cause);
}

/** What is still to be delivered of these orders, at the price of the product. */
async function atRisk(store: Store, orders: readonly JsonObject[]): Promise<number> {
  const values = await Promise.all(
    orders.map(async (order) => {
      const price = (await rowById(store, 'products', String(order['product'])))?.['price'];
      const open = Math.max(0, Number(order['qty'] ?? 0) - Number(order['good_in_stock'] ?? 0));
      return typeof price === 'number' ? price * open : 0;
    }),
  );
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;
}

/** Orders of the work orders that are not finished, each once. */
async function ordersOf(store: Store, workOrders: readonly string[]): Promise<readonly JsonObject[]> {
  const rows = await Promise.all([...new Set(workOrders)].map((id) => rowById(store, 'work-orders', id)));
  const ids = new Set(rows.flatMap((row) => (typeof row?.['order'] === 'string' ? [row['order']] : [])));
  const orders = await Promise.all([...ids].map((id) => rowById(store, 'orders', id)));
  return orders
    .filter((order) => order !== undefined)
    .filter((order) => !['done', 'shipped', 'cancelled'].includes(String(order['status'])));
}

/** What is booked of an item, and where it lies that can be used; nothing for what is no item. */
async function stockOf(store: Store, item: Json): Promise<JsonObject> {
  if (typeof item !== 'string') return { stock_qty: null, locations: [] };
  const stock = await rowById(store, 'stock', item);
  const lots = (await rowsWhere(store, 'lots', { product: item })).filter(
    (lot) => USABLE.includes(String(lot['status'])) && (lot['holds'] ?? []).toString() === '',
  );
  const placed = (row: JsonObject, lot: Json): Json => ({
    location: row['location'] ?? null,
    lot,
    qty: row['qty'] ?? null,
  });
  return {
    stock_qty: stock?.['qty'] ?? null,
    locations: [
      ...(stock === undefined ? [] : [placed(stock, null)]),
      ...lots.map((lot) => placed(lot, lot['id'] ?? null)),
    ],
  };
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
