import { type Json, ownValue } from '../../model/json.ts';
import type { Characteristic } from './characteristic.ts';
import { judgeCell } from './judge-cell.ts';

/** How many pieces of a class do not conform, against what the plan allows. */
export interface ClassCount {
  readonly class: string;
  readonly found: number;
  /** Accept up to, refuse from; null where no plan says it. */
  readonly ac: number | null;
  readonly re: number | null;
}

/**
 * Counts the nonconforming pieces of each class, those of the plan first and in its order.
 *
 * A piece counts once in a class, whatever fails on it, and only as far as its characteristic asks for it. FM11
 */
export function countClasses(
  characteristics: readonly Characteristic[],
  plan: Json | undefined,
): readonly ClassCount[] {
  const planned = Array.isArray(plan) ? plan.flatMap(readClass) : [];
  const others = characteristics.flatMap((each) => each.class ?? []);
  const names = new Set([...planned.map((each) => each.class), ...others]);
  return [...names].map((name) => {
    const { ac, re } = planned.find((each) => each.class === name) ?? { ac: null, re: null };
    return { class: name, found: failedPieces(characteristics.filter((each) => each.class === name)).size, ac, re };
  });
}

function readClass(entry: Json): readonly Omit<ClassCount, 'found'>[] {
  const [name, ac, re] = [ownValue(entry, 'class'), ownValue(entry, 'ac'), ownValue(entry, 're')];
  if (typeof name !== 'string') return [];
  return [{ class: name, ac: typeof ac === 'number' ? ac : null, re: typeof re === 'number' ? re : null }];
}

function failedPieces(characteristics: readonly Characteristic[]): ReadonlySet<number> {
  return new Set(
    characteristics.flatMap((characteristic) =>
      Array.from({ length: characteristic.pieces }, (_, piece) => piece).filter(
        (piece) => judgeCell(characteristic, piece).kind === 'nok',
      ),
    ),
  );
}
