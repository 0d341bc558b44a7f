import { FIELD_SCHEMA } from '../../form/field-schema.ts';
import { feel, LONGEST_FEEL, mapOf, name, names, object, ref, type SchemaPart, text } from './schema-words.ts';
import { SCHEDULES } from './schedule-schema.ts';
import { MOST_ITEMS, REST, START, UNTIL } from './who-schema.ts';

/** `meta` of a state. */
export const STATE_META: SchemaPart = object(
  {
    task: ref('task'),
    into: name('Where the result of the invocation lands in data. Without it: the name of the state.'),
    end: {
      enum: ['done', 'cancelled', 'void'],
      description: 'What a case that ends here is called. Without it: done. Only on a final state.',
    },
    suspended: text('Whom the case waits for: its clock stands still here.'),
    forEach: object(
      {
        items: {
          type: ['string', 'array'],
          minLength: 1,
          maxItems: MOST_ITEMS,
          description: 'The items: a list, or an expression that gives one.',
        },
        as: name('How expressions of the input call the item. Without it: item.'),
        until: UNTIL,
        rest: REST,
        change: names('Ids of the roles that may add and take back items while it runs. Without it: nobody.'),
      },
      ['items'],
      'Invokes once for each item.',
    ),
  },
  [],
  'What a statechart has no word for.',
);

/** `meta` of the workflow. */
export const WORKFLOW_META: SchemaPart = object(
  {
    about: text('One or two sentences for the list of workflows that one can start.'),
    guide: object(
      {
        purpose: text('Why there is the procedure: two or three sentences.'),
        watch: {
          type: 'array',
          items: text('A sentence.'),
          maxItems: 12,
          description: 'What the plant must know to work by it, a sentence each.',
        },
      },
      ['purpose', 'watch'],
      'What the page about the procedure says in words of its own; the rest is read from the file.',
    ),
    subject: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      description:
        'The line that names a case, with places such as {{data.order.customer}}. Without it: the description.',
    },
    number: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'The number of a case, such as ORV-{yyMM}-{seq3}. Knows {yyMM}, {= FEEL} and one {seq1} … {seq9}.',
    },
    key: feel('The business key of a case: an expression over the answers of the start form.'),
    unique: {
      enum: ['running', 'ever', false],
      description: 'Whether two cases may have one key: not while one runs, never, or (false) as they like.',
    },
    taken: name('The message as which a start with a taken key reaches the case that holds it.'),
    calendar: name('The calendar that counts durations which name none. Without it: always.'),
    owner: names('Ids of the roles that answer for this procedure.'),
    viewers: names('Ids of the roles that see every case of it.'),
    status: feel(
      'An expression that gives the colour and word of a case: { color: "green" | "amber" | "red" | "blue" | "grey", text: … }.',
    ),
    due: feel('By when a case should end: a duration, or an expression.'),
    ladder: {
      type: 'string',
      minLength: 1,
      maxLength: LONGEST_FEEL,
      description: 'Who is told when a case is late: the id of a ladder, or an expression.',
    },
    facts: {
      type: 'array',
      items: { type: 'string', pattern: '^/', maxLength: 300 },
      maxItems: 50,
      description: 'What of data is shown on the page of a case, as pointers: /order/customer, /order/lines/*/qty.',
    },
    data: mapOf(
      FIELD_SCHEMA,
      'Titles and kinds of what the workflow itself writes into data, as a form describes its fields.',
    ),
    start: START,
    schedules: SCHEDULES,
  },
  ['start'],
  'What the procedure is: how its cases begin, are named, numbered and shown.',
);
