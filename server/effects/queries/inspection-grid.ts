import { type Json, type JsonObject, isJsonObject, ownValue } from '../../../engine/model/json.ts';
import type { Language } from '../../../engine/model/language.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { QueryParts } from '../query.ts';
import { openFloorDays } from './floor-days.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowsWhere } from './register-rows.ts';
import { nameOf } from './name-of-item.ts';
import { nestedPieces } from './nested-pieces.ts';
import { measures, type UsableGauge, usableGauges } from './usable-gauges.ts';

/** In which order a lot is inspected. */
const STEPS = ['visual', 'dimension', 'function', 'marking'];
/** What a form shows of the plan of a class. */
const PLAN = ['class', 'severity', 'plan_letter', 'n', 'ac', 're'];
/** A sample with more pieces is not written down piece by piece: nobody could read the columns. */
const MOST_IN_GRID = 500;

/**
 * What is inspected of a sample: each characteristic of the product, and those of all products, with the pieces that its
 * class takes and the gauges that may be used today.
 *
 * A class has its own first pieces of one draw; the positions in the lot come in the order of the sample. What was measured already is carried over, so that gauges can be read
 * again. A product without characteristics of its own is refused: it would pass without being measured.
 */
export const INSPECTION_GRID: PlantQuery = {
  id: 'inspection-grid',
  input: {
    type: 'object',
    properties: {
      product: { type: 'string' },
      lot_size: { type: 'integer', minimum: 1 },
      classes: { type: 'array', items: { type: 'object' } },
      drawn: { type: 'array', items: { type: 'integer' } },
      measured: { type: ['array', 'null'] },
    },
    required: ['product', 'lot_size', 'classes', 'drawn'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      measurements: { type: 'array', items: { type: 'object' } },
      counted: { type: 'array', items: { type: 'object' } },
      positions: { type: 'array', items: { type: 'object' } },
      gauges: { type: 'array', items: { type: 'object' } },
      defect_codes: { type: 'object' },
    },
    required: ['measurements', 'counted', 'positions', 'gauges', 'defect_codes'],
  },
  async run(input, parts) {
    const classes = (input['classes'] as readonly JsonObject[]).map((plan) => ({
      ...plan,
      class: String(plan['class']),
      n: Number(plan['n']),
    }));
    const lotSize = Number(input['lot_size']);
    const characteristics = await characteristicsOf(parts, String(input['product']));
    const gauges = await usableGauges(parts.store, openFloorDays(parts).today);
    const plant = { gauges, language: parts.keeper.facts().language };
    const pieces = nestedPieces(
      input['drawn'] as readonly number[],
      classes.map(({ n }) => n),
      lotSize,
    );
    const asked = characteristics.flatMap((row) => {
      const plan = classes.find((one) => one.class === row['class']);
      return plan === undefined ? [] : [{ row, n: plan.n }];
    });
    const inspected = classes.filter((plan) => asked.some(({ row }) => row['class'] === plan.class));
    const measured = Array.isArray(input['measured']) ? (input['measured'] as readonly Json[]) : [];
    return {
      measurements: asked
        .filter(({ n }) => n <= MOST_IN_GRID)
        .map(({ row, n }) => gridRow(row, { ...plant, n, measured })),
      counted: asked.filter(({ n }) => n > MOST_IN_GRID).map(({ row, n }) => ({ ...factsOf(row, plant), n })),
      positions: inspected.map((plan) => ({
        ...pick(plan, PLAN),
        ...(plan.n > MOST_IN_GRID || plan.n >= lotSize ? {} : { pieces: pieces.slice(0, plan.n).join(', ') }),
      })),
      gauges: gauges.map(({ id, from, to }) => ({ id, from, to })),
      defect_codes: Object.fromEntries(asked.map(({ row }) => [String(row['id']), row['defect_code'] ?? null])),
    };
  },
};

function pick(plan: JsonObject, fields: readonly string[]): JsonObject {
  const given = fields.map((field) => [field, ownValue(plan, field)] as const);
  return Object.fromEntries(given.filter((entry): entry is readonly [string, Json] => (entry[1] ?? null) !== null));
}

async function characteristicsOf({ store }: QueryParts, product: string): Promise<readonly JsonObject[]> {
  const own = await rowsWhere(store, 'characteristics', { product });
  if (own.length === 0)
    throw new EffectFailure(
      'record.not_found',
      `No inspection characteristic is set for the product "${product}". Add what is measured on it to the list of inspection characteristics.`,
      false,
    );
  const place = (row: JsonObject): number => STEPS.indexOf(String(row['step'])) * 1_000 + Number(row['no']);
  return [...own, ...(await rowsWhere(store, 'characteristics', { product: null }))].sort(
    (a, b) => place(a) - place(b),
  );
}

interface PlantParts {
  readonly gauges: readonly UsableGauge[];
  /** In which a characteristic is named; pages name it in their reader's own. */
  readonly language: Language;
}

/** What a row of the grid says of its characteristic; what is not there is left out, as forms want it. */
function factsOf(row: JsonObject, { gauges, language }: PlantParts): JsonObject {
  const [lsl, usl] = ['lsl', 'usl'].map((limit) => ownValue(row, limit) ?? null) as [number | null, number | null];
  const type = String(row['gauge_type']);
  const isNeeded = row['gauge_needed'] === true;
  return {
    no: row['no'] as number,
    characteristic: row['id'] as string,
    name: nameOf(row['name'], language) ?? String(row['id']),
    step: row['step'] as string,
    class: row['class'] as string,
    kind: row['kind'] as string,
    ...(lsl === null ? {} : { lsl }),
    ...(usl === null ? {} : { usl }),
    ...(typeof row['unit'] === 'string' ? { unit: row['unit'] } : {}),
    gauge_type: type,
    gauge_needed: isNeeded,
    gauges: isNeeded ? gauges.filter((gauge) => measures(gauge, { type, limits: [lsl, usl] })).map(({ id }) => id) : [],
  };
}

interface GridParts extends PlantParts {
  readonly n: number;
  readonly measured: readonly Json[];
}

/** Pieces are numbered as they lie in the sample: what a class takes are its first ones. */
function gridRow(row: JsonObject, { gauges, language, n, measured }: GridParts): JsonObject {
  const facts = factsOf(row, { gauges, language });
  const before = measured.find((one) => ownValue(one, 'characteristic') === row['id']);
  const gauge = ownValue(before, 'gauge');
  const values = ownValue(before, 'values');
  const known: readonly Json[] = Array.isArray(values) ? values : [];
  const found = new Map(known.map((one) => [ownValue(one, 'piece'), one]));
  return {
    ...facts,
    n,
    ...(typeof gauge === 'string' && (facts['gauges'] as readonly string[]).includes(gauge) ? { gauge } : {}),
    values: Array.from({ length: n }, (_, index) => {
      const one = found.get(index + 1);
      return isJsonObject(one) ? one : { piece: index + 1 };
    }),
  };
}
