import { join } from 'node:path';
import type { Instance } from '../../../engine/model/instance.ts';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { samplePdf } from '../../../server/demo/sample-pdf.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { taskName } from '../../../server/services/present/present-task.ts';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import { signatureFor } from './api-person.ts';

/** The smallest photo there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** One step of the day: `state.outcome`, and who does it by their login. */
export interface DayStep {
  readonly step: string;
  readonly by: string;
  readonly answers?: JsonObject;
}

/** A plant whose clock stands, with its page and everybody who works there. */
export interface ScriptedDay {
  readonly api: TestApi;
  /** Starts a case over HTTP and lets the system do its part. */
  start(workflow: string, by: string, answers: JsonObject): Promise<string>;
  /** Completes the open task of a step over HTTP, signed where it asks for it. */
  complete(id: string, step: DayStep): Promise<void>;
  completeAll(id: string, steps: readonly DayStep[]): Promise<void>;
  /** A file of this person that answers may name. */
  file(by: string, name: string): Promise<JsonObject>;
  /** Where the page has the open task of a state. */
  taskPath(id: string, state: string): Promise<string>;
  case(id: string): Promise<Instance>;
  /** The cases of a procedure, newest first. */
  casesOf(workflow: string): Promise<readonly Instance[]>;
  row(register: string, id: string): Promise<JsonObject>;
  /** Lets the system do what is due, and deliver what cases tell each other. */
  settle(): Promise<void>;
}

/** Opens it at a moment on any store. */
export async function openScriptedDay(store: Store, now: number): Promise<ScriptedDay> {
  const api = await openTestApi(store, now, join(PROJECT_ROOT, 'dist', 'page'));
  const people = new Map<string, Promise<TestPerson>>();
  const person = (login: string): Promise<TestPerson> => {
    const signedIn = people.get(login) ?? api.signIn(login);
    people.set(login, signedIn);
    return signedIn;
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await api.plant.worker.drain();
      await api.plant.messages.deliver();
    }
  };
  const load = async (id: string): Promise<Instance> => (await store.load(id)) as Instance;
  const complete = async (id: string, { step, by, answers = {} }: DayStep): Promise<void> => {
    const task = await openTask(await load(id), { step, by: await idOf(api, by) });
    const somebody = await person(by);
    const get = async <T>(path: string): Promise<T> => {
      const answer = await somebody.get(path);
      if (answer.status >= 300) throw new Error(`${step} of ${by}: ${answer.text}`);
      return answer.body as T;
    };
    const outcome = step.split('.')[1] ?? '';
    const signature = await signatureFor({ get, login: by }, task, outcome);
    const answer = await somebody.post(`/api/tasks/${task}/complete`, { outcome, answers, ...signature });
    if (answer.status >= 300) throw new Error(`${step} of ${by}: ${answer.text}`);
    await settle();
  };
  return {
    api,
    settle,
    complete,
    case: load,
    taskPath: async (id, state) => `/tasks/${await openTask(await load(id), { step: state, by: '' })}`,
    async start(workflow, by, answers) {
      const answer = await (await person(by)).post('/api/instances', { workflow, answers });
      if (answer.status >= 300) throw new Error(`${workflow} of ${by}: ${answer.text}`);
      await settle();
      return String(answer.body.id);
    },
    async completeAll(id, steps) {
      for (const step of steps) await complete(id, step);
    },
    file: async (by, name) =>
      (await (await person(by)).upload(name, name.endsWith('.png') ? PIXEL : samplePdf(name))).body,
    async casesOf(workflow) {
      const { items } = await store.listInstances({ viewer: null, workflow, limit: 20 });
      return Promise.all(items.map(({ id }) => load(id)));
    },
    row: async (register, id) => ((await store.getRecord(register, id))?.value ?? {}) as JsonObject,
  };
}

/** The open task of a step, that of this person where there are several. */
async function openTask(instance: Instance, { step, by }: { readonly step: string; readonly by: string }) {
  const state = step.split('.')[0];
  const open = Object.values(instance.tasks).filter((task) => task.state === state);
  const task = open.find((one) => one.by?.includes(by)) ?? open[0];
  if (task !== undefined) return encodeURIComponent(taskName(instance.id, task.id));
  const others = Object.values(instance.tasks).map((one) => one.state);
  const incidents = JSON.stringify(Object.values(instance.incidents));
  throw new Error(`${instance.number}: no task of "${step}"; open are ${others.join(', ')}; ${incidents}`);
}

async function idOf(api: TestApi, login: string): Promise<string> {
  const person = [...api.plant.keeper.plant().people.values()].find((one) => one.login === login);
  if (person === undefined) throw new Error(`There is no ${login}.`);
  return person.id;
}
