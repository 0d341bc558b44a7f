import { type Json, type JsonObject, isJsonObject, ownValue } from '../../../engine/model/json.ts';

/** A piece of a characteristic, and how many pieces it is asked of. */
interface PieceOf {
  readonly piece: number;
  readonly pieces: number;
}

/**
 * The values of a characteristic with one piece changed; null takes a member out.
 *
 * There is an entry for each piece from the first value on, so that a check can name the one that is missing.
 */
export function valuesWith(row: Json | undefined, { piece, pieces }: PieceOf, part: JsonObject): readonly Json[] {
  const old = ownValue(row, 'values');
  const known: readonly Json[] = Array.isArray(old) ? old : [];
  return Array.from({ length: Math.max(pieces, known.length) }, (_, index): Json => {
    const entry = known[index];
    const cell = isJsonObject(entry) ? entry : {};
    if (index !== piece) return cell;
    return Object.fromEntries(Object.entries({ ...cell, ...part }).filter(([, value]) => value !== null));
  });
}
