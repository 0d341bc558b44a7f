import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type {
  LotRow,
  OrderRow,
  PlanLineRow,
  ProductRow,
  SupplyRow,
  WorkOrderRow,
} from '../../engine/plan/plant-rows.ts';

/** Registers hold JSON; the plan's arithmetic wants rows. What a row leaves out gets its harmless value here. */

/** An order with what people want to read of it. */
export interface MakeOrder extends OrderRow {
  readonly customer: string;
  /** The number of the case in which it is reviewed, or was. */
  readonly review: string | null;
}

/** A lot, with the material or product that it is of. */
export interface MakeLot extends LotRow {
  readonly product: string;
}

/** A line of a plan with all that the plan's page shows. */
export interface MakeLine extends PlanLineRow {
  readonly plan: string;
  readonly seq: number;
  readonly person: string | null;
  readonly crew: string | null;
  readonly kit: string | null;
  readonly readiness: 'green' | 'amber' | 'red' | null;
  readonly note: string | null;
}

const DONE = ['done', 'shipped'];
/** Bought work, such as plating: nothing of it lies in a store. */
const SERVICE = 'SV-';
const HELD = ['quarantine', 'hold', 'regraded'];
const GONE = ['scrapped', 'returned'];
const SPENT = [...GONE, 'consumed', 'shipped'];
const ARRIVED = ['received', 'cancelled'];

/** An order; undefined for one that was called off. */
export function readOrder(id: string, row: JsonObject): MakeOrder | undefined {
  const status = text(row['status']);
  if (status === 'cancelled') return undefined;
  return {
    id,
    customer: text(row['customer']),
    product: text(row['product']),
    qty: number(row['qty']),
    priority: typeof row['priority'] === 'number' ? row['priority'] : null,
    due: textOrNull(row['due']),
    start: textOrNull(row['start']),
    inReview: status === 'order_review',
    done: DONE.includes(status),
    subcontractDays: number(row['subcontract_wd']),
    hoursLeft: typeof row['hours_left'] === 'number' ? row['hours_left'] : null,
    stored: number(row['good_in_stock']),
    review: textOrNull(row['review']),
  };
}

export function readProduct(id: string, row: JsonObject): ProductRow {
  const bom = objects(row['bom'])
    .map((line) => ({ item: text(line['item']), qty: number(line['qty']) }))
    .filter(({ item }) => !item.startsWith(SERVICE));
  return {
    id,
    bom: row['status'] === 'active' && bom.length > 0 ? bom : null,
    routing: objects(row['routing']).map((step) => ({
      op: number(step['op']),
      workCenter: text(step['work_center']),
      setupMin: number(step['setup_min']),
      runMin: number(step['run_min_per_pc']),
    })),
  };
}

export function readWorkOrder(id: string, row: JsonObject): WorkOrderRow {
  const status = text(row['status']);
  return {
    id,
    order: text(row['order']),
    qty: number(row['qty']),
    good: number(row['good_qty']),
    scrap: number(row['scrap_qty']),
    status:
      status === 'running' || status === 'blocked' || status === 'done' || status === 'planned' ? status : 'released',
    blockedBy: textOrNull(row['blocked_by']),
    issued: row['issued'] === true,
  };
}

export function readLot(id: string, row: JsonObject): MakeLot {
  const status = text(row['status']);
  const holds = row['holds'];
  return {
    id,
    product: text(row['product']),
    order: textOrNull(row['order']),
    qty: number(row['qty']),
    held: HELD.includes(status) || (Array.isArray(holds) && holds.length > 0),
    gone: GONE.includes(status),
  };
}

/** Pieces of a lot that stock still counts, though nobody may use them. */
export function heldInStock(row: JsonObject): number {
  const lot = readLot('', row);
  return lot.held && !SPENT.includes(text(row['status'])) ? lot.qty : 0;
}

/** What is on order and not there yet; undefined without a day, or when all of it came. */
export function readSupply(id: string, row: JsonObject): SupplyRow | undefined {
  const eta = textOrNull(row['eta']);
  const qty = number(row['qty']) - number(row['received_qty']);
  if (eta === null || qty <= 0 || ARRIVED.includes(text(row['status']))) return undefined;
  return { id, item: text(row['material']), qty, eta };
}

/** A line as the plan holds it now: what was changed last stands in the plan's values. Undefined for a cancelled one. */
export function readLine(id: string, row: JsonObject, plan: JsonObject | undefined): MakeLine | undefined {
  if (row['status'] === 'cancelled') return undefined;
  const values = isJsonObject(plan?.['values']) ? plan['values'] : {};
  const held = (field: string): Json | undefined =>
    Object.hasOwn(values, `${id}/${field}`) ? values[`${id}/${field}`] : row[field];
  const date = textOrNull(held('date'));
  if (date === null) return undefined;
  const op = held('op');
  const readiness = row['readiness'];
  return {
    id,
    plan: text(row['plan']),
    order: text(row['order']),
    workCenter: text(held('work_center')),
    op: typeof op === 'number' ? op : null,
    date,
    shift: text(held('shift')),
    seq: number(held('seq')),
    qty: number(held('qty')),
    good: typeof row['done_qty'] === 'number' ? row['done_qty'] : null,
    hours: number(held('hours')),
    person: textOrNull(held('person')),
    crew: textOrNull(row['crew']),
    kit: textOrNull(row['kit']),
    readiness: readiness === 'green' || readiness === 'amber' || readiness === 'red' ? readiness : null,
    note: textOrNull(row['note']),
  };
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}

function number(value: Json | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
