import { useState } from 'react';
import { type Characteristic, OPEN_CELL, readCharacteristics } from '../../../engine/form/measure/characteristic.ts';
import { type Json, type JsonObject, ownValue } from '../../../engine/model/json.ts';
import { useNow } from '../../components/NowProvider.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import type { ControlProps } from '../control.ts';
import { useForm } from '../FormContext.tsx';
import { decimalSign } from '../read-number.ts';
import { useRecordNames } from '../use-record-names.ts';
import { type Block, blockRows } from './block-rows.ts';
import { judgeValue } from '../../../engine/form/measure/judge-cell.ts';
import type { Gauge } from './judge-gauge.ts';
import { type CellPlace, cellBeside, cellsInOrder, type Direction, nextOpenCell } from './next-cell.ts';
import { afterKey, type PadKey, readMeasured } from './typed-number.ts';
import { useGauges } from './use-gauges.ts';
import { valuesWith } from './values-with.ts';

/** A grid while somebody fills it: where they are, what they type, and what they may do. */
export interface Measuring {
  readonly rows: readonly Characteristic[];
  readonly blocks: ReadonlyMap<number, Block>;
  /** Undefined until they are known. */
  readonly gauges: readonly Gauge[] | undefined;
  readonly gaugesFailed: boolean;
  readonly today: string;
  /** Where the pad writes; null in a grid without cells. */
  readonly at: CellPlace | null;
  /** What stands in a cell: as it is typed, else as it was stored. */
  readonly textAt: (place: CellPlace) => string;
  readonly enter: (place: CellPlace) => void;
  readonly type: (text: string) => void;
  readonly press: (key: PadKey) => void;
  readonly judge: (ok: boolean | null) => void;
  readonly next: () => void;
  readonly move: (direction: Direction) => void;
  readonly pickGauge: (row: number, gauge: string | undefined) => void;
}

/** Holds where one is in a grid; the answers themselves are the form's. */
export function useMeasuring({ id, schema, path, value }: ControlProps): Measuring {
  const form = useForm();
  const format = useFormat();
  const today = format.localDate(useNow());
  const known = useGauges(schema.items?.properties?.['gauge']?.['x-ref']);
  const [entered, setEntered] = useState<CellPlace | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const rows = useNamedRows(schema, value);
  const blocks = blockRows(rows, known.data, today);
  const blocked = new Set(blocks.keys());
  const at = entered ?? nextOpenCell(rows, null, blocked) ?? cellsInOrder(rows)[0] ?? null;

  const goTo = (place: CellPlace | null) => {
    if (place === null) return;
    setTyped(null);
    setEntered(place);
    document.getElementById(cellId(id, place))?.focus();
  };
  const write = (place: CellPlace, part: JsonObject) =>
    form.put(
      [...path, place.row, 'values'],
      valuesWith(rowAt(value, place.row), { piece: place.piece, pieces: rows[place.row]?.pieces ?? 0 }, part),
    );
  const type = (text: string) => {
    if (at === null) return;
    const row = rows[at.row];
    if (row === undefined || blocked.has(at.row)) return;
    setTyped(text);
    const number = text.trim() === '' ? null : (readMeasured(text) ?? text.trim());
    const verdict = judgeValue(row, number).kind;
    write(at, { value: number, ok: verdict === 'ok' ? true : verdict === 'nok' ? false : null });
  };
  const textAt = (place: CellPlace) =>
    typed !== null && isSame(place, at) ? typed : plain(rows[place.row]?.cells[place.piece]?.value, format.language);
  const next = () => goTo(nextOpenCell(rows, at, blocked));
  return {
    rows,
    blocks,
    gauges: known.data,
    gaugesFailed: known.isError,
    today,
    at,
    textAt,
    enter: (place) => {
      if (!isSame(place, entered)) setTyped(null);
      setEntered(place);
    },
    type,
    press: (key) =>
      at !== null && type(afterKey(textAt(at), key, { fresh: typed === null, language: format.language })),
    judge: (ok) => {
      if (at === null || blocked.has(at.row)) return;
      write(at, { ok });
      // What fails wants a photo first.
      if (ok === true) next();
    },
    next,
    move: (direction) => at !== null && goTo(cellBeside(rows, at, { direction, blocked })),
    pickGauge: (row, gauge) => form.put([...path, row, 'gauge'], gauge),
  };
}

/** The characteristics, called as the reader calls them where they are records of the plant. */
function useNamedRows(schema: ControlProps['schema'], value: Json | undefined): readonly Characteristic[] {
  const register = schema.items?.properties?.['characteristic']?.['x-ref'];
  const rows = readCharacteristics(value);
  const idOf = (row: number): string | null => {
    const id = ownValue(rowAt(value, row), 'characteristic');
    return typeof id === 'string' && register !== undefined ? id : null;
  };
  const names = useRecordNames(
    register ?? '',
    rows.flatMap(({ row }) => idOf(row) ?? []),
  );
  return rows.map((row) => ({ ...row, name: names.get(idOf(row.row) ?? '') ?? row.name }));
}

/** The id of a cell's control. */
export function cellId(grid: string, { row, piece }: CellPlace): string {
  return `${grid}-${row}-${piece}`;
}

/** True where both are the same cell. */
export function isSame(one: CellPlace, other: CellPlace | null): boolean {
  return other !== null && one.row === other.row && one.piece === other.piece;
}

function rowAt(list: Json | undefined, row: number): Json | undefined {
  return Array.isArray(list) ? list[row] : undefined;
}

/** A stored value as it is easiest to change. */
function plain(value: Json | undefined = OPEN_CELL.value, language: string): string {
  if (typeof value === 'number') return String(value).replace('.', decimalSign(language));
  return typeof value === 'string' ? value : '';
}

/** The photos of a piece, as its answer holds them. */
export function photosAt(list: Json | undefined, { row, piece }: CellPlace): Json | undefined {
  const values = ownValue(rowAt(list, row), 'values');
  return ownValue(Array.isArray(values) ? values[piece] : undefined, 'photo');
}
