import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Json } from '../../../engine/model/json.ts';
import { checkWorkflow } from '../../../engine/workflow/check-workflow.ts';
import { parseWorkflow } from '../../../engine/workflow/parse-workflow.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { SAMPLE_SURROUNDINGS } from './lint/sample-surroundings.ts';

const SEED = 20_261_123;
const FILE = JSON.parse(readFileSync('workflows/order-review/workflow.json', 'utf8')) as Json;
const { forms, templates, ...AROUND } = SAMPLE_SURROUNDINGS;
const REST = { texts: {}, forms: Object.fromEntries(forms), formTexts: {}, templates: {} };
const check = openFileChecker();

/** One change: at some place of the file some value, or something that stands elsewhere in it. */
const change = fc.record({
  at: fc.nat(),
  from: fc.nat(),
  value: fc.oneof(
    fc.constantFrom<Json>(
      null,
      '',
      '=',
      '= (',
      '= data.x.y',
      '.',
      '#',
      '#order-review',
      '.intake',
      'toString',
      [],
      {},
      [{}],
      7,
      true,
      'final',
      'parallel',
    ),
    fc.constant<'elsewhere'>('elsewhere'),
    fc.constant<'remove'>('remove'),
  ),
});

describe('checking anything', () => {
  it('whatever is changed in a workflow, checking it answers, each problem with a place and a sentence', () => {
    const property = fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const text = JSON.stringify(changes.reduce(changed, structuredClone(FILE)));
      const { problems } = checkWorkflow({
        parsed: parseWorkflow(text, check),
        rest: REST,
        surroundings: AROUND,
        options: { budget: 50 },
      });
      for (const { path, code, message } of problems) {
        expect(path).to.match(/^(\/|$)/);
        expect(code).to.match(/^(json|workflow|form|explore)\.[a-z_]+$/);
        expect(message).to.match(/[.?]$/);
      }
    });
    fc.assert(property, { numRuns: Number(process.env['CHECK_RUNS'] ?? 60), seed: SEED });
  });
});

type Place = { readonly holder: { [key: string]: Json } | Json[]; readonly key: string };

function changed(
  file: Json,
  { at, from, value }: { readonly at: number; readonly from: number; readonly value: Json },
): Json {
  const places = placesIn(file);
  const place = places[at % places.length];
  const source = places[from % places.length];
  if (place === undefined || source === undefined) return file;
  const holder = place.holder as { [key: string]: Json };
  if (value === 'remove') delete holder[place.key];
  else
    holder[place.key] = structuredClone(
      value === 'elsewhere' ? ((source.holder as { [key: string]: Json })[source.key] ?? null) : value,
    );
  return file;
}

function placesIn(value: Json): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as unknown as Place['holder'];
  return Object.entries(value).flatMap(([key, entry]) => [{ holder, key }, ...placesIn(entry as Json)]);
}
