import type { JsonObject } from '../../../engine/model/json.ts';
import { count, type Operation, standardHours, text } from './operation.ts';
import { limitHours, type LoadLimits } from './shift-load.ts';

/** What the draft of a day is made of. */
export interface DayParts {
  readonly day: string;
  /** Lines of the plan in force, with what is known to be done of past ones in `done_qty`. */
  readonly lines: readonly JsonObject[];
  readonly operations: readonly Operation[];
  /** Names of the shifts, in their order. */
  readonly shifts: readonly string[];
  readonly limits: LoadLimits;
}

/** A line that the draft proposes: the planner changes, removes and adds. */
export interface DraftLine {
  readonly id: string | null;
  readonly order: string;
  readonly op: number;
  readonly work_center: string;
  readonly shift: string;
  readonly seq: number;
  readonly qty: number;
  readonly std_h: number;
  readonly person: string | null;
  readonly crew: string | null;
  readonly carry_over: boolean;
}

/** Fewer pieces are not worth a set-up, unless they are the last ones. */
const LEAST_PIECES = 5;

/**
 * The draft of one day, work centre by work centre and shift by shift, up to 100 % of what may be planned.
 *
 * First what stands in the plan for that day already; then what past days left undone; then the backlog by priority of
 * the orders. An operation gets no more pieces than the one before it has made or is planned to make by that day; behind
 * a step outside of the plant the draft proposes nothing, since nobody knows when the pieces come back.
 */
export function draftDay(parts: DayParts): readonly DraftLine[] {
  const standing = parts.lines.filter((line) => line['date'] === parts.day && !isGone(line));
  const desk = openDesk(parts, standing);
  const kept = standing.map((line) => keptLine(line, parts.operations));
  const carried = undoneOf(parts).flatMap(({ operation, qty }) => desk.place(operation, qty, true));
  const filled = parts.operations.flatMap((operation) => desk.place(operation, desk.toPlan(operation), false));
  return [...kept, ...carried, ...filled];
}

interface Desk {
  /** Pieces of an operation that are neither made nor planned, and that the one before it can hand over. */
  toPlan(operation: Operation): number;
  /** Puts pieces where there is room. */
  place(operation: Operation, qty: number, carryOver: boolean): readonly DraftLine[];
}

function openDesk({ day, lines, operations, shifts, limits }: DayParts, standing: readonly JsonObject[]): Desk {
  const room = new Map<string, number>();
  const last = new Map<string, number>();
  const placed = new Map<string, number>();
  const limit = limitHours(limits);
  for (const line of standing) {
    const key = `${text(line['work_center'])}/${text(line['shift'])}`;
    room.set(key, (room.get(key) ?? limit) - count(line['hours']));
    last.set(key, Math.max(last.get(key) ?? 0, count(line['seq'])));
  }
  const byNow = (order: string, op: number): number =>
    sum(lines, (line) => line['order'] === order && line['op'] === op && !isGone(line) && text(line['date']) <= day) +
    (placed.get(`${order}/${op}`) ?? 0);
  const handedOver = ({ order, before, left }: Operation): number =>
    before === null ? left : before === 'subcontract' ? 0 : madeBefore(operations, { order, before, left }, byNow);
  return {
    toPlan: (operation) => {
      const planned = byNow(operation.order, operation.op);
      return Math.max(0, Math.min(operation.left, handedOver(operation)) - planned);
    },
    place(operation, qty, carryOver) {
      const made: DraftLine[] = [];
      let left = qty;
      for (const shift of shifts) {
        const key = `${operation.work_center}/${shift}`;
        const free = room.get(key) ?? limit;
        const fits = Math.min(left, Math.floor((free * 60 - operation.setup_min) / Math.max(operation.run_min, 0.01)));
        if (fits <= 0 || (fits < LEAST_PIECES && fits < left)) continue;
        const std_h = standardHours(operation, fits);
        const seq = (last.get(key) ?? 0) + 1;
        room.set(key, free - std_h);
        last.set(key, seq);
        placed.set(
          `${operation.order}/${operation.op}`,
          (placed.get(`${operation.order}/${operation.op}`) ?? 0) + fits,
        );
        left -= fits;
        made.push({ ...lineOf(operation, fits), shift, seq, std_h, carry_over: carryOver });
      }
      return made;
    },
  };
}

/** Pieces that the operation before can hand over: where nothing of it was ever planned, all that the order has left. */
function madeBefore(
  operations: readonly Operation[],
  { order, before, left }: { readonly order: string; readonly before: number; readonly left: number },
  byNow: (order: string, op: number) => number,
): number {
  const known = operations.some((one) => one.order === order && one.op === before);
  return known ? byNow(order, before) : left;
}

/** Lines of days before T+2 of which less was made than planned; what nobody has reported yet is not undone. */
function undoneOf({ day, lines, operations }: DayParts) {
  return lines.flatMap((line) => {
    const done = line['done_qty'];
    if (text(line['date']) >= day || isGone(line) || typeof done !== 'number' || line['carried'] === true) return [];
    const operation = operations.find((one) => one.order === line['order'] && one.op === line['op']);
    const qty = count(line['qty']) - done;
    return operation === undefined || qty <= 0 ? [] : [{ operation, qty }];
  });
}

function keptLine(line: JsonObject, operations: readonly Operation[]): DraftLine {
  const operation = operations.find((one) => one.order === line['order'] && one.op === line['op']);
  const qty = count(line['qty']);
  return {
    id: text(line['id']),
    order: text(line['order']),
    op: count(line['op']),
    work_center: text(line['work_center']),
    shift: text(line['shift']),
    seq: count(line['seq'], 1),
    qty,
    std_h: operation === undefined ? count(line['hours']) : standardHours(operation, qty),
    person: text(line['person']) === '' ? null : text(line['person']),
    crew: text(line['crew']) === '' ? null : text(line['crew']),
    carry_over: line['carry_over'] === true,
  };
}

function lineOf({ order, op, work_center }: Operation, qty: number) {
  return { id: null, order, op, work_center, qty, person: null, crew: null };
}

function isGone(line: JsonObject): boolean {
  return line['status'] === 'cancelled';
}

function sum(lines: readonly JsonObject[], isMeant: (line: JsonObject) => boolean): number {
  return lines
    .filter(isMeant)
    .reduce((total, line) => total + (typeof line['done_qty'] === 'number' ? line['done_qty'] : count(line['qty'])), 0);
}
