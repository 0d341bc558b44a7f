import { type Characteristic, type MeasuredCell, OPEN_CELL, placesOf } from './characteristic.ts';

/** What a cell says of its piece. */
export type CellVerdict =
  | { readonly kind: 'open' }
  /** What was typed is no number. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'ok'; readonly atLimit: boolean }
  /** `by`: how far beyond the limit, below as a negative number; null where nothing was measured. */
  | { readonly kind: 'nok'; readonly by: number | null };

/** Judges the piece with this number, from 0. A value at a limit is within. FM10 */
export function judgeCell(characteristic: Characteristic, piece: number): CellVerdict {
  const cell = characteristic.cells[piece] ?? OPEN_CELL;
  return characteristic.kind === 'attribute' ? judgeWord(cell) : judgeValue(characteristic, cell.value);
}

function judgeWord({ ok }: MeasuredCell): CellVerdict {
  if (ok === null) return { kind: 'open' };
  return ok ? { kind: 'ok', atLimit: false } : { kind: 'nok', by: null };
}

/** Judges a value that may not be stored yet. */
export function judgeValue(
  { lsl, usl }: Pick<Characteristic, 'lsl' | 'usl'>,
  value: MeasuredCell['value'],
): CellVerdict {
  if (value === null) return { kind: 'open' };
  if (typeof value === 'string') return { kind: 'unreadable' };
  if (usl !== null && value > usl) return { kind: 'nok', by: difference(value, usl) };
  if (lsl !== null && value < lsl) return { kind: 'nok', by: difference(value, lsl) };
  return { kind: 'ok', atLimit: value === lsl || value === usl };
}

/** 25.003 − 25.000 is 0.003, whatever binary fractions make of it. */
function difference(value: number, limit: number): number {
  return Number((value - limit).toFixed(Math.max(placesOf(value), placesOf(limit))));
}
