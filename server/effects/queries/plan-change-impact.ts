import { zoneOf } from '../../../engine/plan/zones.ts';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { textIn } from '../../../engine/model/language.ts';
import type { Store } from '../../../engine/ports/store.ts';
import type { QueryParts } from '../query.ts';
import { openFloorDays } from './floor-days.ts';
import { addedLines, type AddedLine } from './plan-added-lines.ts';
import { lineWrites } from './plan-line-writes.ts';
import { type ChangedLine, CHANGED_LINES, changedLines } from './plan-lines.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById } from './register-rows.ts';

/** Working days from today up to which the plan is frozen, and slushy. */
const ZONES = { frozen: 2, slushy: 10 };
/** What a month plan counts: pieces, and when. A shift or a person moves no month. */
const MOVES_MONTH: readonly string[] = ['qty', 'date', 'status'];

/**
 * What a plan change touches: the zone of its earliest day, the orders on its lines, those that it makes late, and the
 * workshops with their people. `writes` says what each line must be for the change to hold, and what it becomes.
 *
 * What no register knows is null: extra cost and set-up hours are for the planner to say.
 */
export const PLAN_CHANGE_IMPACT: PlantQuery = {
  id: 'plan-change-impact',
  input: {
    type: 'object',
    properties: {
      lines: CHANGED_LINES,
      new_lines: { type: 'array', items: { type: 'object' } },
      change_type: { type: ['string', 'null'] },
      number: { type: ['string', 'null'] },
    },
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      zone: { enum: ['frozen', 'slushy', 'liquid'] },
      orders_affected: { type: 'array', items: { type: 'string' } },
      orders_broken: { type: 'array', items: { type: 'string' } },
      penalty: { type: 'boolean' },
      extra_cost_eur: { type: ['number', 'null'] },
      setup_hours_added: { type: ['number', 'null'] },
      moves_month: { type: 'boolean' },
      workshops: { type: 'array', items: { type: 'object' } },
      plans: { type: 'array', items: { type: 'string' } },
      changes: { type: 'array', items: { type: 'object' } },
      writes: { type: 'array', items: { type: 'object' } },
      people: { type: 'array', items: { type: 'string' } },
    },
  },
  async run(input, parts) {
    const { store } = parts;
    const cancelsAll = input['change_type'] === 'cancel_line';
    const changed = await changedLines(store, input['lines'], { cancelsAll });
    const added = await addedLines(store, input['new_lines'], String(input['number'] ?? 'new'));
    const lines = [...changed.map(({ line }) => line), ...added.map(({ fields }) => fields)];
    const days = openFloorDays(parts);
    const nearest = Math.min(...datesOf(changed, added).map((date) => days.until(date)));
    const broken = await brokenOrders(store, changed, added);
    const workshops = await workshopsOf(store, lines);
    const orders = distinct(lines.map((line) => String(line['order'])));
    return {
      zone: zoneOf(nearest, ZONES),
      orders_affected: orders,
      orders_broken: broken.map((order) => String(order['id'])),
      penalty: broken.some((order) => order['penalty'] === true),
      extra_cost_eur: null,
      setup_hours_added: null,
      moves_month: added.length > 0 || changed.some(({ field }) => MOVES_MONTH.includes(field)),
      workshops: workshops.map(({ id, people }) => ({ id, people })),
      plans: await existingPlans(store, lines),
      changes: changesOf(changed, added, nameIn(parts)),
      writes: (await lineWrites(store, changed, added)) as unknown as Json,
      people: distinct([...workshops.flatMap(({ people }) => people), ...(await salesOf(store, orders))]),
    };
  },
};

/** Every day that the change leaves or comes to. */
function datesOf(changed: readonly ChangedLine[], added: readonly AddedLine[]): readonly string[] {
  const moved = changed.flatMap(({ line, field, new: value }) => [
    String(line['date']),
    ...(field === 'date' && typeof value === 'string' ? [value] : []),
  ]);
  return [...moved, ...added.map(({ fields }) => String(fields['date']))];
}

