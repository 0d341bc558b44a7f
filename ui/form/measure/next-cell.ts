import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { judgeCell } from '../../../engine/form/measure/judge-cell.ts';

/** A place in the grid: the characteristic, and the piece from 0. */
export interface CellPlace {
  readonly row: number;
  readonly piece: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The cell beside one; the same at an edge. Rows of fewer pieces, and rows that are blocked, are passed over. */
export function cellBeside(
  rows: readonly Characteristic[],
  at: CellPlace,
  to: { readonly direction: Direction; readonly blocked: ReadonlySet<number> },
): CellPlace {
  const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[to.direction] as [number, number];
  let next = { row: at.row + down, piece: at.piece + right };
  while (next.piece >= 0 && next.row >= 0 && next.row < rows.length) {
    if (isAsked(rows, next) && !to.blocked.has(next.row)) return next;
    if (right !== 0) return at;
    next = { row: next.row + down, piece: next.piece };
  }
  return at;
}

/**
 * The next cell that waits for a value, piece by piece and down its characteristics; after the last it begins anew.
 * Null where nothing is open but, perhaps, the cell one stands at.
 */
export function nextOpenCell(
  rows: readonly Characteristic[],
  at: CellPlace | null,
  blocked: ReadonlySet<number>,
): CellPlace | null {
  const all = cellsInOrder(rows);
  const start = at === null ? 0 : all.findIndex(({ row, piece }) => row === at.row && piece === at.piece) + 1;
  const round = [...all.slice(start), ...all.slice(0, Math.max(start - 1, 0))];
  return round.find((cell) => !blocked.has(cell.row) && isOpen(rows, cell)) ?? null;
}

/** Every cell that is asked for, step by step of the inspection, and within a step piece by piece. */
export function cellsInOrder(rows: readonly Characteristic[]): readonly CellPlace[] {
  return rowsByStep(rows).flatMap((together) => cellsOfStep(together).filter((cell) => isAsked(rows, cell)));
}

/** The rows in groups of neighbours that belong to one step. */
export function rowsByStep(rows: readonly Characteristic[]): readonly (readonly Characteristic[])[] {
  const groups: Characteristic[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.step === row.step) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function cellsOfStep(rows: readonly Characteristic[]): readonly CellPlace[] {
  const most = Math.max(0, ...rows.map(({ pieces }) => pieces));
  return Array.from({ length: most }, (_, piece) => rows.map(({ row }) => ({ row, piece }))).flat();
}

/** How many cells have a verdict, of how many. */
export function progressOf(rows: readonly Characteristic[]): { readonly done: number; readonly all: number } {
  const all = cellsInOrder(rows);
  return { done: all.filter((cell) => !isOpen(rows, cell)).length, all: all.length };
}

/** The number that stands on a piece: the one that was drawn, else its place in the sample. */
export function pieceNumber(rows: readonly Characteristic[], piece: number): number {
  return rows.map(({ cells }) => cells[piece]?.piece ?? null).find((number) => number !== null) ?? piece + 1;
}

function isAsked(rows: readonly Characteristic[], { row, piece }: CellPlace): boolean {
  return piece < (rows[row]?.pieces ?? 0);
}

function isOpen(rows: readonly Characteristic[], { row, piece }: CellPlace): boolean {
  const characteristic = rows[row];
  if (characteristic === undefined) return false;
  const { kind } = judgeCell(characteristic, piece);
  return kind === 'open' || kind === 'unreadable';
}
