import { expect } from 'chai';
import type { StateFile, WorkflowFile } from '../../engine/model/workflow-file.ts';
import { openTestApi, type TestApi, type TestPerson } from './open-test-api.ts';
import { NOTE_FORM, sampleFile } from './sample-workflow.ts';

const LANGUAGES = ['en', 'es', 'zh-TW'] as const;

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into by tests, member by member
export type Told = any;

/** The API with small workflows of a test, read in every language. */
export interface ToldCases {
  readonly api: TestApi;
  by(login: string): TestPerson;
  publish(id: string, states: WorkflowFile['states'], more?: Partial<WorkflowFile> | object): Promise<void>;
  /** Publishes a workflow of the states, starts a case of it in the name of the planner, and does what is due. */
  begin(states: WorkflowFile['states'], more?: object, answers?: object): Promise<string>;
  /** What the API answers in each language, through `read`. */
  inEach<T>(path: string, read: (body: Told) => T, login?: string): Promise<readonly T[]>;
  /** The first wait of a kind, in each language. */
  waitOf(id: string, kind: string): Promise<readonly Told[]>;
}

export const done = (description = 'Done'): StateFile => ({ description, type: 'final' });
export const task = (more: object = {}): StateFile => ({
  description: 'Make',
  meta: { task: { form: 'note', roles: ['production_planner'], ...more } },
  on: { made: { description: 'Made', target: 'stored' } },
});

const META = {
  owner: ['production_manager'],
  viewers: ['production_manager'],
  start: { form: 'note', roles: ['production_planner'], into: 'request' },
};

export async function openToldCases(): Promise<ToldCases> {
  const api = await openTestApi();
  const logins = ['ana', 'lin', 'tsai', 'chang'];
  const people = new Map(await Promise.all(logins.map(async (login) => [login, await api.signIn(login)] as const)));
  const by = (login: string): TestPerson => people.get(login) as TestPerson;

  const publish: ToldCases['publish'] = async (id, states, more = {}) => {
    const { meta = {}, ...rest } = more as { readonly meta?: object };
    const own = { number: `${id.toUpperCase()}-{seq3}`, ...META, ...meta };
    const machine = sampleFile(states, { id, description: id, ...rest, meta: own });
    const bundle = { machine, texts: {}, forms: { note: NOTE_FORM }, formTexts: {}, templates: {} };
    await api.plant.library.publish(bundle, api.clock.now());
  };
  const inEach: ToldCases['inEach'] = (path, read, login = 'lin') =>
    Promise.all(
      LANGUAGES.map(async (language) => {
        const answer = await by(login).get(path, { 'accept-language': language });
        expect(answer.status, answer.text).to.equal(200);
        return read(answer.body);
      }),
    );
  return {
    api,
    by,
    publish,
    inEach,
    async begin(states, more = {}, answers = { note: 'L1' }) {
      await publish('told', states, more);
      const started = await by('ana').post('/api/instances', { workflow: 'told', answers });
      expect(started.status, started.text).to.equal(201);
      await api.work();
      return String(started.body.id);
    },
    waitOf: (id, kind) =>
      inEach(`/api/instances/${id}`, (body) => body.waits.find((wait: Told) => wait.kind === kind) as Told),
  };
}
