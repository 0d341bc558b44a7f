import { expect } from 'chai';
import type { FormFile } from '../../../engine/model/form-file.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';

const HOUR_MS = 3_600_000;
const EN = { 'accept-language': 'en' };
const STATES: { readonly [key: string]: StateFile } = {
  make: {
    description: 'Make',
    meta: { task: { form: 'note', roles: ['production_planner'], due: 'PT4H@always', ladder: 'default' } },
    on: { made: { description: 'Made', target: 'look' } },
  },
  look: {
    description: 'Look it up',
    invoke: { src: 'query', input: { query: 'nowhere' }, onDone: { target: 'vote' } },
  },
  vote: {
    description: 'Vote',
    meta: {
      task: {
        form: 'note',
        roles: ['= member'] as never,
        outcomes: { agree: 'Agree' },
        forEach: { items: ['quality_engineer', 'product_engineer'], as: 'member', change: ['production_manager'] },
      },
    },
    on: { collected: { target: 'waits' } },
  },
  waits: {
    description: 'Wait for the lot',
    meta: { suspended: 'the customer' },
    on: { arrived: { target: 'stored' } },
  },
  stored: { description: 'Stored', type: 'final' },
};
const START: FormFile = { ...NOTE_FORM, id: 'note' };

describe('what people decide over others, by the API', () => {
  let api: TestApi;
  let people: { readonly [login: string]: TestPerson };
  let id: string;
  beforeEach(async () => {
    api = await openTestApi();
    const vote = STATES['vote'] as StateFile;
    const task = { ...(vote.meta?.task as object), roles: '= [member]' } as never;
    const file = sampleFile(
      { ...STATES, vote: { ...vote, meta: { task } } },
      {
        id: 'watched',
        description: 'Watched',
        meta: {
          number: 'WCH-{seq3}',
          owner: ['production_manager'],
          calendar: 'always',
          due: 'P5D',
          start: { form: 'note', roles: ['production_planner'], into: 'request' },
        },
      },
    );
    const bundle = { machine: file, texts: {}, forms: { note: START }, formTexts: {}, templates: {} };
    await api.plant.library.publish(bundle, api.clock.now());
    people = Object.fromEntries(
      await Promise.all(
        ['ana', 'lin', 'huang', 'tsai', 'chang'].map(async (login) => [login, await api.signIn(login)]),
      ),
    ) as { [login: string]: TestPerson };
    const started = await people['ana']?.post('/api/instances', { workflow: 'watched', answers: { note: 'x' } });
    expect(started?.status, started?.text).to.equal(201);
    id = String(started?.body.id);
  });
  afterEach(() => api.close());

  const by = (login: string): TestPerson => people[login] as TestPerson;
  const caseOf = async (login: string) => (await by(login).get(`/api/instances/${id}`, EN)).body;
  const complete = async (login: string, outcome: string) => {
    const open = (await caseOf(login)).tasks.find((row: { claimable: boolean }) => row.claimable);
    return by(login).post(`/api/tasks/${open.id}/complete`, { outcome, answers: {} });
  };

  it('[RA1] the leader hands a task on; who does not lead is told so, and who may not see the case finds nothing', async () => {
    const task = (await caseOf('ana')).tasks[0].id;
    const denied = await by('ana').post(`/api/tasks/${task}/reassign`, { to: 'U03', reason: 'is ill' }, EN);
    const hidden = await by('huang').post(`/api/tasks/${task}/reassign`, { to: 'U03', reason: 'is ill' }, EN);
    const given = await by('lin').post(`/api/tasks/${task}/reassign`, { to: 'U03', reason: 'is ill' }, EN);
    expect([denied.status, hidden.status, given.status]).to.deep.equal([403, 404, 200]);
    expect(given.body.tasks[0].assignee.id).to.equal('U03');
    const entry = (await by('lin').get(`/api/instances/${id}/history`, EN)).body.items.at(-1);
    expect([entry.title, entry.details.at(-1)]).to.deep.equal(['Make: handed on', '“is ill”']);
  });

  it('[DU2] a due time is moved with a reason, and the case says who is told next', async () => {
    const before = (await caseOf('lin')).waits[0];
    const dueAt = new Date(api.clock.now() + 24 * HOUR_MS).toISOString();
    const task = before.task as string;
    const moved = await by('lin').post(`/api/tasks/${task}/due`, { dueAt, reason: 'late drawing' }, EN);
    expect(moved.status, moved.text).to.equal(200);
    expect(moved.body.waits[0].dueAt).to.equal(dueAt);
    expect(Date.parse(moved.body.waits[0].ladder.at) - Date.parse(before.ladder.at)).to.equal(10 * HOUR_MS);
    const bad = await by('lin').post(`/api/tasks/${task}/due`, { dueAt: 'tomorrow', reason: 'x' }, EN);
    expect(bad.status).to.equal(400);
  });

  it('[IC1] what stopped is listed with what one may decide, and skipped with a value', async () => {
    // given
    await complete('ana', 'made');
    await api.work();

    // when
    const [mine, hers] = await Promise.all(['lin', 'ana'].map((login) => by(login).get('/api/incidents', EN)));
    const row = mine?.body.items[0];
    const skipped = await by('lin').post(
      `/api/instances/${id}/incidents`,
      { incident: row.id, action: 'skip', value: { found: 1 }, reason: 'asked by phone' },
      EN,
    );

    // then
    expect([row.step, row.actions, row.code]).to.deep.equal(['Look it up', ['retry', 'skip'], 'query.unknown']);
    expect(hers?.body.items[0].actions).to.deep.equal([]);
    expect(skipped.status, skipped.text).to.equal(200);
    expect(skipped.body.data.look).to.deep.equal({ found: 1 });
    expect((await by('lin').get('/api/incidents', EN)).body.items).to.deep.equal([]);
  });

  it('[EA9] [CC2] [MS5] items are added, the case is suspended, and a message by hand ends it', async () => {
    // given
    await complete('ana', 'made');
    await api.work();
    const row = (await by('lin').get('/api/incidents', EN)).body.items[0];
    await by('lin').post(`/api/instances/${id}/incidents`, { incident: row.id, action: 'skip', reason: 'by hand' });

    // when
    const added = await by('lin').post(`/api/instances/${id}/items`, {
      state: 'vote',
      add: ['production_manager'],
      reason: 'he knows',
    });
    for (const login of ['chang', 'tsai', 'lin']) await complete(login, 'agree');
    const waiting = await caseOf('lin');
    const denied = await by('chang').post(`/api/instances/${id}/events`, { type: 'arrived', data: {} });
    const told = await by('ana').post(`/api/instances/${id}/events`, { type: 'arrived', data: { qty: 3 } });

    // then
    expect(added.body.tasks).to.have.length(3);
    expect(waiting.answers.map((shown: { title: string; by: string }) => shown.title).slice(-3)).to.deep.equal([
      'Vote · Quality engineer',
      'Vote · Product engineer',
      'Vote · Production manager',
    ]);
    expect([waiting.clock.suspendedFor, waiting.clock.dueAt]).to.deep.equal(['the customer', null]);
    expect([denied.status, told.status, told.body.status]).to.deep.equal([403, 200, 'done']);
  });
});
