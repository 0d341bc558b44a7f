import { DateTime } from 'luxon';
import type { RagColor } from '../../engine/plan/rag.ts';
import type { BoardRow } from './make-board.ts';

/** What a reader wants to see of the orders. */
export interface MakeQuery {
  readonly customer?: string;
  /** Orders that pass a work centre of this workshop. */
  readonly workshop?: string;
  readonly rag?: string;
  /** The week of the deadline, `2026-W48`. */
  readonly week?: string;
  /** A part of the order's number, or of the names of customer or product. */
  readonly q?: string;
}

/** The worst first. */
export const COLOR_ORDER: readonly RagColor[] = ['red', 'amber', 'green', 'in_review', 'done'];

export interface QueryParts {
  /** Workshops through which a product goes. */
  readonly workshopsOf: (product: string) => readonly string[];
  /** What an order can be found by, in small letters. */
  readonly wordsOf: (row: BoardRow) => string;
}

/** Orders that fit every filter but that of the colour; the worst first, then the earliest deadline. */
export function wantedRows(rows: readonly BoardRow[], query: MakeQuery, parts: QueryParts): readonly BoardRow[] {
  const { customer, workshop, week } = query;
  const words = query.q?.trim().toLowerCase() ?? '';
  return rows
    .filter(
      (row) =>
        (customer === undefined || row.order.customer === customer) &&
        (workshop === undefined || parts.workshopsOf(row.order.product).includes(workshop)) &&
        (week === undefined || weekOf(row.order.due) === week) &&
        (words === '' || parts.wordsOf(row).includes(words)),
    )
    .sort(worstFirst);
}

/** Thousands of orders share some dozen dates. */
const KEPT_WEEKS = 4_000;
const weeks = new Map<string, string | null>();

/** The ISO week of a date, or null. */
export function weekOf(date: string | null): string | null {
  if (date === null) return null;
  const known = weeks.get(date);
  if (known !== undefined) return known;
  const day = DateTime.fromISO(date, { zone: 'utc' });
  const week = day.isValid ? day.toFormat("kkkk-'W'WW") : null;
  if (weeks.size >= KEPT_WEEKS) weeks.clear();
  weeks.set(date, week);
  return week;
}

function worstFirst(a: BoardRow, b: BoardRow): number {
  return (
    COLOR_ORDER.indexOf(a.rag.color) - COLOR_ORDER.indexOf(b.rag.color) ||
    (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity) ||
    a.rank - b.rank
  );
}
