import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { fieldsOf } from '../../../server/registers/row.ts';
import type { Change } from '../../../server/services/changes.ts';
import type { MakeView } from '../../../server/services/views/make-view.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import { at, T_8 } from './demo-board.ts';

const check = openFileChecker();

describe('orders over the API', () => {
  let api: TestApi;
  let ana: TestPerson;
  let liao: TestPerson;
  beforeEach(async () => {
    api = await openTestApi(undefined, T_8);
    ana = await api.signIn('ana');
    liao = await api.signIn('liao');
  });
  afterEach(() => api.close());

  const read = async (person: TestPerson, query = '', language = 'en'): Promise<MakeView> =>
    (await person.get(`/api/make${query}`, { 'accept-language': language })).body;
  const orders = (view: MakeView): string => view.items.map(({ order }) => order.slice(-3)).join(' ');
  const change = async (register: string, id: string, fields: JsonObject): Promise<void> => {
    const record = await api.plant.store.getRecord(register, id);
    await api.plant.store.putRecord({ register, id, value: { ...fieldsOf(record?.value ?? {}), ...fields } });
  };

  it('[MAK3] anybody who is signed in sees every order, the worst first, with the numbers of each colour', async () => {
    const view = await read(liao);
    expect([orders(view), view.counts, view.at]).to.deep.equal([
      '008 005 003 006 007 002 004 009 010 011 012 001',
      { red: 2, amber: 3, green: 4, in_review: 2, done: 1 },
      '2026-11-23T00:00:00.000Z',
    ]);
    expect((await api.send('/api/make')).status).to.equal(401);
  });

  it('[MAK3] what it answers fits its description', async () => {
    for (const [path, url] of [
      ['/api/make', '/api/make'],
      ['/api/plan', '/api/plan'],
    ] as const) {
      const schema = api.api.routes.find((route) => route.path === path)?.answer.schema ?? {};
      expect(check(schema, (await ana.get(url)).body), path).to.deep.equal([]);
    }
  });

  it('[MAK3] a row says why, in the reader’s language', async () => {
    const said = async (language: string) => {
      const view = await read(ana, '', language);
      return ['005', '006', '008', '003'].map(
        (id) => view.items.find(({ order }) => order.endsWith(id))?.rag.reasons.join(' ') ?? '',
      );
    };
    expect(await said('en')).to.deep.equal([
      '3.6 days late: material comes after the planned start.',
      'Short until Tue 24 Nov: Quarter-turn lock.',
      'Blocked: the first article failed.',
      'Behind the plan: 73 % of it was reached.',
    ]);
    expect(await said('es')).to.deep.equal([
      '3,6 días de retraso: el material llega después del inicio previsto.',
      'Falta hasta el mar 24 nov: Cierre de cuarto de vuelta.',
      'Bloqueado: la primera pieza no es conforme.',
      'Por debajo del plan: se ha alcanzado el 73 %.',
    ]);
    expect(await said('zh-TW')).to.deep.equal([
      '延遲 3.6 天：物料晚於計畫開工日到。',
      '11/24(二)前短缺：四分之一轉鎖。',
      '受阻：首件不合格。',
      '落後計畫：達成 73%。',
    ]);
  });

  it('[MAK3] a row has the order’s quantities, its material and who works on it next', async () => {
    const { items } = await read(ana);
    const [seventh, second] = ['007', '002'].map((id) => items.find(({ order }) => order.endsWith(id)));
    expect(seventh?.material).to.deep.equal({
      status: 'expected',
      title: 'Expected',
      kitPct: 73,
      short: [{ item: 'CP-6204', name: 'Bearing 6204-2RS', qty: 140, uom: 'pcs', eta: '2026-11-26' }],
    });
    expect(second).to.deep.include({
      rank: 2,
      qty: 600,
      good: 410,
      scrap: 6,
      productionHours: 20.9,
      progress: 68,
      deadline: '2026-11-24T09:00:00.000Z',
      late: false,
      slack: 1,
      next: { title: 'Packing station, operation 40', who: 'Kuo Wei-ting', task: null },
    });
  });

  it('[MAK4] the list is narrowed by customer, workshop, colour, week and words, and read page by page', async () => {
    const found = async (query: string): Promise<string> => orders(await read(ana, query));
    expect([
      await found('?customer=C-05'),
      await found('?workshop=WS-1&rag=green'),
      await found('?week=2026-W48'),
      await found('?q=SO-2611-01'),
      await found('?q=levante'),
      await found('?rag=red&customer=C-01'),
    ]).to.deep.equal(['008 005', '004 009 010', '008 003 002 004', '010 011 012', '008 005', '']);
    const first = await read(ana, '?limit=5');
    const second = await read(ana, `?limit=5&cursor=${first.next}`);
    expect([orders(first), orders(second)]).to.deep.equal(['008 005 003 006 007', '002 004 009 010 011']);
    expect((await read(ana, '?customer=C-05')).counts).to.deep.equal({
      red: 2,
      amber: 0,
      green: 0,
      in_review: 0,
      done: 0,
    });
    expect((await ana.get('/api/make?week=soon')).status).to.equal(400);
  });

  it('[MAK4] what was done long ago leaves the list', async () => {
    api.clock.set(at('T+15 08:00'));
    expect(orders(await read(await api.signIn('ana')))).not.to.contain('001');
  });

  it('[MAK5] a change of a row is there at the next look, and pages are told of it once', async () => {
    // given
    await read(ana);
    const told: Change[] = [];
    const both = new Promise<void>((resolve) => {
      api.plant.changes.listen((one) => {
        told.push(one);
        if (one.kind === 'make') resolve();
      });
    });

    // when
    await change('stock', 'CP-LCK', { qty: 120 });
    await change('work-orders', 'WO-2611-008', { status: 'running', blocked_by: null });

    // then
    expect((await read(ana)).counts).to.include({ red: 1, amber: 3, green: 5 });
    await both;
    expect(told.map(({ kind }) => kind)).to.deep.equal(['row', 'row', 'make']);
  });

  it('[MAK5] what another server wrote is noticed, too', async () => {
    await read(ana);
    const { store, changes } = api.plant;
    const noticed = new Promise<void>((resolve) => {
      changes.listen(({ kind }) => {
        if (kind === 'make') resolve();
      });
    });
    const quiet = changes.tell;
    // Another server's change is not told here.
    (changes as { tell: typeof changes.tell }).tell = (one) => (one.kind === 'row' ? undefined : quiet(one));
    await store.putRecord({ register: 'stock', id: 'CP-LCK', value: { id: 'CP-LCK', qty: 120 } });
    expect((await read(ana, '?rag=amber')).counts.amber).to.equal(3);
    api.clock.set(T_8 + 31_000);
    await read(ana);
    await noticed;
    expect((await read(ana)).counts.amber).to.be.lessThan(3);
  });

  it('[MAK7] a case is named to those who may see it, and colours the order for everybody', async () => {
    // given
    const huang = await api.signIn('huang');
    const started = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang),
    });
    await change('orders', 'SO-2611-011', { review: started.body.number });

    // when
    const rowOf = async (person: TestPerson) => (await read(person)).items.find(({ order }) => order.endsWith('011'));
    const [seen, unseen] = [await rowOf(huang), await rowOf(liao)];

    // then
    expect([seen?.rag, unseen?.rag.color]).to.deep.equal([
      { color: 'in_review', title: 'In review', reasons: ['In review: nothing is promised yet.'] },
      'in_review',
    ]);
    expect(seen?.cases.map(({ number, state }) => [number, state !== ''])).to.deep.equal([[started.body.number, true]]);
    expect([seen?.next?.task, unseen?.cases, unseen?.next]).to.deep.equal([started.body.tasks[0].id, [], null]);
  });

  it('[MAK6] the table is what the list shows, in the reader’s language, and no cell is a formula', async () => {
    await change('customers', 'C-05', { name: '=HYPERLINK("http://x")' });
    const answer = await ana.get('/api/make/export?customer=C-05', { 'accept-language': 'zh-TW' });
    const [head, first] = answer.text.split('\r\n');
    expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(head).to.match(/^\ufeff?優先序,訂單,客戶,產品,/);
    expect(first)
      .to.match(/^8,SO-2611-008,"'=HYPERLINK\(""http:\/\/x""\)",/)
      .and.contain(',紅,受阻：首件不合格。,');
    expect(answer.text.trim().split('\r\n')).to.have.length(3);
  });
});
