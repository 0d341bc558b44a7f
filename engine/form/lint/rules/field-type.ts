import type { FieldSchema } from '../../../model/form-file.ts';
import type { FormRule } from '../form-context.ts';

/** Keywords that mean something for some kinds only. */
const BELONG: { readonly [keyword in keyof FieldSchema]?: readonly string[] } = {
  properties: ['object'],
  required: ['object'],
  items: ['array'],
  minItems: ['array'],
  maxItems: ['array'],
  uniqueItems: ['array'],
  'x-rows': ['array'],
  'x-widget': ['array'],
  'x-acceptance': ['array'],
  'x-file': ['array'],
  format: ['string'],
  pattern: ['string'],
  minLength: ['string'],
  maxLength: ['string'],
  'x-multiline': ['string'],
  'x-ref': ['string'],
  minimum: ['number', 'integer'],
  maximum: ['number', 'integer'],
  exclusiveMinimum: ['number', 'integer'],
  exclusiveMaximum: ['number', 'integer'],
  multipleOf: ['number', 'integer'],
  'x-decimals': ['number', 'integer'],
};

/** Validators pass over such a keyword without a word. */
export const fieldTypeWrong: FormRule = {
  id: 'FL4',
  code: 'form.type_wrong',
  severity: 'error',
  title: 'A keyword does not go with the type of its field, so it would be silently without effect.',
  remedy: 'Change the type, or remove the keyword.',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema, pointer }) => {
      const { type } = schema;
      const wrong =
        type === undefined
          ? []
          : (Object.keys(schema) as (keyof FieldSchema)[]).filter(
              (keyword) => BELONG[keyword]?.includes(type) === false,
            );
      return wrong.map((keyword) => ({
        path: `${pointer}/${keyword}`,
        message: `"${keyword}" says nothing of ${type === 'object' || type === 'array' ? 'an' : 'a'} ${type ?? ''}. Change the type, or remove it.`,
      }));
    }),
};

/** A condition may say less of a field that is described elsewhere. */
export const fieldTypeMissing: FormRule = {
  id: 'FL5',
  code: 'form.type_missing',
  severity: 'error',
  title: 'A field, or the rows of a list, have no type, so that any value would be taken.',
  remedy: 'Add "type".',
  check({ fields, schemas }) {
    const typed = new Set(
      fields
        .filter(({ schema }) => schema.type !== undefined || schema['x-file'] !== undefined)
        .map(({ path }) => path.join('/')),
    );
    const untyped = fields.filter(({ path }) => !typed.has(path.join('/')));
    const rows = schemas.filter(({ schema, path, asks }) => !asks && path.at(-1) === '*' && schema.type === undefined);
    const lists = schemas.filter(
      ({ schema, asks }) =>
        !asks && schema.type === 'array' && schema.items === undefined && schema['x-file'] === undefined,
    );
    return [
      ...[...untyped, ...rows].map(({ pointer }) => ({
        path: pointer,
        message: 'Any value would be taken here. Add "type".',
      })),
      ...lists.map(({ pointer }) => ({ path: pointer, message: 'The list does not say what it holds. Add "items".' })),
    ];
  },
};

/** Answers are merged into data by their names. */
export const formNoObject: FormRule = {
  id: 'FL6',
  code: 'form.no_object',
  severity: 'error',
  title: 'The schema of a form is not one of an object, so answers have no names.',
  remedy: 'Write "type": "object" and "properties".',
  check: ({ form: { schema } }) =>
    schema.type === 'object'
      ? []
      : [
          {
            path: '/schema/type',
            message: 'The answers of a form are an object. Write "type": "object" and "properties".',
          },
        ],
};
