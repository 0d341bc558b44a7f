import { expect } from 'chai';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';

const EN = { 'accept-language': 'en' };
const STATES: { readonly [key: string]: StateFile } = {
  waiting: {
    on: { arrived: { target: 'stored' }, second: { actions: { type: 'set', params: { again: '= event.data' } } } },
  },
  stored: { type: 'final' },
};

describe('messages and successors, by the API', () => {
  let api: TestApi;
  let ana: TestPerson;
  let admin: TestPerson;
  beforeEach(async () => {
    api = await openTestApi();
    const start = { form: 'note', roles: ['production_planner'], into: 'request' };
    const meta = {
      number: 'LOT-{seq3}',
      key: '= data.request.note',
      unique: 'running' as const,
      taken: 'second',
      start,
    };
    const machine = sampleFile(STATES, { id: 'watched', description: 'Watched', meta });
    await api.plant.library.publish(
      { machine, texts: {}, forms: { note: NOTE_FORM }, formTexts: {}, templates: {} },
      api.clock.now(),
    );
    [ana, admin] = await Promise.all([api.signIn('ana'), api.signIn('admin')]);
  });
  afterEach(() => api.close());

  const start = (more: object = {}) =>
    ana.post('/api/instances', { workflow: 'watched', answers: { note: 'LOT-1' }, ...more }, EN);
  const tell = (more: object = {}) =>
    admin.post('/api/messages', { id: 'm1', workflow: 'watched', key: 'LOT-1', type: 'arrived', ...more }, EN);

  it('[MS3] [MS5] a program tells a case by its key, before or after it starts; others may not', async () => {
    const denied = await ana.post('/api/messages', { id: 'm0', workflow: 'watched', type: 'arrived' }, EN);
    const early = await tell();
    const started = await start();
    await api.plant.messages.deliver();
    const after = await ana.get(`/api/instances/${started.body.id}`, EN);
    expect([denied.status, early.status, early.body.state, after.body.status]).to.deep.equal([
      403,
      202,
      'waiting',
      'done',
    ]);
    expect((await tell()).body.state).to.equal('delivered');
  });

  it('[MS4] a message for nobody is listed when its time is over, and may wait again', async () => {
    await tell({ waitHours: 1 });
    api.clock.move(3_600_000);
    await api.plant.messages.deliver();
    // An hour without a word ends a session.
    admin = await api.signIn('admin');
    const listed = (await admin.get('/api/messages', EN)).body.items;
    expect(listed).to.have.length(1);
    const again = await admin.post(`/api/messages/${encodeURIComponent(listed[0].id)}/retry`, {}, EN);
    expect([again.status, again.body.state]).to.deep.equal([200, 'waiting']);
  });

  it('[MS6] a second start for a key that is held is attached to the case that holds it', async () => {
    const first = await start();
    const second = await start();
    expect(second.status, second.text).to.equal(201);
    expect([second.body.id, second.body.data.again]).to.deep.equal([first.body.id, { note: 'LOT-1' }]);
  });

  it('[MS7] a start that a step asks for is attached to the case that holds the key, and there is no second case', async () => {
    const first = await start();
    const asks: { readonly [key: string]: StateFile } = {
      begin: {
        entry: { type: 'start', params: { workflow: 'watched', answers: { note: '= data.request.note' } } },
        type: 'final',
      },
    };
    const meta = { number: 'ASK-{seq3}', start: { form: 'note', roles: ['production_planner'], into: 'request' } };
    const machine = sampleFile(asks, { id: 'asking', description: 'Asking', initial: 'begin', meta });
    const bundle = { machine, texts: {}, forms: { note: NOTE_FORM }, formTexts: {}, templates: {} };
    await api.plant.library.publish(bundle, api.clock.now());
    await ana.post('/api/instances', { workflow: 'asking', answers: { note: 'LOT-1' } }, EN);
    await api.work();
    const held = await ana.get(`/api/instances/${first.body.id}`, EN);
    const all = await ana.get('/api/instances?workflow=watched', EN);
    expect([held.body.data.again, all.body.items.length]).to.deep.equal([{ note: 'LOT-1' }, 1]);
  });

  it('[EN2] a change after the end is a new case with a link; one that runs is not replaced', async () => {
    const first = await start();
    const refused = await start({ supersedes: first.body.id, answers: { note: 'LOT-2' } });
    await tell();
    const next = await start({ supersedes: first.body.id });
    expect([refused.status, refused.body.code]).to.deep.equal([400, 'request.invalid']);
    expect(next.body.supersedes).to.deep.equal({ id: first.body.id, number: first.body.number });
  });
});
