import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { PROJECT_ROOT } from '../../project-root.ts';
import type { Computation } from './computation.ts';

type Severity = 'normal' | 'tightened';

interface SamplingTables {
  readonly sample_size: { readonly [letter: string]: number };
  readonly code_letters: readonly {
    readonly upTo: number | null;
    readonly letters: { readonly [level: string]: string };
  }[];
  readonly normal: PlanTable;
  readonly tightened: PlanTable;
}

/** Code letter, then AQL, to the letter whose plan is used and its acceptance number. */
interface PlanTable {
  readonly [letter: string]: { readonly [aql: string]: readonly [string, number] };
}

const TABLES = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'server', 'effects', 'compute', 'sampling-tables.json'), 'utf8'),
) as SamplingTables;

const LEVELS = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'];
/** The sample of a class that accepts none without being inspected whole. */
const C0_AQL = '0.65';

/**
 * How many pieces of a lot are inspected and how many bad ones are still accepted, for each class of defects.
 *
 * A class of mode `c0_full` is inspected whole and accepts none; one of mode `c0_sample` takes the sample of AQL 0.65 and
 * accepts none. A plan that asks for as many as there are is an inspection of all. `n` of the whole is the largest
 * sample: the classes are looked at on the same pieces, each on its own first ones. What no table holds is refused with
 * a sentence that says what there is.
 */
export const SAMPLING_PLAN: Computation = {
  id: 'sampling-plan',
  input: {
    type: 'object',
    properties: {
      lot_size: { type: 'integer', minimum: 1 },
      level: { enum: LEVELS },
      classes: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            class: { type: 'string' },
            mode: { enum: ['aql', 'c0_full', 'c0_sample'] },
            aql: { type: ['string', 'null'], maxLength: 20 },
            severity: { type: 'string', maxLength: 20 },
          },
          required: ['class', 'mode', 'severity'],
        },
      },
    },
    required: ['lot_size', 'level', 'classes'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { classes: { type: 'array', items: { type: 'object' } }, n: { type: 'integer' } },
    required: ['classes', 'n'],
  },
  compute(input) {
    const lot = Number(input['lot_size']);
    const level = String(input['level']);
    const classes = (input['classes'] as readonly JsonObject[]).map((asked) => planOf(lot, level, asked));
    return { classes: classes as readonly Json[], n: Math.max(...classes.map((plan) => plan.n)) };
  },
};

function planOf(lot: number, level: string, asked: JsonObject) {
  const letter = codeLetter(lot, level);
  const mode = String(asked['mode']);
  const severity = severityOf(asked);
  const named = { class: String(asked['class']), letter, severity };
  if (mode === 'c0_full' || lot === 1) return { ...named, plan_letter: letter, n: lot, ac: 0, re: 1, full: true };
  const aql = mode === 'c0_sample' ? C0_AQL : String(asked['aql'] ?? '');
  const table = TABLES[severity][letter] as PlanTable[string];
  const [plan, ac] = (Object.hasOwn(table, aql) ? table[aql] : undefined) ?? noPlan(named.class, aql, { lot, level });
  const size = TABLES.sample_size[plan] as number;
  const accepted = mode === 'c0_sample' ? 0 : ac;
  return { ...named, plan_letter: plan, n: Math.min(size, lot), ac: accepted, re: accepted + 1, full: size >= lot };
}

function codeLetter(lot: number, level: string): string {
  const row = TABLES.code_letters.find(({ upTo }) => upTo === null || lot <= upTo);
  return row?.letters[level] as string;
}

function severityOf(asked: JsonObject): Severity {
  const severity = String(asked['severity']);
  if (severity === 'normal' || severity === 'tightened') return severity;
  throw new EffectFailure(
    'compute.no_plan',
    `There is no sampling table for ${severity} inspection of the class "${String(asked['class'])}". Inspect it at normal or tightened severity.`,
    false,
  );
}

function noPlan(name: string, aql: string, { lot, level }: { readonly lot: number; readonly level: string }): never {
  const known = Object.keys(TABLES.normal['A'] ?? {}).sort((a, b) => Number(a) - Number(b));
  const wanted = aql === '' ? 'without an AQL' : `for AQL ${aql}`;
  throw new EffectFailure(
    'compute.no_plan',
    `There is no sampling plan ${wanted} for the class "${name}" of a lot of ${lot} at level ${level}. Set its AQL to one of ${known.join(', ')}.`,
    false,
  );
}
