import type { ApiSchema } from './route.ts';
import { answerObject, listOf, NAMED } from './schemas.ts';

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const flag: ApiSchema = { type: 'boolean' };

/** A procedure on one page. */
export const GUIDE = answerObject({
  id: text,
  title: text,
  version: { type: 'integer', minimum: 1 },
  about: text,
  purpose: textOrNull,
  watch: listOf(text),
  startable: flag,
  starters: listOf(NAMED),
  owners: listOf(NAMED),
  schedules: listOf(text),
  steps: listOf(
    answerObject({
      state: text,
      title: text,
      who: textOrNull,
      due: textOrNull,
      outcomes: listOf(text),
      signed: listOf(text),
      separation: listOf(text),
      many: flag,
    }),
  ),
  commands: listOf(answerObject({ title: text, who: text, signed: textOrNull })),
  documents: listOf(answerObject({ code: text, title: text })),
  calls: listOf(NAMED),
  ends: listOf(answerObject({ title: text, status: { enum: ['done', 'cancelled', 'void'] } })),
});
