import { FIELD_DEFINITION } from '../form/field-schema.ts';
import { STATE_META, WORKFLOW_META } from './schema/meta-schema.ts';
import { object, type SchemaPart } from './schema/schema-words.ts';
import { ACTIONS, STATE_KEYS, TRANSITIONS } from './schema/state-schema.ts';
import { COMMAND, TASK } from './schema/who-schema.ts';

/**
 * The JSON Schema (2020-12) of a workflow file: the words of XState that are run, and what stands in `meta`.
 *
 * `workflow.schema.json` beside this file is written from it, for editors that follow `$schema`. It says what a file
 * is made of; what it means is asked by lint. Choices are kinds of one place and never `anyOf`, so that every error
 * names the key that is wrong.
 */
export const WORKFLOW_SCHEMA: SchemaPart = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Gembaflow workflow',
  ...object(
    {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      ...STATE_KEYS,
      id: {
        type: 'string',
        minLength: 1,
        maxLength: 63,
        description: 'The id of the workflow: small letters, digits and -.',
      },
      meta: WORKFLOW_META,
    },
    ['id', 'description', 'meta', 'initial', 'states'],
    'A workflow: an XState machine. Texts that begin with = are FEEL expressions.',
  ),
  $defs: {
    state: object({ ...STATE_KEYS, meta: STATE_META }, [], 'A state.'),
    transitions: TRANSITIONS,
    actions: ACTIONS,
    task: TASK,
    command: COMMAND,
    ...FIELD_DEFINITION,
  },
};
