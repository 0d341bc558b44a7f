import type { JsonObject } from '../../../engine/model/json.ts';
import { kitsOn, type Supply } from './kit-status.ts';
import { count, list, openOperations, type Operation, type PlanningRows, standardHours, text } from './operation.ts';
import { type LoadLimits, type ShiftLoad, shiftLoads } from './shift-load.ts';

/** What the lines of a day are completed from. */
export interface CompletionParts extends PlanningRows, Supply {
  readonly day: string;
  /** What new lines are numbered by: DP-20261125 gives DP-20261125-01. */
  readonly plan: string;
  /** Lines of the plan in force. */
  readonly standing: readonly JsonObject[];
  readonly limits: LoadLimits;
  /** When a shift begins, as a moment, and a moment some working hours later. */
  readonly beginOf: (shift: string) => string;
  readonly later: (moment: string, hours: number) => string;
}

/** The lines as they would be issued, and what they come to. */
export interface CompletedDay {
  readonly lines: readonly JsonObject[];
  readonly loads: readonly ShiftLoad[];
  /** Lines of that day that the plan in force has and this one has not. */
  readonly dropped: readonly JsonObject[];
  readonly workOrders: readonly JsonObject[];
}

/** Items of this kind are bought as work: no stock is kept of them. */
const SERVICE = 'SV-';

/**
 * Completes the lines that the planner left: number, product, work order, standard hours, beginning and end, kit, and the
 * revision of the row that stands in the plan, so that a change meanwhile is noticed when they are written.
 *
 * A line of an operation that no open order has keeps what was asked, with hours of zero: readiness will say so.
 */
export function completeDay(asked: readonly JsonObject[], parts: CompletionParts): CompletedDay {
  const operations = openOperations(parts);
  const kits = kitsOn(parts.day, { ...parts, services: servicesOf(parts.products) }, parts);
  const numbers = openNumbers(parts, asked);
  const clocks = new Map<string, string>();
  const inOrder = [...asked].sort(
    (a, b) =>
      text(a['work_center']).localeCompare(text(b['work_center'])) ||
      text(a['shift']).localeCompare(text(b['shift'])) ||
      count(a['seq']) - count(b['seq']),
  );
  const lines = inOrder.map((line) => {
    const operation = operationOf(line, operations);
    const qty = count(line['qty']);
    const std_h = operation === undefined ? 0 : standardHours(operation, qty);
    const place = `${text(line['work_center'])}/${text(line['shift'])}`;
    const start = clocks.get(place) ?? parts.beginOf(text(line['shift']));
    const finish = parts.later(start, std_h / parts.limits.efficiency);
    clocks.set(place, finish);
    const id = text(line['id']) === '' ? numbers.next() : text(line['id']);
    const kit = kits.get(text(line['order']));
    const short = kit?.short[0];
    return {
      ...plain(line),
      id,
      product: operation?.product ?? null,
      work_order: operation?.work_order ?? null,
      std_h,
      start,
      finish,
      kit: kit?.status ?? 'missing',
      kit_possible: kit?.possible ?? 0,
      short_item: short?.item ?? null,
      short_qty: short?.short ?? null,
      short_eta: short?.eta ?? null,
      rev: count(parts.standing.find((row) => row['id'] === id)?.['rev']),
    };
  });
  const kept = new Set(lines.map((line) => line.id));
  const ofDay = parts.standing.filter((row) => row['date'] === parts.day && row['status'] !== 'cancelled');
  return {
    lines,
    loads: shiftLoads(lines, parts.limits),
    dropped: ofDay
      .filter((row) => !kept.has(text(row['id'])))
      .map((row) => ({ id: text(row['id']), rev: count(row['rev']) })),
    workOrders: ordersToMake(lines, parts.orders),
  };
}

/** What the planner answers for; the rest is computed here whatever was sent. */
function plain(line: JsonObject): JsonObject {
  return {
    shift: text(line['shift']),
    seq: count(line['seq'], 1),
    work_center: text(line['work_center']),
    order: text(line['order']),
    op: count(line['op']),
    qty: count(line['qty']),
    person: line['person'] ?? null,
    crew: line['crew'] ?? null,
    carry_over: line['carry_over'] === true,
  };
}

function operationOf(line: JsonObject, operations: readonly Operation[]): Operation | undefined {
  return operations.find((one) => one.order === line['order'] && one.op === line['op']);
}

/** Numbers that no line of the plan and none of the asked ones has. */
function openNumbers({ plan, standing }: CompletionParts, asked: readonly JsonObject[]): { next(): string } {
  const taken = new Set([...standing, ...asked].map((line) => text(line['id'])));
  let last = 0;
  return {
    next() {
      do last += 1;
      while (taken.has(`${plan}-${String(last).padStart(2, '0')}`));
      return `${plan}-${String(last).padStart(2, '0')}`;
    },
  };
}

/** The work orders of the lines, each once, with the quantity of its order. */
function ordersToMake(lines: readonly JsonObject[], orders: readonly JsonObject[]): readonly JsonObject[] {
  const ids = [...new Set(lines.map((line) => text(line['work_order'])).filter((id) => id !== ''))];
  return ids.map((id) => {
    const line = lines.find((one) => one['work_order'] === id);
    const order = orders.find((one) => one['id'] === line?.['order']);
    return { id, order: line?.['order'] ?? null, product: line?.['product'] ?? null, qty: count(order?.['qty']) };
  });
}

function servicesOf(products: readonly JsonObject[]): ReadonlySet<string> {
  const items = products.flatMap((product) => list(product['bom']).map((part) => text(part['item'])));
  return new Set(items.filter((item) => item.startsWith(SERVICE)));
}