/** Orders that get later than they are due: a line moves behind that day, or is added there. Pieces that fall away are the planner's to judge. */
async function brokenOrders(
  store: Store,
  changed: readonly ChangedLine[],
  added: readonly AddedLine[],
): Promise<readonly JsonObject[]> {
  const behind = [
    ...changed.flatMap(({ line, field, new: value }) =>
      field === 'date' && typeof value === 'string' && value > String(line['date'])
        ? [{ order: String(line['order']), date: value }]
        : [],
    ),
    ...added.map(({ fields }) => ({ order: String(fields['order']), date: String(fields['date']) })),
  ];
  const orders = await Promise.all(
    distinct(behind.map(({ order }) => order)).map((id) => rowById(store, 'orders', id)),
  );
  return orders.flatMap((order) => {
    const due = order?.['due'];
    if (order === undefined || typeof due !== 'string') return [];
    return behind.some((one) => one.order === order['id'] && one.date > due) ? [order] : [];
  });
}

/** Workshops of the lines, each with the people who are planned on them. */
async function workshopsOf(
  store: Store,
  lines: readonly JsonObject[],
): Promise<readonly { readonly id: string; readonly people: readonly string[] }[]> {
  const people = new Map<string, string[]>();
  for (const line of lines) {
    const center = await rowById(store, 'work-centers', String(line['work_center']));
    const workshop = center?.['workshop'];
    if (typeof workshop !== 'string') continue;
    const planned = people.get(workshop) ?? [];
    people.set(workshop, typeof line['person'] === 'string' ? [...planned, line['person']] : planned);
  }
  return [...people].map(([id, ids]) => ({ id, people: distinct(ids) }));
}

/** Plans that stand as a row of their own; the plan of a day without one is issued again by its own case. */
async function existingPlans(store: Store, lines: readonly JsonObject[]): Promise<readonly string[]> {
  const ids = distinct(lines.map((line) => String(line['plan'])));
  const rows = await Promise.all(ids.map((id) => rowById(store, 'plans', id)));
  return ids.filter((_id, index) => rows[index] !== undefined);
}

async function salesOf(store: Store, orders: readonly string[]): Promise<readonly string[]> {
  const rows = await Promise.all(orders.map((id) => rowById(store, 'orders', id)));
  return rows.flatMap((row) => (typeof row?.['sales_rep'] === 'string' ? [row['sales_rep']] : []));
}

/** Old and new side by side, as words: what people read and the notice prints. */
function changesOf(
  changed: readonly ChangedLine[],
  added: readonly AddedLine[],
  nameOf: (person: string) => string,
): Json {
  const said = (value: Json): string => (value === null ? '' : String(value));
  return [
    ...changed.map(({ id, field, old, new: value, line }) => ({
      plan_line: id,
      order: String(line['order']),
      work_center: String(line['work_center']),
      field: field === 'status' ? 'cancel' : field,
      old: field === 'status' ? said(line['qty'] ?? null) : field === 'person' ? nameOf(said(old)) : said(old),
      new: field === 'status' ? '0' : field === 'person' ? nameOf(said(value)) : said(value),
    })),
    ...added.map(({ id, fields }) => ({
      plan_line: id,
      order: String(fields['order']),
      work_center: String(fields['work_center']),
      field: 'add',
      old: '',
      new: `${said(fields['qty'] ?? null)} · ${String(fields['date'])} ${said(fields['shift'] ?? null)}`.trim(),
    })),
  ];
}

/** People by their names, in the language of the plant: what is written into a plan is read by everybody. */
function nameIn({ keeper }: QueryParts): (person: string) => string {
  const { language } = keeper.facts();
  return (person) => {
    const known = keeper.plant().people.get(person);
    return known === undefined ? person : textIn(known.name, language);
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
