import { FIELD_DEFINITION, FIELD_SCHEMA } from './field-schema.ts';

type Part = { readonly [keyword: string]: unknown };

const text = (maxLength: number): Part => ({ type: 'string', minLength: 1, maxLength });
const feel: Part = { type: 'string', pattern: '^=', maxLength: 5_002 };
const names: Part = { type: 'array', items: text(300), minItems: 1, maxItems: 200 };

const closed = (properties: { readonly [key: string]: Part }, required: readonly string[]): Part => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const CHECK = closed({ that: feel, at: { type: 'string', pattern: '^/', maxLength: 300 }, text: text(500) }, [
  'that',
  'at',
  'text',
]);

const RULER = closed(
  {
    field: text(63),
    marks: { type: 'array', items: closed({ label: text(60), at: feel }, ['label', 'at']), maxItems: 20 },
    from: feel,
    to: feel,
  },
  ['field', 'marks', 'from', 'to'],
);

/** One part of a layout. That it is exactly one of its kinds is asked by lint, with a sentence of its own. */
const LAYOUT_PART: Part = {
  type: 'object',
  properties: {
    section: text(200),
    help: text(500),
    fields: names,
    table: text(63),
    columns: names,
    facts: names,
    opinions: names,
    ruler: RULER,
  },
  additionalProperties: false,
};

const EXAMPLE = closed(
  {
    title: text(200),
    answers: { type: 'object' },
    outcome: text(63),
    data: { type: 'object' },
    refs: { type: 'object' },
    now: text(40),
    problems: {
      type: 'array',
      items: closed({ path: { type: 'string', maxLength: 300 }, code: text(100) }, ['path', 'code']),
      maxItems: 200,
    },
  },
  ['title', 'answers', 'problems'],
);

/** The JSON Schema (2020-12) of a form file. What it means is asked by `lintForm`. */
export const FORM_SCHEMA: Part = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Gembaflow form',
  ...closed(
    {
      $schema: { type: 'string' },
      id: text(63),
      title: text(200),
      help: text(500),
      schema: { ...FIELD_SCHEMA },
      checks: { type: 'array', items: CHECK, maxItems: 100 },
      layout: { type: 'array', items: LAYOUT_PART, maxItems: 100 },
      'x-layout': {
        enum: ['floor'],
        description: 'Filled at a tablet with gloves on: everything on its page is large.',
      },
      examples: { type: 'array', items: EXAMPLE, maxItems: 200 },
    },
    ['id', 'title', 'schema'],
  ),
  $defs: FIELD_DEFINITION,
};
