import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT, MOMENT_OR_NULL, NAMED, PERSON_NAME } from './schemas.ts';

/** What the API answers with, one schema a view of `services/views`. Tests hold every answer to them. */

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const flag: ApiSchema = { type: 'boolean' };
const count: ApiSchema = { type: 'integer', minimum: 0 };
const anything: ApiSchema = {};
const object: ApiSchema = { type: 'object' };

export const WORKFLOW_NAME = answerObject({ id: text, title: text, version: count });
export const FORM = answerObject({
  id: text,
  title: text,
  help: textOrNull,
  schema: object,
  checks: listOf(object),
  layout: listOf(object),
});
export const FIELD = answerObject({ pointer: text, label: text, value: answerObject({ kind: text }) });
export const FILE = answerObject({ id: text, name: text, size: count, type: text, sha256: text });
export const PERSON = answerObject({ id: text, name: text, department: NAMED, roles: listOf(NAMED) });
export const SESSION = answerObject({
  person: answerObject({ id: text, name: text, login: text, language: text, department: NAMED, roles: listOf(NAMED) }),
  csrfToken: text,
});
export const SIGNING = answerObject({ both: flag });
export const PLANT = answerObject({
  name: text,
  site: text,
  zone: text,
  demo: flag,
  firstWalk: textOrNull,
  people: listOf(answerObject({ login: text, name: text, role: text, department: text, language: text })),
});

export const WORKFLOW = answerObject({
  id: text,
  title: text,
  about: text,
  version: count,
  startable: flag,
  starters: listOf(NAMED),
  owners: listOf(NAMED),
  department: { anyOf: [NAMED, { type: 'null' }] },
  running: count,
});
export const WORKFLOW_DETAIL = answerObject({
  ...(WORKFLOW['properties'] as { readonly [name: string]: ApiSchema }),
  machine: object,
  forms: object,
  texts: object,
});
export const START = answerObject({ workflow: WORKFLOW_NAME, form: FORM, into: text, next: text });
export const VERSION = answerObject({ version: count, hash: text, publishedAt: MOMENT });

const TASK_ROW_PROPERTIES = {
  id: text,
  title: text,
  item: textOrNull,
  state: text,
  instance: answerObject({ id: text, number: text, subject: text, workflow: WORKFLOW_NAME }),
  openedAt: MOMENT,
  dueAt: MOMENT_OR_NULL,
  soonAt: MOMENT_OR_NULL,
  assignee: { anyOf: [PERSON_NAME, { type: 'null' }] },
  roles: listOf(NAMED),
  claimable: flag,
};
export const TASK_ROW = answerObject(TASK_ROW_PROPERTIES);
const BOX_COUNT = answerObject({ count, more: flag });
export const COUNTS = answerObject({
  mine: BOX_COUNT,
  available: BOX_COUNT,
  department: BOX_COUNT,
  overdue: BOX_COUNT,
});
const SHOW = answerObject({
  name: text,
  title: text,
  kind: text,
  outcome: textOrNull,
  outcomeTitle: textOrNull,
  tone: textOrNull,
  why: textOrNull,
  by: textOrNull,
  at: MOMENT_OR_NULL,
  department: textOrNull,
  fields: listOf(FIELD),
  words: listOf(text),
});
/** What an answer is signed with, if it is. */
const SIGN: ApiSchema = {
  anyOf: [answerObject({ meaning: text, title: textOrNull, reasonNeeded: flag }), { type: 'null' }],
};
const SIGNATURE = answerObject({
  id: text,
  name: text,
  onBehalfOf: textOrNull,
  meaning: text,
  meaningTitle: text,
  at: MOMENT,
  reason: text,
  step: text,
  outcomeTitle: text,
  hash: text,
  voided: { anyOf: [answerObject({ at: MOMENT, changed: listOf(text) }), { type: 'null' }] },
});
const WHY = answerObject({ id: text, name: text, why: text });
const KEPT_OUT = answerObject({ id: text, name: text, why: text, liftable: flag });
export const TASK = answerObject({
  ...TASK_ROW_PROPERTIES,
  form: FORM,
  answers: object,
  readOnly: listOf(text),
  outcomes: listOf(
    answerObject({
      outcome: text,
      title: text,
      offer: { enum: ['offered', 'refused', 'depends'] },
      reason: textOrNull,
      brief: textOrNull,
      next: textOrNull,
      approval: flag,
      sign: SIGN,
    }),
  ),
  show: listOf(SHOW),
  facts: listOf(FIELD),
  who: answerObject({ sentence: text, people: listOf(WHY), excluded: listOf(KEPT_OUT) }),
  completable: flag,
  rulers: listOf(
    answerObject({
      field: text,
      marks: listOf(answerObject({ label: text, date: text })),
      from: textOrNull,
      to: textOrNull,
    }),
  ),
  data: object,
  toSign: textOrNull,
  closed: {
    anyOf: [
      answerObject({
        kind: { enum: ['completed', 'withdrawn'] },
        outcomeTitle: textOrNull,
        by: { anyOf: [PERSON_NAME, { type: 'null' }] },
        at: MOMENT,
      }),
      { type: 'null' },
    ],
  },
});

