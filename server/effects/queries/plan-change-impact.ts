import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { type FloorDays, openFloorDays } from './floor-days.ts';
import { type ChangedLine, CHANGED_LINES, changedLines, planned } from './plan-lines.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById } from './register-rows.ts';

/** The last working day from today of the frozen zone, and of the slushy one. */
const FROZEN_DAYS = 2;
const SLUSHY_DAYS = 10;

/**
 * What a plan change touches: the zone of its earliest day (frozen today and two working days on, slushy up to the tenth,
 * then liquid), the orders on its lines, those whose new date is after their due date, and the workshops with their people.
 *
 * What no register knows is null: extra cost and set-up hours are for the planner to say.
 */
export const PLAN_CHANGE_IMPACT: PlantQuery = {
  id: 'plan-change-impact',
  input: { type: 'object', properties: { lines: CHANGED_LINES }, required: ['lines'], additionalProperties: false },
  output: {
    type: 'object',
    properties: {
      zone: { enum: ['frozen', 'slushy', 'liquid'] },
      day_plan: { type: 'string' },
      orders_affected: { type: 'array', items: { type: 'string' } },
      orders_broken: { type: 'array', items: { type: 'string' } },
      penalty: { type: 'boolean' },
      extra_cost_eur: { type: ['number', 'null'] },
      setup_hours_added: { type: ['number', 'null'] },
      moves_month: { type: 'boolean' },
      workshops: { type: 'array', items: { type: 'object' } },
    },
  },
  async run(input, parts) {
    const { store } = parts;
    const lines = await changedLines(store, input['lines']);
    const plan = await rowById(store, 'plans', String(lines[0]?.line['plan']));
    const dates = lines.map((line) => datesOf(line, plan));
    const broken = await brokenOrders(store, lines, dates);
    return {
      zone: zoneOf(
        openFloorDays(parts),
        dates.flatMap(({ from, to }) => [from, to]),
      ),
      day_plan: String(lines[0]?.line['plan']),
      orders_affected: distinct(lines.map(({ line }) => String(line['order']))),
      orders_broken: broken.map((order) => String(order['id'])),
      penalty: broken.some((order) => order['penalty'] === true),
      extra_cost_eur: null,
      setup_hours_added: null,
      moves_month: dates.some(({ from, to }) => from.slice(0, 7) !== to.slice(0, 7)),
      workshops: await workshopsOf(store, lines),
    };
  },
};

interface Dates {
  readonly from: string;
  readonly to: string;
}

function datesOf({ line, field, new: value }: ChangedLine, plan: JsonObject | undefined): Dates {
  const from = String(planned(plan, line, 'date'));
  return { from, to: field === 'date' && typeof value === 'string' ? value : from };
}

function zoneOf(days: FloorDays, dates: readonly string[]): string {
  const nearest = Math.min(...dates.map((date) => days.until(date)));
  return nearest <= FROZEN_DAYS ? 'frozen' : nearest <= SLUSHY_DAYS ? 'slushy' : 'liquid';
}

/** Orders of which a line moves behind their due date. */
async function brokenOrders(
  store: Store,
  lines: readonly ChangedLine[],
  dates: readonly Dates[],
): Promise<readonly JsonObject[]> {
  const late = lines.map(async ({ line }, index) => {
    const order = await rowById(store, 'orders', String(line['order']));
    const { from = '', to = '' } = dates[index] ?? {};
    return order !== undefined && to > from && typeof order['due'] === 'string' && to > order['due']
      ? order
      : undefined;
  });
  const found = (await Promise.all(late)).filter((order) => order !== undefined);
  return found.filter((order, index) => found.findIndex((other) => other['id'] === order['id']) === index);
}

/** Workshops of the lines, each with the people who are planned on them. */
async function workshopsOf(store: Store, lines: readonly ChangedLine[]): Promise<Json> {
  const people = new Map<string, string[]>();
  for (const { line } of lines) {
    const center = await rowById(store, 'work-centers', String(line['work_center']));
    const workshop = center?.['workshop'];
    if (typeof workshop !== 'string') continue;
    const planned = people.get(workshop) ?? [];
    people.set(workshop, typeof line['person'] === 'string' ? [...planned, line['person']] : planned);
  }
  return [...people].map(([id, ids]) => ({ id, people: distinct(ids) }));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
