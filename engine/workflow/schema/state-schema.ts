import { feel, LONGEST_FEEL, mapOf, name, object, ref, type SchemaPart, text } from './schema-words.ts';

/** The words of XState that a state may use here. What XState knows beyond them is not run, and so not in the schema. */

const ways = (description: string): SchemaPart => ref('transitions', description);
const actions = (description: string): SchemaPart => ref('actions', description);

const INVOKE = object(
  {
    id: name('Kept for other tools; the state names the invocation here.'),
    src: name('What is done: query, document, record, http, compute:<name>, or workflow:<id> for a child case.'),
    input: mapOf({}, 'What it is given. Values may be expressions.'),
    onDone: ways('Where the case goes with the result. The last way is unguarded.'),
    onError: ways('Where it goes when the effect was refused or gave up. Without it: an incident.'),
  },
  ['src'],
  'Something done outside that the case waits for. Its result lands in data.<state>.',
);

const TRANSITION_KEYS = {
  target: { type: 'string', minLength: 1, maxLength: 500, description: 'A sibling by its name, .child, or #id.' },
  guard: feel('An expression; the way is open only if it is true. A missing value is null, and null is not true.'),
  actions: actions('What is done on the way.'),
  description: text('On the first way of an outcome or command: its button. On others: what the picture says.'),
  reenter: {
    type: 'boolean',
    description: 'Leaves and enters the state again, also when the target is the state itself.',
  },
  meta: object({ command: ref('command') }, [], 'Makes it a command.'),
};

const ACTION_KEYS = {
  type: name('set, notify, document, message, start …'),
  params: {
    type: 'object',
    description:
      'What it is given. Values may be expressions. For set: names of data and their new values, in order; null clears.',
  },
};

/** Every key of a state but `meta`. */
export const STATE_KEYS: { readonly [key: string]: SchemaPart } = {
  id: name('A name for #targets. Without it: the id of the file and the path.'),
  description: text('The name that people read.'),
  type: { enum: ['atomic', 'compound', 'parallel', 'final'], description: 'Needed for parallel and final only.' },
  initial: name('The child that is entered first.'),
  states: { ...mapOf(ref('state'), 'The states inside, by name: small letters, digits and _.'), minProperties: 1 },
  entry: actions('What is done whenever the state is entered.'),
  exit: actions('What is done whenever it is left.'),
  on: mapOf(
    ways('The ways, tried in order: the first whose guard holds is taken.'),
    'On a task: its outcomes. Elsewhere: commands and messages.',
  ),
  after: mapOf(
    ways('What happens then.'),
    'Once, after a while in this state: a duration such as PT4H or P3D@office, or an expression. It moves the case, or only acts.',
  ),
  always: ways('Taken at once, without an event: a decision.'),
  onDone: ways('Taken when what is inside has ended. The last way is unguarded.'),
  invoke: INVOKE,
  output: { description: 'What the case gives as its result. Only on a final state. Values may be expressions.' },
  tags: {
    type: ['string', 'array'],
    items: { type: 'string', maxLength: 100 },
    maxLength: 100,
    description: 'Words for other tools.',
  },
};

/** One way, as a name of its target, an object, or a list of either. */
export const TRANSITIONS: SchemaPart = {
  ...object(TRANSITION_KEYS, [], 'Where to go: a target, an object, or a list of ways that are tried in order.'),
  type: ['object', 'string', 'array'],
  minLength: 1,
  maxLength: 500,
  minItems: 1,
  maxItems: 100,
  items: {
    ...object(TRANSITION_KEYS, [], 'One of the ways.'),
    type: ['object', 'string'],
    minLength: 1,
    maxLength: 500,
  },
};

/** One action or a list of them. */
export const ACTIONS: SchemaPart = {
  ...object(ACTION_KEYS, ['type'], 'An action or a list of them.'),
  type: ['object', 'string', 'array'],
  minLength: 1,
  maxLength: LONGEST_FEEL,
  maxItems: 100,
  items: { ...object(ACTION_KEYS, ['type'], 'One action.'), type: ['object', 'string'], minLength: 1 },
};
