import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT, MOMENT_OR_NULL, PERSON_NAME } from './schemas.ts';

/** What the API answers of boards and of lots. */

const text: ApiSchema = { type: 'string' };
const count: ApiSchema = { type: 'integer', minimum: 0 };

export const LIGHT = answerObject({ text, color: { enum: ['blue', 'green', 'amber', 'red', 'grey'] } });
const COUNT = answerObject({ count, more: { type: 'boolean' } });

export const BOARD = answerObject({
  workflow: answerObject({ id: text, title: text, version: count }),
  total: COUNT,
  columns: listOf(
    answerObject({
      state: text,
      title: text,
      count: COUNT,
      cards: listOf(
        answerObject({
          id: text,
          number: text,
          subject: text,
          light: LIGHT,
          since: MOMENT,
          dueAt: MOMENT_OR_NULL,
          soonAt: MOMENT_OR_NULL,
          holder: { anyOf: [PERSON_NAME, { type: 'null' }] },
          stopped: { type: 'boolean' },
        }),
      ),
    }),
  ),
});
