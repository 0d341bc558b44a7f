import { SEPARATION_RULES } from '../../model/separation.ts';
import { feel, LONGEST_FEEL, mapOf, name, names, namesOrFeel, object, type SchemaPart, text } from './schema-words.ts';

/** The parts of `meta` that say who does what, and by when. */

const ROLES = namesOrFeel('Who may do it: ids of roles, or an expression that gives them.');
const BY = namesOrFeel(
  'Narrows it to people: names of tasks (whoever did them), "start", or ids of people; or an expression.',
);
const NOT_BY = namesOrFeel(
  'Separation of duties: whoever did one of these tasks, or "start", may not do this one; or an expression.',
);

/** What a person puts their name to. */
const SIGN = feel(
  'The meaning of the signature under the answer, such as approved; or an expression that sees outcome and answers and gives a meaning, or null for none.',
);

/** As many items as one step opens without keeping a server busy. */
export const MOST_ITEMS = 1_000;

/** When it is enough. */
export const UNTIL: SchemaPart = {
  type: ['string', 'integer'],
  minLength: 1,
  minimum: 1,
  maxLength: LONGEST_FEEL,
  description: 'When it is enough: "all" (without it), "any", a number of answers, or an expression.',
};

/** What becomes of open items then. */
export const REST: SchemaPart = {
  enum: ['withdrawn', 'left'],
  description: 'What becomes of open items when it is enough: withdrawn (without it), or left to go on.',
};

/** One task for each item of a list. */
const TASK_FOR_EACH = object(
  {
    items: {
      type: ['string', 'array'],
      minLength: 1,
      maxItems: MOST_ITEMS,
      description: 'The items: a list, or an expression that gives one. Read when the task opens.',
    },
    as: name('How expressions of the task call the item. Without it: item.'),
    until: UNTIL,
    rest: REST,
    change: names('Ids of the roles that may add and take back items while it runs. Without it: nobody.'),
    oncePerPerson: { type: 'boolean', description: 'Each person answers one item only: the first that they may.' },
  },
  ['items'],
  'Opens one task for each item. The only way out is then "collected".',
);

/** What a person does in a state. */
export const TASK: SchemaPart = object(
  {
    form: name('The form that is answered.'),
    roles: ROLES,
    by: BY,
    notBy: NOT_BY,
    separation: mapOf(
      { enum: Object.keys(SEPARATION_RULES) },
      'The letter of the plant’s rule of separation behind each name of notBy; "*" for all others.',
    ),
    due: feel(
      'By when: a duration such as PT4H or P1D@office, or an expression that gives one or a moment. It colours and sorts; it does not move the case.',
    ),
    ladder: feel('Who is told after how long: the id of a ladder, or an expression.'),
    into: name('Where the answers land in data. Without it: the name of the state.'),
    prefill: mapOf(
      {},
      'First answers of the form, by field. The only way into fields that are readOnly. Values may be expressions.',
    ),
    show: names(
      'Names of data that are shown beside the form. Without it: the start form and the tasks that were answered.',
    ),
    sign: SIGN,
    forEach: TASK_FOR_EACH,
    outcomes: mapOf(
      text('The button.'),
      'The answers that each item may be given, with their buttons. Only with forEach.',
    ),
  },
  ['form'],
  'A person does something here. The outcomes are the keys of "on".',
);

/** What a person may do outside a task: a button on the page of the case. */
export const COMMAND: SchemaPart = object(
  {
    form: name('The form that is answered first. Without it nothing is asked.'),
    roles: ROLES,
    by: BY,
    notBy: NOT_BY,
    into: name('Where the answers land in data. Without it: the name of the command.'),
    sign: SIGN,
  },
  [],
  'Makes this transition a command: a button on the page of the case. Stands on the first candidate.',
);

/** Who starts a case, and with which form. */
export const START: SchemaPart = object(
  {
    form: name('The form that is answered to start a case.'),
    roles: names('Ids of the roles that may start a case.'),
    into: name('Where its answers land in data.'),
  },
  ['form', 'roles', 'into'],
  'How a case begins.',
);