const LIGHT = answerObject({ text, color: { enum: ['blue', 'green', 'amber', 'red', 'grey'] } });
const INSTANCE_COMMON = {
  id: text,
  number: text,
  subject: text,
  workflow: WORKFLOW_NAME,
  status: { enum: ['active', 'done', 'cancelled', 'void'] },
  light: LIGHT,
  steps: listOf(text),
  startedAt: MOMENT,
  endedAt: MOMENT_OR_NULL,
  initiator: PERSON_NAME,
};
export const INSTANCE_ROW = answerObject({ ...INSTANCE_COMMON, incidents: count });
export const INSTANCE = answerObject({
  ...INSTANCE_COMMON,
  key: textOrNull,
  clock: answerObject({
    dueAt: MOMENT_OR_NULL,
    soonAt: MOMENT_OR_NULL,
    suspendedAt: MOMENT_OR_NULL,
    suspendedFor: textOrNull,
    suspendedMs: count,
  }),
  parent: { anyOf: [answerObject({ id: text, number: text }), { type: 'null' }] },
  children: listOf(answerObject({ id: text, number: text, subject: text, step: text, status: text, light: LIGHT })),
  supersedes: { anyOf: [answerObject({ id: text, number: text }), { type: 'null' }] },
  leads: listOf(text),
  replaceable: flag,
  state: anything,
  revision: count,
  data: object,
  tasks: listOf(TASK_ROW),
  timers: listOf(answerObject({ id: text, state: text, title: text, dueAt: MOMENT })),
  effects: listOf(answerObject({ id: text, src: text, state: textOrNull, title: text, attempt: count, dueAt: MOMENT })),
  incidents: listOf(answerObject({ id: text, code: text, message: text, at: MOMENT })),
  end: { anyOf: [answerObject({ end: text, title: text, status: text, output: anything }), { type: 'null' }] },
  facts: listOf(FIELD),
  answers: listOf(SHOW),
  files: listOf(
    answerObject({ ...(FILE['properties'] as { readonly [name: string]: ApiSchema }), by: text, at: MOMENT }),
  ),
  documents: listOf(answerObject({ id: text, name: text, sha256: text, language: text, at: MOMENT })),
  commands: listOf(
    answerObject({
      type: text,
      title: text,
      form: { anyOf: [FORM, { type: 'null' }] },
      offered: flag,
      reason: textOrNull,
      sign: SIGN,
      toSign: textOrNull,
    }),
  ),
  signatures: listOf(SIGNATURE),
  waits: listOf(
    answerObject({
      kind: { enum: ['task', 'timer', 'effect', 'incident', 'data', 'message', 'case'] },
      title: text,
      item: textOrNull,
      notes: listOf(text),
      cases: listOf(answerObject({ id: text, number: text })),
      task: textOrNull,
      dueAt: MOMENT_OR_NULL,
      soonAt: MOMENT_OR_NULL,
      since: MOMENT_OR_NULL,
      people: listOf(answerObject({ id: text, name: text, role: text, holds: flag })),
      who: textOrNull,
      ladder: { anyOf: [answerObject({ people: text, at: MOMENT }), { type: 'null' }] },
      then: textOrNull,
      thenTitle: textOrNull,
    }),
  ),
});
export const MESSAGE = answerObject({
  id: text,
  workflow: text,
  key: textOrNull,
  type: text,
  state: { enum: ['waiting', 'delivered', 'expired'] },
  createdAt: MOMENT,
  untilAt: MOMENT,
});
export const INCIDENT_ROW = answerObject({
  id: text,
  code: text,
  message: text,
  at: MOMENT,
  step: textOrNull,
  attempts: count,
  task: textOrNull,
  instance: answerObject({ id: text, number: text, subject: text, workflow: WORKFLOW_NAME }),
  actions: listOf({ enum: ['retry', 'skip', 'cancel'] }),
});
export const HISTORY = answerObject({
  items: listOf(
    answerObject({
      rev: count,
      at: MOMENT,
      title: text,
      outcome: textOrNull,
      tone: textOrNull,
      by: { anyOf: [PERSON_NAME, { type: 'null' }] },
      kind: text,
      details: listOf(text),
      fields: listOf(FIELD),
      words: listOf(text),
      hash: text,
    }),
  ),
  next: textOrNull,
  chain: answerObject({ intact: flag, entries: count, brokenAt: { type: ['integer', 'null'] }, reason: textOrNull }),
});
export const DIAGRAM = answerObject({
  xml: text,
  active: listOf(text),
  done: listOf(answerObject({ id: text, times: count })),
  skipped: listOf(text),
  taken: listOf(text),
  steps: listOf(object),
});
export const NOTIFICATION = answerObject({
  id: text,
  title: text,
  text,
  at: MOMENT,
  read: flag,
  instance: { anyOf: [answerObject({ id: text, number: text }), { type: 'null' }] },
});
