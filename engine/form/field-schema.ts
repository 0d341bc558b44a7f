/** The part of JSON Schema that a field of a form may use, as a JSON Schema. Also for `meta.data` of a workflow. */

type Part = { readonly [keyword: string]: unknown };

/** The field schema says "a field like me" at many places; what holds it puts it into its `$defs` under this name. */
const field: Part = { $ref: '#/$defs/field' };
const fields: Part = { type: 'object', additionalProperties: field };
const someFields: Part = { type: 'array', items: field, minItems: 1, maxItems: 50 };
const text = (maxLength: number): Part => ({ type: 'string', minLength: 1, maxLength });
const whole: Part = { type: 'integer', minimum: 0 };

/** Every keyword of a field. */
export const FIELD_KEYS: { readonly [keyword: string]: Part } = {
  type: { enum: ['object', 'array', 'string', 'number', 'integer', 'boolean'] },
  title: { ...text(200), description: 'The label. English; other languages stand in the texts beside the file.' },
  description: { ...text(500), description: 'A line of help.' },
  properties: { ...fields, description: 'The fields inside, by name: small letters, digits and _.' },
  required: { type: 'array', items: text(63), uniqueItems: true, maxItems: 500 },
  items: field,
  enum: { type: 'array', items: { type: ['string', 'number'] }, minItems: 1, maxItems: 500, uniqueItems: true },
  const: { type: ['string', 'number', 'boolean'] },
  format: text(50),
  pattern: { ...text(1_000), description: 'What a text must look like, anchored with ^ and $ if all of it counts.' },
  minLength: whole,
  maxLength: whole,
  minimum: { type: 'number' },
  maximum: { type: 'number' },
  exclusiveMinimum: { type: 'number' },
  exclusiveMaximum: { type: 'number' },
  multipleOf: { type: 'number', exclusiveMinimum: 0 },
  minItems: whole,
  maxItems: whole,
  uniqueItems: { type: 'boolean' },
  readOnly: {
    type: 'boolean',
    description: 'The value comes from the case (prefill of the task); nobody can send another.',
  },
  allOf: someFields,
  anyOf: someFields,
  not: field,
  if: { ...field, description: 'A condition over other fields, or over outcome.' },
  then: field,
  else: field,
  'x-labels': { type: 'object', additionalProperties: text(200), description: 'Words for the values of enum.' },
  'x-ref': { ...text(63), description: 'The answer is the id of a record of this register.' },
  'x-file': {
    type: 'object',
    properties: {
      types: { type: 'array', items: text(127), minItems: 1, maxItems: 30 },
      maxMb: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
    },
    required: ['types', 'maxMb'],
    additionalProperties: false,
    description: 'The answer is a list of files of these kinds.',
  },
  'x-unit': text(20),
  'x-decimals': { type: 'number', description: 'How many decimals a number may have.' },
  'x-computed': { ...text(5_002), description: 'An expression over the answers: the value is computed, never asked.' },
  'x-multiline': { type: 'boolean' },
  'x-rows': { enum: ['table'], description: 'The list is asked as rows of a table.' },
  'x-widget': {
    enum: ['measurements'],
    description: 'measurements: the list is filled as a grid of characteristic × piece.',
  },
  'x-acceptance': {
    type: 'string',
    pattern: '^/',
    maxLength: 300,
    description: 'For measurements: where the data of the case has the classes with n, ac and re, as a JSON pointer.',
  },
};

/** A reference to the field schema. Whoever uses it carries `FIELD_DEFINITION` in `$defs`. */
export const FIELD_SCHEMA = field;

/** For `$defs`. */
export const FIELD_DEFINITION: { readonly field: Part } = {
  field: { type: 'object', properties: FIELD_KEYS, additionalProperties: false, description: 'A field.' },
};
