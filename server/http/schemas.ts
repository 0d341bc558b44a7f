import type { ApiSchema } from './route.ts';

/** Building blocks of the API's schemas. Objects from clients are closed; answers may grow. */

export const TEXT = (maxLength: number, description?: string): ApiSchema => ({
  type: 'string',
  maxLength,
  ...(description === undefined ? {} : { description }),
});
export const MOMENT: ApiSchema = { type: 'string', format: 'date-time', description: 'ISO 8601, UTC' };
export const MOMENT_OR_NULL: ApiSchema = { type: ['string', 'null'], format: 'date-time' };
export const NAMED: ApiSchema = answerObject({ id: { type: 'string' }, title: { type: 'string' } });
export const PERSON_NAME: ApiSchema = answerObject({ id: { type: 'string' }, name: { type: 'string' } });
export const ANSWERS: ApiSchema = {
  type: 'object',
  description: 'What the form asks, by field name. The form itself decides what fits.',
};

/** What a client sends: exactly these members. */
export function requestObject(
  properties: { readonly [name: string]: ApiSchema },
  required: readonly string[],
): ApiSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What the server answers: these members at least, all of them present. */
export function answerObject(
  properties: { readonly [name: string]: ApiSchema },
  optional: readonly string[] = [],
): ApiSchema {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

export function listOf(items: ApiSchema): ApiSchema {
  return { type: 'array', items };
}

export function pageOf(items: ApiSchema): ApiSchema {
  return answerObject({
    items: listOf(items),
    next: { type: ['string', 'null'], description: 'The `cursor` of the next page; null at the end' },
  });
}

export const PAGE_QUERY: { readonly [name: string]: ApiSchema } = {
  limit: { type: 'string', pattern: '^([1-9]|[1-9][0-9]|1[0-9][0-9]|200)$', description: '1 to 200; 50 if left out' },
  cursor: TEXT(500, 'The `next` of the page before'),
};

/** The number of rows that a call asks for. */
export function limitOf(query: { readonly limit?: string | undefined }): number {
  return Number(query.limit ?? 50);
}

export const ID_PARAM: ApiSchema = requestObject({ id: TEXT(128) }, ['id']);

export const PROBLEM: ApiSchema = answerObject(
  {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Match on this, never on the texts' },
    detail: { type: 'string', description: 'A whole sentence for people' },
    problems: listOf(answerObject({ path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } })),
  },
  ['problems'],
);
