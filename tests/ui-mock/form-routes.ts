import { checkAnswers, translateProblem } from '../../engine/form/check-answers.ts';
import { fieldAt } from '../../engine/form/walk-fields.ts';
import type { Language } from '../../engine/model/language.ts';
import { isJsonObject, type JsonObject } from '../../engine/model/json.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import type { OutcomeView, TaskView } from '../../server/services/views/task-view.ts';
import { checkWithCfworker } from '../../ui/form/cfworker-checker.ts';
import { formFileOf } from '../../ui/form/form-file-of.ts';
import { ALL_FIELDS } from './all-fields.ts';
import { presentCase } from './case.ts';
import { NOW } from './clock.ts';
import { presentDecision } from './decide.ts';
import { PEOPLE, personById, presentPerson } from './people.ts';
import { readForm } from './read-form.ts';
import { searchRegister } from './registers.ts';
import type { MockAnswer, MockRoute } from './routes.ts';
import { presentTask } from './task-view.ts';
import { presentRow, TASKS } from './tasks.ts';
import { words } from './words.ts';

const refuse = (status: number, code: string, detail: string): MockAnswer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail },
});

let files = 0;

/** What a test asks for before the next completion: somebody else was first, the session is over, the server is silent. */
let trouble: string | null = null;

/** The routes that forms need: tasks with their real forms, records to pick from, files, starts. */
export const FORM_ROUTES: readonly MockRoute[] = [
  {
    method: 'GET',
    path: /^\/api\/tasks\/(t-[a-z0-9-]+)$/,
    answer: ({ params, language }) => {
      const task = taskOf(params[0] ?? '', language);
      return task === null ? refuse(404, 'task.not_found', 'There is no such task.') : { body: task };
    },
  },
  {
    method: 'POST',
    path: /^\/api\/tasks\/(t-[a-z0-9-]+)\/complete$/,
    answer: ({ params, body, language }) => complete(params[0] ?? '', isJsonObject(body) ? body : {}, language),
  },
  {
    method: 'GET',
    path: /^\/api\/registers\/([a-z-]+)$/,
    answer: ({ params, query, language }) => ({
      body: { items: searchRegister(params[0] ?? '', query.get('q') ?? '', language), next: null },
    }),
  },
  {
    method: 'GET',
    path: /^\/api\/people$/,
    answer: ({ language }) => ({
      body: { items: PEOPLE.map((person) => presentPerson(person, language)), next: null },
    }),
  },
  {
    method: 'POST',
    path: /^\/api\/files$/,
    answer: () => {
      files += 1;
      return {
        status: 201,
        body: {
          id: `file-${files}`,
          name: `PO NB-88412 (${files}).pdf`,
          size: 214_000,
          type: 'application/pdf',
          sha256: 'b'.repeat(64),
        },
      };
    },
  },
  {
    method: 'GET',
    path: /^\/api\/workflows\/order-review\/start$/,
    answer: ({ language }) => ({
      body: {
        workflow: {
          id: 'order-review',
          title: words('Customer order review', 'Revisión de pedidos de clientes', '客戶訂單評審')(language),
          version: 7,
        },
        form: readForm('order-intake', language),
        next: words(
          'Sales checks the order within 4 working hours.',
          'Ventas comprueba el pedido en 4 horas laborables.',
          '業務於 4 個工作小時內檢查訂單。',
        )(language),
      },
    }),
  },
  {
    method: 'POST',
    path: /^\/api\/instances$/,
    answer: ({ body, language }) =>
      check(
        readForm('order-intake', language),
        isJsonObject(body) && isJsonObject(body['answers']) ? body['answers'] : {},
        { outcome: null, language, data: {} },
      ) ?? { status: 201, body: presentCase(language), tell: ['instances'] },
  },
  {
    method: 'POST',
    path: /^\/mock\/trouble\/([a-z]+)$/,
    open: true,
    answer: ({ params }) => {
      trouble = params[0] ?? null;
      return { body: {} };
    },
  },
];

const FORMS: Readonly<Record<string, string>> = {
  't-orv-013': 'review-production',
  't-orv-014': 'review-material',
  't-dpl-025': 'order-checklist',
};

