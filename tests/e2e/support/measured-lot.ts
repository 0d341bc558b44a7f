import type { FieldSchema, FormFile } from '../../../engine/model/form-file.ts';
import type { JsonObject } from '../../../engine/model/json.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';

const text = (title: string): FieldSchema => ({ type: 'string', title, maxLength: 100 });
const number = (title: string): FieldSchema => ({ type: 'number', title, minimum: -1_000_000, maximum: 1_000_000 });

/** A form of the floor with one grid: what fails wants a photo. */
const INSPECT: FormFile = {
  id: 'inspect',
  title: 'Inspect',
  'x-layout': 'floor',
  schema: {
    type: 'object',
    properties: {
      measurements: {
        type: 'array',
        title: 'Sample',
        maxItems: 20,
        'x-widget': 'measurements',
        'x-acceptance': '/plan/classes',
        items: {
          type: 'object',
          properties: {
            no: text('No.'),
            name: text('Name'),
            class: {
              type: 'string',
              title: 'Class',
              enum: ['critical', 'major', 'minor'],
              'x-labels': { critical: 'Critical', major: 'Major', minor: 'Minor' },
            },
            kind: text('Kind'),
            lsl: number('Lower limit'),
            usl: number('Upper limit'),
            unit: text('Unit'),
            n: { type: 'integer', title: 'Pieces', minimum: 1, maximum: 500 },
            gauge_type: text('Kind of gauge'),
            gauge: { ...text('Gauge'), 'x-ref': 'gauges' },
            values: {
              type: 'array',
              title: 'Values',
              maxItems: 500,
              items: {
                type: 'object',
                properties: {
                  value: number('Value'),
                  ok: { type: 'boolean', title: 'OK' },
                  photo: {
                    type: 'array',
                    title: 'Photo',
                    maxItems: 3,
                    'x-file': { types: ['image/png', 'image/jpeg'], maxMb: 5 },
                  },
                },
                required: ['ok'],
                if: { properties: { ok: { const: false } }, required: ['ok'] },
                then: { required: ['photo'] },
              },
            },
          },
        },
      },
      remarks: { type: 'string', title: 'Remarks', maxLength: 500 },
    },
  },
};

const CHARACTERISTICS: readonly JsonObject[] = [
  { no: '1', name: 'Journal Ø25 h6', class: 'critical', kind: 'variable', lsl: 24.987, usl: 25, unit: 'mm', n: 5 },
  { no: '2', name: 'Length', class: 'minor', kind: 'variable', lsl: 239.8, usl: 240.2, unit: 'mm', n: 5 },
  { no: '3', name: 'Run-out', class: 'major', kind: 'variable', usl: 0.02, unit: 'mm', n: 5 },
  { no: '4', name: 'No burr', class: 'minor', kind: 'attribute', n: 3 },
];

/** The gauges that were picked when the case began; one is of the plant's, one is locked by then. */
const GAUGES: Readonly<Record<string, JsonObject>> = {
  1: { gauge_type: 'micrometer_of_test', gauge: 'G-002' },
  2: { gauge_type: 'height_of_test', gauge: 'G-LOCKED' },
};

/** A procedure whose one task is a grid of four characteristics, as a bundle to publish. */
export const MEASURED_LOT = {
  machine: sampleFile(
    {
      plan: {
        description: 'Plan',
        entry: {
          type: 'set',
          params: {
            plan: {
              classes: [
                { class: 'critical', n: 5, ac: 0, re: 1 },
                { class: 'major', n: 5, ac: 1, re: 2 },
                { class: 'minor', n: 5, ac: 2, re: 3 },
              ],
            },
          },
        },
        always: { target: 'inspect' },
      },
      inspect: {
        description: 'Pre-storage inspection',
        meta: {
          task: {
            form: 'inspect',
            roles: ['qc_inspector'],
            due: 'PT1H',
            prefill: { measurements: CHARACTERISTICS.map((row) => ({ ...row, ...GAUGES[String(row['no'])] })) },
          },
        },
        on: { inspected: { description: 'Judge the lot', target: 'judged' } },
      },
      judged: { description: 'Judged', type: 'final' },
    },
    {
      id: 'measured-lot',
      description: 'A lot is measured',
      meta: {
        number: 'MEA-{seq3}',
        calendar: 'always',
        start: { form: 'note', roles: ['production_planner'], into: 'request' },
      },
    },
  ),
  texts: {},
  forms: { note: NOTE_FORM, inspect: INSPECT },
  formTexts: {},
  templates: {},
};

/** Rows of the register of gauges that the grid meets: a good one, and one whose calibration is over. */
export const GAUGE_ROWS: readonly JsonObject[] = [
  {
    id: 'G-002',
    name: { en: 'Outside micrometer' },
    range: '0–25 mm',
    type: 'micrometer_of_test',
    status: 'in_service',
  },
  { id: 'G-LOCKED', name: { en: 'Height gauge' }, type: 'height_of_test', status: 'in_service', due_on: '2020-01-01' },
  { id: 'G-009', name: { en: 'Height gauge' }, range: '0–600 mm', type: 'height_of_test', status: 'in_service' },
];
