import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { ORDER_LINE, openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

describe('cases as a board', () => {
  let api: TestApi;
  let huang: TestPerson;
  beforeEach(async () => {
    api = await openTestApi();
    huang = await api.signIn('huang');
  });
  afterEach(() => api.close());

  const start = async (po: string, changes: JsonObject = {}) => {
    const answers = await orderAnswers(huang, { customer_po_no: po, ...changes });
    const { body } = await huang.post('/api/instances', { workflow: 'order-review', answers });
    await api.work();
    return body;
  };
  const board = async (person: TestPerson) => (await person.get('/api/workflows/order-review/board')).body;
  const columnsOf = (body: { columns: readonly { state: string; count: { count: number } }[] }) =>
    body.columns.filter(({ count }) => count.count > 0).map(({ state, count }) => [state, count.count]);

  it('[CT1] a procedure in the catalogue names the department of its owner', async () => {
    const { items } = (await huang.get('/api/workflows', { 'accept-language': 'en' })).body;
    const review = items.find(({ id }: { id: string }) => id === 'order-review');
    expect(review.department).to.deep.equal({ id: 'MK', title: 'Marketing' });
  });

  it('[BO1] has every step that people do, in the order of the chart, with the cases that stand there', async () => {
    // given
    await start('PO-1');
    await start('PO-2');

    // when
    const body = await board(huang);

    // then
    expect(body.total).to.deep.equal({ count: 2, more: false });
    expect(columnsOf(body)).to.deep.equal([['intake', 2]]);
    const states = body.columns.map(({ state }: { state: string }) => state);
    expect(states.indexOf('intake')).to.be.lessThan(states.indexOf('decide'));
    expect(states.indexOf('decide')).to.be.lessThan(states.indexOf('approve'));
  });

  it('[BO1] who may not see the cases has an empty board; a procedure that is not there is none', async () => {
    await start('PO-1');
    const diego = await api.signIn('diego');
    expect((await board(diego)).total).to.deep.equal({ count: 0, more: false });
    const unknown = await huang.get('/api/workflows/nothing/board');
    expect([unknown.status, unknown.body.code]).to.deep.equal([404, 'workflow.not_found']);
  });

  it('[BO2] a case of several regions stands at each of their steps and counts once', async () => {
    // given
    const started = await start('PO-1', { lines: [{ ...ORDER_LINE, qty: 150 }] });
    const path = `/api/tasks/${started.tasks[0].id}/complete`;
    const done = await huang.post(path, { outcome: 'complete', answers: CHECKED });
    expect(done.status, done.text).to.equal(200);
    await api.work();

    // when
    const body = await board(huang);

    // then
    expect(body.total.count).to.equal(1);
    expect(columnsOf(body).length).to.be.greaterThan(2);
  });

  it('[BO3] a card tells since when, until when and who holds it; what is late comes first', async () => {
    // given
    const [first, second] = [await start('PO-1'), await start('PO-2')];
    api.clock.move(3 * 3_600_000);
    huang = await api.signIn('huang');
    await huang.post(`/api/tasks/${second.tasks[0].id}/claim`);
    const third = await start('PO-3');

    // when
    const { cards } = (await board(huang)).columns.find(({ state }: { state: string }) => state === 'intake');

    // then
    expect(cards.map(({ number }: { number: string }) => number)).to.deep.equal(
      [first, second, third].map(({ number }) => number),
    );
    expect(cards[1]).to.deep.include({ since: second.startedAt, stopped: false, subject: second.subject });
    expect(cards[1].holder.id).to.equal('U08');
    expect(cards[1].dueAt).to.equal(second.tasks[0].dueAt);
    expect(cards[0].holder).to.equal(null);
  });

  it('[BO3] of many cases a column shows twenty and counts all', async () => {
    for (let number = 1; number <= 22; number += 1) await start(`PO-${number}`);
    const { cards, count } = (await board(huang)).columns.find(({ state }: { state: string }) => state === 'intake');
    expect([cards.length, count]).to.deep.equal([20, { count: 22, more: false }]);
  });
});

const CHECKED = { po_readable: 'ok', price_matches_quote: 'ok', drawing_received: 'ok', delivery_address: 'ok' };