function taskOf(id: string, language: Language): TaskView | null {
  if (id === 't-all')
    return {
      ...presentTask(TASKS[0] as (typeof TASKS)[number], language),
      id,
      title: 'Every kind of field',
      form: ALL_FIELDS,
      answers: { given: 'L-2611-0311' },
      readOnly: ['given'],
      outcomes: opinionOutcomes(language),
    };
  const mock = TASKS.find((task) => task.id === id);
  if (!mock) return null;
  const plain = presentTask(mock, language);
  if (id === 't-orv-011')
    return closedWhere(presentDecision({ ...presentRow(mock, language), ...plain }, language), language);
  const form = FORMS[id];
  return form === undefined ? plain : { ...plain, form: readForm(form, language), outcomes: opinionOutcomes(language) };
}

let closed = false;

function closedWhere(task: TaskView, language: Language): TaskView {
  return closed
    ? {
        ...task,
        closed: {
          kind: 'completed',
          outcomeTitle: words('Negotiate', 'Negociar', '協商')(language),
          by: { id: 'U02', name: personById('U02').name(language) },
          at: new Date(NOW - 120_000).toISOString(),
        },
      }
    : task;
}

function opinionOutcomes(language: Language): OutcomeView[] {
  const outcome = (id: string, title: string, approval = false): OutcomeView => ({
    outcome: id,
    title,
    offer: 'offered',
    reason: null,
    brief: null,
    next: words('Then all opinions are in', 'Después están todas las opiniones', '之後意見齊全')(language),
    approval,
  });
  return [
    outcome('ok', words('OK', 'Conforme', '可行')(language), true),
    outcome('conditional', words('Conditional', 'Con condiciones', '有條件')(language)),
    outcome('no', words('No', 'No', '不可行')(language)),
  ];
}

function complete(id: string, body: JsonObject, language: Language): MockAnswer {
  const task = taskOf(id, language);
  if (task === null) return refuse(404, 'task.not_found', 'There is no such task.');
  const now = trouble;
  trouble = null;
  if (now === 'closed') {
    closed = true;
    return refuse(
      409,
      'task.closed',
      words(
        'Javier Ortega completed this task at 10:40.',
        'Javier Ortega completó esta tarea a las 10:40.',
        'Javier Ortega 於 10:40 完成此任務。',
      )(language),
    );
  }
  if (now === 'session') return refuse(401, 'session.required', 'Sign in again.');
  if (now === 'silent') return refuse(503, 'store.unavailable', 'The store does not answer.');
  const outcome = String(body['outcome'] ?? '');
  const answers = isJsonObject(body['answers']) ? body['answers'] : {};
  const data = { earliest_finish: '2026-12-04', earliest_material: '2026-11-23' };
  return check(task.form, answers, { outcome, language, data }) ?? { body: decided(language), tell: ['tasks'] };
}

function decided(language: Language) {
  const wait = {
    kind: 'task',
    title: words('Ask the customer', 'Consultar al cliente', '請客戶確認')(language),
    task: 't-next',
    dueAt: null,
    soonAt: null,
    since: null,
    people: [],
    who: words(
      'Sales representative: Huang Ya-ting.',
      'Representante comercial: Huang Ya-ting.',
      '業務員：黃雅婷。',
    )(language),
    then: null,
    thenTitle: null,
  };
  return { ...presentCase(language), waits: [wait] };
}

/** The answer to what does not fit the form; null where it fits. */
function check(
  form: FormView,
  answers: JsonObject,
  { outcome, language, data }: { outcome: string | null; language: Language; data: JsonObject },
): MockAnswer | null {
  const file = formFileOf(form);
  const checked = checkAnswers(checkWithCfworker, {
    form: file,
    answers,
    outcome,
    prefill: {},
    data,
    refs: {},
    now: new Date(NOW).toISOString(),
  });
  if (checked.kind === 'fit') return null;
  const problems = checked.problems.map((problem) =>
    problem.code === 'answers.check'
      ? problem
      : translateProblem(problem, fieldAt(file, problem.path)?.schema.title ?? problem.path, language),
  );
  return {
    status: 400,
    body: {
      type: 'about:blank',
      title: 'answers.invalid',
      status: 400,
      code: 'answers.invalid',
      detail: 'Some answers do not fit.',
      problems,
    },
  };
}
