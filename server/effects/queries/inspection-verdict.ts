import { type Characteristic, readCharacteristics } from '../../../engine/form/measure/characteristic.ts';
import { countClasses } from '../../../engine/form/measure/count-classes.ts';
import { judgeCell } from '../../../engine/form/measure/judge-cell.ts';
import { type Json, type JsonObject, ownValue } from '../../../engine/model/json.ts';
import { openFloorDays } from './floor-days.ts';
import type { PlantQuery } from './plant-query.ts';
import { usableGauges } from './usable-gauges.ts';

/** As many values of a characteristic as a report names; all of them stand in the case. */
const MOST_NAMED = 10;
/** As long as a line of a report may be. */
const MOST_TEXT = 200;
/** What a report shows of the plan of a class. */
const SHOWN = ['class', 'severity', 'plan_letter', 'n', 'ac', 're'];
/** What is written of a characteristic whose register names no code. */
const NO_CODE = 'DIM-01';

/**
 * What an inspection found, counted from its values: nonconforming pieces for each class of the plan, the lines of a report
 * for what failed, and gauges that were used and may no longer be. Nobody's own verdict is asked.
 */
export const INSPECTION_VERDICT: PlantQuery = {
  id: 'inspection-verdict',
  input: {
    type: 'object',
    properties: {
      measurements: { type: 'array' },
      counted: { type: ['array', 'null'] },
      bad_pieces: { type: ['array', 'null'] },
      classes: { type: 'array', items: { type: 'object' } },
      defect_codes: { type: 'object' },
    },
    required: ['measurements', 'classes', 'defect_codes'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      found: { type: 'object', additionalProperties: { type: 'integer' } },
      results: { type: 'array', items: { type: 'object' } },
      defect_lines: { type: 'array', items: { type: 'object' } },
      photos: { type: 'array' },
      locked: { type: 'array', items: { type: 'string' } },
    },
    required: ['found', 'results', 'defect_lines', 'photos', 'locked'],
  },
  async run(input, parts) {
    const rows = input['measurements'] as readonly Json[];
    const counted = listOf(input['counted']);
    const bad = listOf(input['bad_pieces']);
    const read = readCharacteristics(rows);
    const codes = input['defect_codes'] as JsonObject;
    const classes = input['classes'] as readonly JsonObject[];
    const found = new Map(
      countClasses(read, classes).map((one) => [one.class, one.found + badOfClass(counted, bad, one.class)]),
    );
    const inspected = classes.filter((plan) =>
      [...rows, ...counted].some((row) => textOf(row, 'class') === plan['class']),
    );
    const usable = new Set((await usableGauges(parts.store, openFloorDays(parts).today)).map(({ id }) => id));
    const used = [...rows, ...counted].flatMap((row) => textOf(row, 'gauge') ?? []);
    return {
      found: Object.fromEntries(found),
      results: inspected.map((plan) => ({
        ...Object.fromEntries(Object.entries(plan).filter(([field]) => SHOWN.includes(field))),
        found: found.get(String(plan['class'])) ?? 0,
      })),
      defect_lines: [
        ...read.flatMap((one) => lineOf(one, rows[one.row] ?? null, codes)),
        ...counted.flatMap((row) => countedLine(row, bad, codes)),
      ],
      photos: photosOf(read, rows, bad),
      locked: [...new Set(used)].filter((id) => !usable.has(id)),
    };
  },
};

/** Pieces of the largest samples are listed where they are bad, and only there. A piece counts once in a class. */
function badOfClass(counted: readonly Json[], bad: readonly Json[], name: string): number {
  const numbers = new Set(counted.filter((row) => ownValue(row, 'class') === name).map((row) => ownValue(row, 'no')));
  return new Set(bad.filter((one) => numbers.has(ownValue(one, 'no'))).map((one) => ownValue(one, 'piece'))).size;
}

/** One line for a characteristic that failed. */
function lineOf(one: Characteristic, row: Json, codes: JsonObject): readonly JsonObject[] {
  const failed = failedPieces(one);
  if (failed.length === 0) return [];
  const values = listOf(ownValue(row, 'values'));
  const actual = failed.slice(0, MOST_NAMED).map((piece) => {
    const { value } = one.cells[piece] ?? { value: null };
    const number = ownValue(values[piece], 'piece') ?? piece + 1;
    return value === null ? `#${number}` : `${value} (#${number})`;
  });
  const more = failed.length > MOST_NAMED ? ', …' : '';
  return [reportLine(row, codes, { qty: failed.length, actual: (actual.join(', ') + more).slice(0, MOST_TEXT) })];
}

function countedLine(row: Json, bad: readonly Json[], codes: JsonObject): readonly JsonObject[] {
  const failed = bad.filter((one) => ownValue(one, 'no') === ownValue(row, 'no'));
  if (failed.length === 0) return [];
  const actual = failed.slice(0, MOST_NAMED).map((one) => {
    const value = ownValue(one, 'value');
    return value === undefined ? `#${ownValue(one, 'piece')}` : `${value} (#${ownValue(one, 'piece')})`;
  });
  return [reportLine(row, codes, { qty: failed.length, actual: actual.join(', ').slice(0, MOST_TEXT) })];
}

function reportLine(row: Json, codes: JsonObject, { qty, actual }: { readonly qty: number; readonly actual: string }) {
  return {
    defect_code: textOf(codes, textOf(row, 'characteristic') ?? '') ?? NO_CODE,
    characteristic: textOf(row, 'name') ?? '',
    requirement: requirementOf(row),
    actual,
    qty,
    severity: textOf(row, 'class') ?? 'major',
  };
}

/** What is asked of it: its limits with their unit, or that it is in order. */
function requirementOf(row: Json): string {
  const [lsl, usl] = [ownValue(row, 'lsl'), ownValue(row, 'usl')];
  const unit = textOf(row, 'unit');
  const [above, below] = [typeof lsl === 'number', typeof usl === 'number'];
  if (!above && !below) return 'OK';
  const limits = above && below ? `${lsl} – ${usl}` : below ? `≤ ${usl}` : `≥ ${lsl}`;
  return unit === undefined ? limits : `${limits} ${unit}`;
}

function photosOf(read: readonly Characteristic[], rows: readonly Json[], bad: readonly Json[]): readonly Json[] {
  const ofGrid = read.flatMap((one) => {
    const values = listOf(ownValue(rows[one.row], 'values'));
    return failedPieces(one).flatMap((piece) => listOf(ownValue(values[piece], 'photo')));
  });
  return [...ofGrid, ...bad.flatMap((one) => listOf(ownValue(one, 'photo')))];
}

function failedPieces(one: Characteristic): readonly number[] {
  return Array.from({ length: one.pieces }, (_, piece) => piece).filter(
    (piece) => judgeCell(one, piece).kind === 'nok',
  );
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function textOf(value: Json | undefined, key: string): string | undefined {
  const text = ownValue(value, key);
  return typeof text === 'string' ? text : undefined;
}
