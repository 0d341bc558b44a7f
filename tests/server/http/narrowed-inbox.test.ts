import { expect } from 'chai';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';

const STATES: { readonly [key: string]: StateFile } = {
  make: {
    description: 'Make',
    meta: { task: { form: 'note', roles: ['production_planner'] } },
    on: { made: { description: 'Made', target: 'stored' } },
  },
  stored: { description: 'Stored', type: 'final' },
};

describe('a box of the inbox, narrowed', () => {
  let api: TestApi;
  let ana: TestPerson;
  beforeEach(async () => {
    api = await openTestApi();
    ana = await api.signIn('ana');
    for (const id of ['bolts', 'nuts']) {
      const start = { form: 'note', roles: ['production_planner'], into: 'request' };
      const meta = { number: `${id.toUpperCase()}-{seq3}`, owner: ['production_manager'], calendar: 'always', start };
      const machine = sampleFile(STATES, { id, description: id, meta });
      const forms = { note: { ...NOTE_FORM, id: 'note' } };
      await api.plant.library.publish({ machine, texts: {}, forms, formTexts: {}, templates: {} }, api.clock.now());
      for (const note of ['a', 'b']) await ana.post('/api/instances', { workflow: id, answers: { note } });
    }
  });
  afterEach(() => api.close());

  const numbersOf = async (query: string): Promise<readonly string[]> => {
    const answer = await ana.get(`/api/tasks?box=available&${query}`);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body.items.map((row: { instance: { number: string } }) => row.instance.number).toSorted();
  };

  it('holds only what is of the procedure and has the words, page by page', async () => {
    expect(await numbersOf('workflow=nuts')).to.deep.equal(['NUTS-001', 'NUTS-002']);
    expect(await numbersOf('q=nuts-001')).to.deep.equal(['NUTS-001']);
    expect(await numbersOf('q=001&workflow=bolts')).to.deep.equal(['BOLTS-001']);
    expect(await numbersOf('q=nuts&workflow=bolts')).to.deep.equal([]);
    expect(await numbersOf('q=&workflow=')).to.have.length(4);
    const first = await ana.get('/api/tasks?box=available&q=nuts&limit=1');
    expect(await numbersOf(`q=nuts&limit=1&cursor=${first.body.next}`)).to.have.length(1);
    expect(first.body.items).to.have.length(1);
  });

  it('is counted whole, and stays closed for others', async () => {
    await numbersOf('q=nuts');
    expect((await ana.get('/api/tasks/counts')).body.available).to.deep.equal({ count: 4, more: false });
    const emma = await api.signIn('emma');
    expect((await emma.get('/api/tasks?box=available&q=nuts')).body.items).to.deep.equal([]);
    expect((await ana.get(`/api/tasks?q=${'x'.repeat(201)}`)).status).to.equal(400);
  });
});
