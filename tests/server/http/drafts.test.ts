import { expect } from 'chai';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

describe('drafts over the API', () => {
  let api: TestApi;
  let huang: TestPerson;
  let task: string;
  let path: string;
  beforeEach(async () => {
    api = await openTestApi();
    huang = await api.signIn('huang');
    const started = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang),
    });
    task = started.body.tasks[0].id;
    path = `/api/tasks/${task}/draft`;
  });
  afterEach(() => api.close());

  it('[DF1] a draft is its writer’s alone, for one task', async () => {
    // given
    const javier = await api.signIn('javier');
    await huang.put(path, { answers: { comment: 'mine' }, rev: 0 });

    // when
    const [own, other] = await Promise.all([huang.get(path), javier.get(path)]);

    // then
    expect([own.body.answers, own.body.rev]).to.deep.equal([{ comment: 'mine' }, 1]);
    expect(other.body.answers ?? null).to.equal(null);
    expect((await huang.get('/api/tasks/none.t1/draft')).status).to.equal(404);
    expect((await huang.get('/api/workflows/none/draft')).status).to.equal(404);
  });

  it('[DF2] what another tab kept meanwhile is not written over', async () => {
    // given: two tabs that opened the same draft
    await huang.put(path, { answers: { comment: 'a' }, rev: 0 });
    await huang.put(path, { answers: { comment: 'of the other tab' }, rev: 1 });

    // when
    const late = await huang.put(path, { answers: { comment: 'of this tab' }, rev: 1 });

    // then
    expect([late.status, late.body.code, late.body.params.rev]).to.deep.equal([409, 'draft.changed', 2]);
    expect((await huang.get(path)).body.answers).to.deep.equal({ comment: 'of the other tab' });
    expect((await huang.put(path, { answers: { comment: 'of this tab' }, rev: 2 })).body.rev).to.equal(3);
  });

  it('[DF2] the same words again, after an answer was lost, are no change', async () => {
    const draft = { answers: { comment: 'a' }, rev: 0 };
    await huang.put(path, draft);
    const again = await huang.put(path, draft);
    expect([again.status, again.body.rev]).to.deep.equal([200, 1]);
  });

  it('[DF3] a draft goes with the completion by its writer, and with the start', async () => {
    // given
    const start = '/api/workflows/order-review/draft';
    await huang.put(path, { answers: { comment: 'half' }, rev: 0 });
    await huang.put(start, { answers: { customer: 'C-03' }, rev: 0 });

    // when
    const done = await huang.post(`/api/tasks/${task}/complete`, {
      outcome: 'complete',
      answers: { po_readable: 'ok', price_matches_quote: 'ok', drawing_received: 'ok', delivery_address: 'ok' },
    });
    const started = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang, { customer_po_no: 'PO-8' }),
    });

    // then
    expect([done.status, started.status], done.text).to.deep.equal([200, 201]);
    expect((await huang.get(path)).body.rev).to.equal(0);
    expect((await huang.get(start)).body.rev).to.equal(0);
  });

  it('[DF3] a draft can be taken away', async () => {
    await huang.put(path, { answers: { comment: 'half' }, rev: 0 });
    expect((await huang.delete(path)).status).to.equal(204);
    expect((await huang.get(path)).body).to.deep.equal({ answers: null, outcome: null, rev: 0, savedAt: null });
  });

  it('[DF4] answers need not fit the form, but must be JSON that can be kept, and not too much of it', async () => {
    const odd = { qty: 'many', unknown: [null] };
    expect((await huang.put(path, { answers: odd, outcome: 'x', rev: 0 })).body.answers).to.deep.equal(odd);
    expect((await huang.put(path, { answers: { a: 'x'.repeat(300_000) }, rev: 1 })).status).to.equal(413);
    expect((await huang.put(path, { answers: JSON.parse('{"__proto__":1}'), rev: 1 })).status).to.equal(400);
    expect((await huang.put(path, { answers: [], rev: 1 })).status).to.equal(400);
  });
});
