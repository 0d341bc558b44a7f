import type { FieldSchema } from '../../../model/form-file.ts';
import type { FormRule } from '../form-context.ts';

/** Formats that bound a text by themselves. */
const BOUNDED: ReadonlySet<string> = new Set(['date', 'time', 'date-time', 'duration', 'uuid']);

const isComputed = (schema: FieldSchema): boolean => schema['x-computed'] !== undefined || schema.readOnly === true;

/** What has no end can fill a case: answers are stored in one document. */
export const textUnbounded: FormRule = {
  id: 'FL9',
  code: 'form.text_unbounded',
  severity: 'warning',
  title: 'A text may be as long as one likes.',
  remedy: 'Add "maxLength".',
  check: ({ schemas }) =>
    schemas
      .filter(
        ({ schema, asks }) =>
          !asks &&
          schema.type === 'string' &&
          schema.maxLength === undefined &&
          schema.enum === undefined &&
          schema.const === undefined &&
          !BOUNDED.has(schema.format ?? '') &&
          !isComputed(schema),
      )
      .map(({ pointer }) => ({ path: pointer, message: 'The text may be as long as one likes. Add "maxLength".' })),
};

/** Each entry is checked and stored; a list without an end is a bomb. */
export const listUnbounded: FormRule = {
  id: 'FL10',
  code: 'form.list_unbounded',
  severity: 'warning',
  title: 'A list may have as many entries as one likes.',
  remedy: 'Add "maxItems".',
  check: ({ schemas }) =>
    schemas
      .filter(
        ({ schema, asks }) =>
          !asks &&
          schema.type === 'array' &&
          schema.maxItems === undefined &&
          schema['x-file'] === undefined &&
          !isComputed(schema),
      )
      .map(({ pointer }) => ({
        path: pointer,
        message: 'The list may have as many entries as one likes. Add "maxItems".',
      })),
};

const PAIRS = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minimum', 'maximum'],
  ['exclusiveMinimum', 'maximum'],
  ['minimum', 'exclusiveMaximum'],
] as const;

/** No validator complains of it: it only refuses every answer. */
export const boundsEmpty: FormRule = {
  id: 'FL11',
  code: 'form.bounds_empty',
  severity: 'error',
  title: 'The least is more than the most, so no answer fits.',
  remedy: 'Correct one of the two.',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema, pointer }) =>
      PAIRS.filter(
        ([least, most]) => (schema[least] ?? Number.NEGATIVE_INFINITY) > (schema[most] ?? Number.POSITIVE_INFINITY),
      ).map(([least, most]) => ({
        path: `${pointer}/${least}`,
        message: `"${least}" is more than "${most}", so no answer fits. Correct one of them.`,
      })),
    ),
};
