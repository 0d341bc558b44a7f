import type { Language } from '../../engine/model/language.ts';
import { isJsonObject } from '../../engine/model/json.ts';
import type { Box } from '../../server/services/views/task-view.ts';
import { presentCase, presentHistory } from './case.ts';
import { presentDiagram } from './diagram.ts';
import { NOTIFICATIONS_READ, presentCases, presentNotifications, presentWorkflows } from './lists.ts';
import { type MockPerson, PEOPLE, presentPerson } from './people.ts';
import { presentTask } from './task-view.ts';
import { FORM_ROUTES } from './form-routes.ts';
import { makeNewTask, presentRow, TASKS, tasksIn } from './tasks.ts';
import { words } from './words.ts';

/** A call as a route sees it. */
export interface MockCall {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly language: Language;
  readonly me: MockPerson | null;
}

/** What a route answers. `tell` names the lists that the stream says have changed; `signIn` sets the session. */
export interface MockAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly tell?: readonly string[];
  readonly signIn?: string | null;
}

/** One route: method, pattern, and whether it wants a session. */
export interface MockRoute {
  readonly method: string;
  readonly path: RegExp;
  readonly open?: boolean;
  readonly answer: (call: MockCall) => MockAnswer;
}

const list = (items: readonly unknown[]): MockAnswer => ({ body: { items, next: null } });
const refuse = (status: number, code: string, detail: string): MockAnswer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail },
});

