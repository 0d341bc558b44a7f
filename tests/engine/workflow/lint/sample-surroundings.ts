import type { FormFile } from '../../../../engine/model/form-file.ts';
import type { Translations } from '../../../../engine/model/version.ts';
import type { WorkflowFile } from '../../../../engine/model/workflow-file.ts';
import { type Surroundings, templateLanguages } from '../../../../engine/workflow/lint/surroundings.ts';
import { textPointers } from '../../../../engine/workflow/text-pointers.ts';

const form = (
  id: string,
  properties: FormFile['schema']['properties'] & {},
  more: Partial<FormFile['schema']> = {},
): FormFile => ({ id, title: id, schema: { type: 'object', properties, ...more } });

const FORMS: readonly FormFile[] = [
  form(
    'request',
    {
      note: { type: 'string', maxLength: 200 },
      remark: { type: 'string', maxLength: 200 },
      due_on: { type: 'string', format: 'date' },
      lines: {
        type: 'array',
        maxItems: 9,
        items: { type: 'object', properties: { qty: { type: 'integer' }, product: { type: 'string', maxLength: 9 } } },
      },
      files: { type: 'array', 'x-file': { types: ['application/pdf'], maxMb: 5 } },
    },
    { required: ['note'] },
  ),
  form('work', { remark: { type: 'string', maxLength: 200 }, count: { type: 'integer' } }),
  form('locked', {
    question: { type: 'string', maxLength: 200, readOnly: true },
    answer: { type: 'string', maxLength: 200 },
  }),
  form(
    'asking',
    { reason: { type: 'string', maxLength: 200 } },
    { allOf: [{ if: { properties: { outcome: { const: 'made' } } }, then: { required: ['reason'] } }] },
  ),
];

const effect = (
  asked: 'invoke' | 'action',
  properties: { readonly [key: string]: { readonly [keyword: string]: string } },
  required: readonly string[],
) => ({ asked: [asked], input: { type: 'object', properties, required, additionalProperties: false } }) as const;

/** A plant in which everything that the fixtures name well exists. */
export const SAMPLE_SURROUNDINGS: Surroundings = {
  roles: new Set(['maker', 'checker', 'sleeper']),
  departments: new Set(['MA', 'CH']),
  people: [
    { id: 'amy', roles: ['maker'], active: true },
    { id: 'cat', roles: ['checker'], active: true },
    { id: 'zoe', roles: ['sleeper'], active: false },
  ],
  calendars: new Set(['always', 'office', 'floor-2shift']),
  forms: new Map(FORMS.map((one) => [one.id, one])),
  effects: new Map([
    ['query', effect('invoke', { query: { type: 'string' }, with: { type: 'object' } }, ['query'])],
    ['document', effect('invoke', { template: { type: 'string' }, code: { type: 'string' } }, ['template'])],
    [
      'record',
      effect('invoke', { register: { type: 'string' }, with: {}, expect: {}, set: {}, change: {} }, ['register']),
    ],
    ['start', effect('action', { workflow: { type: 'string' } }, ['workflow'])],
    [
      'notify',
      effect('action', { to: {}, template: { type: 'string' }, with: { type: 'object' } }, ['to', 'template']),
    ],
  ]),
  queries: new Set(['stock-facts']),
  templates: templateLanguages(['made.en', 'made.es', 'made.zh-TW', 'half.en', 'half.es']),
  settings: { limits: { many: 100 } },
  registers: new Set(['lots']),
  ladders: new Set(['default']),
  workflows: new Map([
    ['other', ['third']],
    ['third', []],
    ['round', ['third', 'back']],
    ['back', ['sample']],
  ]),
  heads: new Map([
    ['maker', 'cat'],
    ['checker', 'cat'],
  ]),
};

/** Every text of a file, translated as itself. */
export function allTexts(file: WorkflowFile): Translations {
  const same = Object.fromEntries(textPointers(file));
  return { es: same, 'zh-TW': same };
}
