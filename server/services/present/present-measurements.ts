import { type Characteristic, readCharacteristics } from '../../../engine/form/measure/characteristic.ts';
import { judgeCell } from '../../../engine/form/measure/judge-cell.ts';
import type { FieldSchema } from '../../../engine/model/form-file.ts';
import { type Json, isJsonObject, ownValue } from '../../../engine/model/json.ts';
import type { Language } from '../../../engine/model/language.ts';
import type { FileView, ValueView } from '../views/shared-views.ts';

const NONE: ValueView = { kind: 'none' };
/** Stands before a value that does not conform, so that it is seen without colour. */
const FAILED = '✗';

/**
 * A grid of measurements to be read: a characteristic a row, then its limits, its gauge, and a column for each piece.
 *
 * Photos stand in a last column, where there are any. Numbers are written with the places of their limits.
 */
export function presentMeasurements(schema: FieldSchema, list: readonly Json[], language: Language): ValueView {
  const rows = readCharacteristics(list);
  const items = schema.items?.properties ?? {};
  const pieces = Math.max(0, ...rows.map((row) => row.pieces));
  const photos = list.map(photosOf);
  const hasPhotos = photos.some((files) => files.length > 0);
  const title = (name: string): string => items[name]?.title ?? name;
  const photoTitle = items['values']?.items?.properties?.['photo']?.title ?? 'photo';
  return {
    kind: 'table',
    columns: [
      title('name'),
      `${title('lsl')} – ${title('usl')}`,
      title('gauge'),
      ...Array.from({ length: pieces }, (_, piece) => String(rows[0]?.cells[piece]?.piece ?? piece + 1)),
      ...(hasPhotos ? [photoTitle] : []),
    ],
    rows: rows.map((row, index) => [
      textOr(`${row.no === null ? '' : `${row.no} `}${row.name}`),
      textOr(limitsOf(row, language)),
      textOr(row.gauge ?? ''),
      ...Array.from({ length: pieces }, (_, piece) => presentCell(row, piece, language)),
      ...(hasPhotos ? [filesOr(photos[index] ?? [])] : []),
    ]),
  };
}

function presentCell(row: Characteristic, piece: number, language: Language): ValueView {
  const verdict = judgeCell(row, piece);
  const value = row.cells[piece]?.value ?? null;
  if (verdict.kind === 'open') return NONE;
  if (row.kind === 'attribute') return { kind: 'yes-no', yes: verdict.kind === 'ok' };
  const words = typeof value === 'number' ? written(value, row, language) : String(value);
  return { kind: 'text', text: verdict.kind === 'ok' ? words : `${FAILED} ${words}` };
}

function limitsOf(row: Characteristic, language: Language): string {
  if (row.lsl === null && row.usl === null) return '';
  const word = (limit: number | null): string => (limit === null ? '' : written(limit, row, language));
  return [`${word(row.lsl)} – ${word(row.usl)}`.trim(), row.unit].filter(Boolean).join(' ');
}

function written(value: number, { decimals }: Characteristic, language: Language): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 12,
    useGrouping: false,
  }).format(value);
}

function photosOf(row: Json): readonly FileView[] {
  const values = ownValue(row, 'values');
  return (Array.isArray(values) ? values : []).flatMap((cell: Json) => {
    const files = ownValue(cell, 'photo');
    return (Array.isArray(files) ? files.filter(isJsonObject) : []) as unknown as FileView[];
  });
}

const textOr = (text: string): ValueView => (text === '' ? NONE : { kind: 'text', text });
const filesOr = (files: readonly FileView[]): ValueView => (files.length === 0 ? NONE : { kind: 'files', files });
