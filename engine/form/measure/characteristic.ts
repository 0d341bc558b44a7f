import { type Json, isJsonObject, ownValue } from '../../model/json.ts';

/** One characteristic of a part: what is asked of it, and what was found on each piece. */
export interface Characteristic {
  /** Its place in the answer. */
  readonly row: number;
  readonly no: string | null;
  readonly name: string;
  readonly class: string | null;
  /** The part of the inspection that it belongs to: first by eye, then with gauges. */
  readonly step: string | null;
  /** `variable` is measured, `attribute` is judged by eye or gauge. */
  readonly kind: 'variable' | 'attribute';
  readonly lsl: number | null;
  readonly usl: number | null;
  readonly unit: string | null;
  /** How many pieces it is asked of, from the first. */
  readonly pieces: number;
  /** The places after the point that its limits are written with. */
  readonly decimals: number;
  readonly gaugeType: string | null;
  /** Nobody measures it without saying with what. */
  readonly gaugeNeeded: boolean;
  /** The gauges that fit it; null where any of its kind does. */
  readonly gauges: readonly string[] | null;
  readonly gauge: string | null;
  /** One for each piece that has an entry; what is further on is open. */
  readonly cells: readonly MeasuredCell[];
}

/** What was found on one piece. A value that is no number is kept as it was typed. */
export interface MeasuredCell {
  /** The number of the piece that was drawn; null where the first pieces are taken. */
  readonly piece: number | null;
  readonly value: number | string | null;
  readonly ok: boolean | null;
}

/** A piece that nobody has looked at. */
export const OPEN_CELL: MeasuredCell = { piece: null, value: null, ok: null };

/** No sample is larger than a lot that one person could look at; more columns nobody could read. */
const MOST_PIECES = 500;

/** The characteristics of a list of measurements. What is missing is null; a row that is no object is an empty one. */
export function readCharacteristics(list: Json | undefined): readonly Characteristic[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: Json, row) => readCharacteristic(entry, row));
}

function readCharacteristic(entry: Json, row: number): Characteristic {
  const [lsl, usl] = [numberOf(ownValue(entry, 'lsl')), numberOf(ownValue(entry, 'usl'))];
  const values = ownValue(entry, 'values');
  const gauges = ownValue(entry, 'gauges');
  const gaugeType = wordOf(ownValue(entry, 'gauge_type'));
  const needed = ownValue(entry, 'gauge_needed');
  return {
    row,
    no: wordOf(ownValue(entry, 'no')),
    name: wordOf(ownValue(entry, 'name')) ?? '',
    class: wordOf(ownValue(entry, 'class')),
    step: wordOf(ownValue(entry, 'step')),
    kind: ownValue(entry, 'kind') === 'attribute' ? 'attribute' : 'variable',
    lsl,
    usl,
    unit: wordOf(ownValue(entry, 'unit')),
    pieces: Math.min(Math.max(Math.floor(numberOf(ownValue(entry, 'n')) ?? 1), 0), MOST_PIECES),
    decimals: Math.max(placesOf(lsl), placesOf(usl)),
    gaugeType,
    gaugeNeeded: typeof needed === 'boolean' ? needed : gaugeType !== null,
    gauges: Array.isArray(gauges) ? gauges.flatMap((gauge: Json) => wordOf(gauge) ?? []) : null,
    gauge: wordOf(ownValue(entry, 'gauge')),
    cells: Array.isArray(values) ? values.map(readCell) : [],
  };
}

function readCell(entry: Json): MeasuredCell {
  if (!isJsonObject(entry)) return OPEN_CELL;
  const value = ownValue(entry, 'value');
  const ok = ownValue(entry, 'ok');
  return {
    piece: numberOf(ownValue(entry, 'piece')),
    value: typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null,
    ok: typeof ok === 'boolean' ? ok : null,
  };
}

/** How many places after the point a number is written with. */
export function placesOf(value: number | null): number {
  return value === null ? 0 : (String(value).split('.')[1]?.length ?? 0);
}

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

function wordOf(value: Json | undefined): string | null {
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;
}
