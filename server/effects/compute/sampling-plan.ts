import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
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
const AQLS = ['0.65', '1.0', '1.5', '2.5', '4.0', '6.5'];

/**
 * How many pieces of a lot are inspected and how many bad ones are still accepted, for each class of defects.
 *
 * A class of mode `c0_full` is inspected whole and accepts none. A plan that asks for as many as there are is an
 * inspection of all. `n` of the whole is the largest sample: the classes are looked at on the same pieces.
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
            mode: { enum: ['aql', 'c0_full'] },
            aql: { enum: [...AQLS, null] },
            severity: { enum: ['normal', 'tightened'] },
          },
          required: ['class', 'mode', 'severity'],
          if: { properties: { mode: { const: 'aql' } } },
          then: { required: ['aql'], properties: { aql: { enum: AQLS } } },
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
  const severity = asked['severity'] as Severity;
  const named = { class: String(asked['class']), letter, severity };
  if (asked['mode'] === 'c0_full' || lot === 1)
    return { ...named, plan_letter: letter, n: lot, ac: 0, re: 1, full: true };
  const [plan, ac] = (TABLES[severity][letter] as PlanTable[string])[String(asked['aql'])] as readonly [string, number];
  const size = TABLES.sample_size[plan] as number;
  return { ...named, plan_letter: plan, n: Math.min(size, lot), ac, re: ac + 1, full: size >= lot };
}

function codeLetter(lot: number, level: string): string {
  const row = TABLES.code_letters.find(({ upTo }) => upTo === null || lot <= upTo);
  return row?.letters[level] as string;
}
