import type { Language } from '../../engine/model/language.ts';
import type { StoredRecord } from '../../engine/ports/store.ts';
import type { Page } from './views/shared-views.ts';

export interface RowOrder {
  readonly down: boolean;
  readonly language: Language;
}

/** A row with the value by which it is sorted. */
export interface SortableRow {
  readonly record: StoredRecord;
  readonly value: string | number;
}

type Place = readonly [value: string | number, id: string];

/**
 * One page of rows in order: numbers by size, texts as the language sorts them, rows that are alike by their ids.
 *
 * A cursor is the place of the last row, so that rows which come meanwhile move nothing.
 */
export function pageInOrder(
  rows: readonly SortableRow[],
  order: RowOrder,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Page<StoredRecord> {
  const compare = openComparison(order);
  const sorted = [...rows].sort((a, b) => compare(placeOf(a), placeOf(b)));
  const from = cursor === undefined ? undefined : readPlace(cursor);
  const start = from === undefined ? 0 : sorted.findIndex((row) => compare(placeOf(row), from) > 0);
  const page = start < 0 ? [] : sorted.slice(start, start + limit);
  const last = page.at(-1);
  const more = last !== undefined && start + limit < sorted.length;
  return { items: page.map(({ record }) => record), next: more ? writePlace(placeOf(last)) : null };
}

const placeOf = ({ record, value }: SortableRow): Place => [value, record.id];

function openComparison({ down, language }: RowOrder): (a: Place, b: Place) => number {
  const texts = new Intl.Collator(language, { numeric: true });
  const sign = down ? -1 : 1;
  return ([a, aId], [b, bId]) => {
    const values = typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(String(a), String(b));
    if (values !== 0) return sign * values;
    return aId < bId ? -1 : aId > bId ? 1 : 0;
  };
}

function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** A cursor that cannot be read begins again. */
function readPlace(cursor: string): Place | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(place) && place.length === 2 && typeof place[1] === 'string' ? (place as never) : undefined;
  } catch {
    return undefined;
  }
}