/** Every route of the mock, in the order in which they are tried. */
export const ROUTES: readonly MockRoute[] = [
  ...FORM_ROUTES,
  { method: 'GET', path: /^\/api\/plant$/, open: true, answer: ({ language }) => ({ body: presentPlant(language) }) },
  {
    method: 'POST',
    path: /^\/api\/session$/,
    open: true,
    answer: ({ body, language }) => {
      const login = isJsonObject(body) ? body['login'] : null;
      const found = PEOPLE.find((candidate) => candidate.login === login);
      if (!found || !isJsonObject(body) || body['password'] !== 'gemba')
        return refuse(401, 'session.refused', 'User name and password do not belong together.');
      return { body: presentSession(found, language), signIn: found.id };
    },
  },
  {
    method: 'GET',
    path: /^\/api\/session$/,
    answer: ({ me, language }) => ({ body: me && presentSession(me, language) }),
  },
  { method: 'DELETE', path: /^\/api\/session$/, answer: () => ({ status: 204, signIn: null }) },
  { method: 'GET', path: /^\/api\/tasks\/counts$/, answer: ({ me }) => ({ body: counts(me?.id ?? '') }) },
  {
    method: 'GET',
    path: /^\/api\/tasks$/,
    answer: ({ query, me, language }) => {
      const rows = tasksIn((query.get('box') ?? 'mine') as Box, me?.id ?? '', query.get('sort') ?? 'due');
      const from = Number(query.get('cursor') ?? 0);
      const size = Number(process.env['MOCK_PAGE'] ?? query.get('limit') ?? 50);
      const next = from + size < rows.length ? String(from + size) : null;
      return { body: { items: rows.slice(from, from + size).map((row) => presentRow(row, language)), next } };
    },
  },
  {
    method: 'GET',
    path: /^\/api\/tasks\/([^/]+)$/,
    answer: ({ params, language }) => {
      const found = TASKS.find(({ id }) => id === params[0]);
      return found ? { body: presentTask(found, language) } : refuse(404, 'task.not_found', 'There is no such task.');
    },
  },
  {
    method: 'POST',
    path: /^\/api\/tasks\/([^/]+)\/(claim|release)$/,
    answer: ({ params, me }) => {
      const found = TASKS.find(({ id }) => id === params[0]);
      if (!found) return refuse(404, 'task.not_found', 'There is no such task.');
      if (params[1] === 'claim' && found.assignee !== null)
        return refuse(409, 'task.claimed', 'Ana Torres has taken this task at 10:41.');
      found.assignee = params[1] === 'claim' ? (me?.id ?? null) : null;
      return { body: {}, tell: ['tasks'] };
    },
  },
  { method: 'GET', path: /^\/api\/workflows$/, answer: ({ language }) => list(presentWorkflows(language)) },
  {
    method: 'GET',
    path: /^\/api\/instances$/,
    answer: ({ query, language }) => {
      const q = (query.get('q') ?? '').toLowerCase();
      const status = query.get('status');
      const matches = presentCases(language).filter((row) => status === null || row.status === status);
      return list(matches.filter((row) => `${row.number} ${row.subject}`.toLowerCase().includes(q)));
    },
  },
  {
    method: 'GET',
    path: /^\/api\/instances\/(orv-2611-011)$/,
    answer: ({ language }) => ({ body: presentCase(language) }),
  },
  {
    method: 'GET',
    path: /^\/api\/instances\/(orv-2611-011)\/history$/,
    answer: ({ language }) => ({ body: presentHistory(language) }),
  },
  {
    method: 'GET',
    path: /^\/api\/instances\/(orv-2611-011)\/diagram$/,
    answer: ({ language }) => ({ body: presentDiagram(language) }),
  },
  {
    method: 'POST',
    path: /^\/api\/instances\/(orv-2611-011)\/events$/,
    answer: ({ body, language }) => {
      const data = isJsonObject(body) && isJsonObject(body['data']) ? body['data'] : {};
      if (data['reason']) return { body: presentCase(language), tell: ['instances'] };
      const problems = [
        { path: '/reason', code: 'required', message: words('Required', 'Obligatorio', '必填')(language) },
      ];
      return {
        status: 400,
        body: {
          type: 'about:blank',
          title: 'answers.invalid',
          status: 400,
          code: 'answers.invalid',
          detail: 'One field needs an answer.',
          problems,
        },
      };
    },
  },
  { method: 'GET', path: /^\/api\/notifications$/, answer: ({ language }) => list(presentNotifications(language)) },
  {
    method: 'POST',
    path: /^\/api\/notifications\/([^/]+)\/read$/,
    answer: ({ params }) => {
      NOTIFICATIONS_READ.add(params[0] ?? '');
      return { body: {}, tell: ['notifications'] };
    },
  },
  // What a test asks for: another task comes in, or everything is done.
  {
    method: 'POST',
    path: /^\/mock\/new-task$/,
    open: true,
    answer: () => {
      TASKS.push(makeNewTask(TASKS.length));
      return { body: {}, tell: ['tasks'] };
    },
  },
  {
    method: 'POST',
    path: /^\/mock\/no-tasks$/,
    open: true,
    answer: () => {
      TASKS.splice(0);
      return { body: {}, tell: ['tasks'] };
    },
  },
];

function presentPlant(language: Language) {
  const [starter, decider] = [PEOPLE[7], PEOPLE[2]].map((mock) => mock?.name(language) ?? '');
  return {
    name: 'Norte Metalworks',
    site: words('Taichung', 'Taichung', '臺中')(language),
    zone: 'Asia/Taipei',
    demo: true,
    firstWalk: words(
      `start an order review as ${starter}, then decide it as ${decider}.`,
      `inicie una revisión de pedido como ${starter} y decídala después como ${decider}.`,
      `先以${starter}發起訂單評審，再以${decider}做決定。`,
    )(language),
    people: PEOPLE.map((mock) => ({
      login: mock.login,
      name: mock.name(language),
      role: mock.role(language),
      department: mock.department(language),
      language: mock.language,
    })),
  };
}

function presentSession(me: MockPerson, language: Language) {
  return {
    person: { ...presentPerson(me, language), login: me.login, language: me.language },
    csrfToken: 'mock-token',
  };
}

function counts(me: string) {
  const boxes: readonly Box[] = ['mine', 'available', 'department', 'overdue'];
  return Object.fromEntries(boxes.map((box) => [box, { count: tasksIn(box, me, 'due').length, more: false }]));
}
