import type { JsonObject } from '../../../engine/model/json.ts';
import { count, type Operation, standardHours, text } from './operation.ts';
import { limitHours, type LoadLimits } from './shift-load.ts';

/** What the draft of a day is made of. */
export interface DayParts {
  readonly day: string;
  /** The day on which the draft is made. */
  readonly today: string;
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
 * First what stands in the plan for that day already; then what past days left undone; then the backlog of orders that
 * have begun by then, by priority. An operation gets no more pieces than are planned before that day at the one before it;
 * behind a step outside of the plant the draft proposes nothing, since nobody knows when the pieces come back. Pieces that
 * a later operation is planned for are taken to be through: no register counts what lies between two machines.
 */
export function draftDay(parts: DayParts): readonly DraftLine[] {
  const standing = parts.lines.filter((line) => line['date'] === parts.day && !isGone(line));
  const desk = openDesk(parts, standing);
  const kept = standing.map((line) => keptLine(line, parts.operations));
  const undone = undoneOf(parts);
  const carried = undone.flatMap(({ operation, qty }) =>
    desk.place(operation, Math.min(qty, desk.toPlan(operation)), true),
  );
  const begun = parts.operations.filter(({ start }) => start <= parts.day);
  const filled = begun.flatMap((operation) => desk.place(operation, desk.toPlan(operation), false));
  return [...kept, ...carried, ...filled];
}

interface Desk {
  /** Pieces of an operation that are not planned, and that the one before it can hand over. */
  toPlan(operation: Operation): number;
  /** Puts pieces where there is room. */
  place(operation: Operation, qty: number, carryOver: boolean): readonly DraftLine[];
}

function openDesk(parts: DayParts, standing: readonly JsonObject[]): Desk {
  const { day, shifts, limits } = parts;
  const room = new Map<string, number>();
  const last = new Map<string, number>();
  const placed = new Map<string, number>();
  const limit = limitHours(limits);
  for (const line of standing) {
    const key = placeOf(text(line['work_center']), text(line['shift']));
    room.set(key, (room.get(key) ?? limit) - count(line['hours']));
    last.set(key, Math.max(last.get(key) ?? 0, count(line['seq'])));
  }
  const plannedAt = openCount(parts);
  return {
    toPlan(operation) {
      const { order, op, before, left } = operation;
      const own = plannedAt(order, op, day) + (placed.get(`${order}/${op}`) ?? 0);
      const handedOver =
        before === null ? left : before === 'subcontract' ? 0 : plannedAt(order, before, dayBefore(parts));
      return Math.max(0, Math.min(left, handedOver) - own);
    },
    place(operation, qty, carryOver) {
      const made: DraftLine[] = [];
      let left = qty;
      for (const shift of shifts) {
        const key = placeOf(operation.work_center, shift);
        const free = room.get(key) ?? limit;
        const fits = Math.min(left, Math.floor((free * 60 - operation.setup_min) / Math.max(operation.run_min, 0.01)));
        if (fits <= 0 || (fits < LEAST_PIECES && fits < left)) continue;
        const std_h = standardHours(operation, fits);
        const seq = (last.get(key) ?? 0) + 1;
        const name = `${operation.order}/${operation.op}`;
        room.set(key, free - std_h);
        last.set(key, seq);
        placed.set(name, (placed.get(name) ?? 0) + fits);
        left -= fits;
        made.push({ ...lineOf(operation, fits), shift, seq, std_h, carry_over: carryOver });
      }
      return made;
    },
  };
}

/** Pieces that are planned from today until a day at an operation of an order, or at a later one of it. */
function openCount({ today, lines }: DayParts): (order: string, op: number, until: string) => number {
  return (order, op, until) => {
    const sums = new Map<number, number>();
    for (const line of lines) {
      const [date, at] = [text(line['date']), count(line['op'])];
      if (line['order'] !== order || at < op || isGone(line) || date < today || date > until) continue;
      sums.set(at, (sums.get(at) ?? 0) + count(line['qty']));
    }
    return Math.max(0, ...sums.values());
  };
}

/** The last moment before the day, as dates are compared. */
function dayBefore({ day, lines }: DayParts): string {
  const earlier = lines.map((line) => text(line['date'])).filter((date) => date < day);
  return earlier.sort().at(-1) ?? '';
}

function placeOf(center: string, shift: string): string {
  return `${center}/${shift}`;
}

/** Lines of days before today of which less was made than planned; what nobody has reported yet is not undone. */
function undoneOf({ today, lines, operations }: DayParts) {
  return lines.flatMap((line) => {
    const done = line['done_qty'];
    if (text(line['date']) >= today || isGone(line) || typeof done !== 'number') return [];
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
