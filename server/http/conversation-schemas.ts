import { FILE } from './answer-schemas.ts';
import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT, MOMENT_OR_NULL, PERSON_NAME } from './schemas.ts';

/** What the API answers of comments, attachments and drafts. */

const text: ApiSchema = { type: 'string' };

export const COMMENT = answerObject({
  id: text,
  by: PERSON_NAME,
  at: MOMENT,
  text,
  mentions: listOf(PERSON_NAME),
  files: listOf(FILE),
});
export const MENTIONABLE = answerObject({ id: text, name: text, role: text });
export const ATTACHMENT = answerObject({
  ...(FILE['properties'] as { readonly [name: string]: ApiSchema }),
  by: PERSON_NAME,
  at: MOMENT,
});
export const DRAFT = answerObject({
  answers: { type: ['object', 'null'] },
  outcome: { type: ['string', 'null'] },
  rev: { type: 'integer', minimum: 0, description: 'Send it back with the next change; 0: nothing is kept' },
  savedAt: MOMENT_OR_NULL,
});
