import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

const NOTHING = JSON.stringify({});

describe('bad input at the door', () => {
  let api: TestApi;
  let huang: TestPerson;
  before(async () => {
    api = await openTestApi();
    huang = await api.signIn('huang');
  });
  after(() => api.close());

  const countCases = async (): Promise<number> => (await huang.get('/api/instances')).body.items.length;

  it('[FM1] [FM8] answers that break the form are 400 with the path of every field, and nothing is started', async () => {
    const answers = await orderAnswers(huang, {
      customer: 'C-99',
      order_type: 'nonsense',
      unknown: 1,
      lines: [],
    } as JsonObject);
    const before = await countCases();
    const refused = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: { ...answers, customer: 'C-03' },
    });
    expect([refused.status, refused.body.code]).to.deep.equal([400, 'answers.invalid']);
    expect(refused.headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(
      refused.body.problems.map((problem: { path: string; code: string }) => `${problem.path} ${problem.code}`).sort(),
    ).to.deep.equal(['/lines answers.min_items', '/order_type answers.enum', '/unknown answers.unknown_field']);
    expect(await countCases()).to.equal(before);
  });

  it('a record that does not exist is refused with its place', async () => {
    const refused = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang, { customer: 'C-99' }),
    });
    expect(refused.body).to.deep.include({ code: 'answers.invalid' });
    expect(refused.body.problems).to.deep.equal(
      [
        {
          path: '/customer',
          code: 'answers.record',
          message: 'Customer names a record that does not exist. Pick one from the list.',
        },
      ].map((problem) => ({ ...problem, message: refused.body.problems[0].message })),
    );
  });

  it('operators, markers of other libraries and prototype keys never get in', async () => {
    const answers = await orderAnswers(huang);
    for (const [name, value] of [
      ['customer', { $ne: null }],
      ['xstate$$type', 1],
      ['sessionId', 'x'],
    ] as const) {
      const refused = await huang.post('/api/instances', {
        workflow: 'order-review',
        answers: { ...answers, [name]: value },
      });
      expect([refused.status, refused.body.code], name).to.deep.equal([400, 'answers.invalid']);
    }
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const refused = await api.send('/api/instances', {
        method: 'POST',
        headers: { cookie: huang.cookie, 'x-csrf-token': huang.csrfToken, 'content-type': 'application/json' },
        body: `{"workflow":"order-review","answers":{"${key}":{"polluted":true}}}`,
      });
      expect([refused.status, refused.body.code], key).to.deep.equal([400, 'request.invalid']);
    }
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    for (const text of ['"half \\ud800 a character"', '"a zero \\u0000"']) {
      const refused = await api.send('/api/instances', {
        method: 'POST',
        headers: { cookie: huang.cookie, 'x-csrf-token': huang.csrfToken, 'content-type': 'application/json' },
        body: `{"workflow":"order-review","answers":{"customer_po":${text}}}`,
      });
      expect([refused.status, refused.body.code], text).to.deep.equal([400, 'request.invalid']);
    }
  });

  it('10 MB of JSON is 413, a depth of 1,000 is 400, and no JSON is 400', async () => {
    const headers = { cookie: huang.cookie, 'x-csrf-token': huang.csrfToken, 'content-type': 'application/json' };
    const large = await api
      .send('/api/instances', {
        method: 'POST',
        headers,
        body: JSON.stringify({ workflow: 'order-review', answers: { ship_to: 'x'.repeat(10_000_000) } }),
      })
      .catch(() => null);
    // The server may end the line before all was sent; whoever reads the answer sees 413.
    if (large !== null) expect([large.status, large.body.code]).to.deep.equal([413, 'request.too_large']);
    const deep = await api.send('/api/instances', {
      method: 'POST',
      headers,
      body: `{"workflow":"order-review","answers":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}`,
    });
    expect([deep.status, deep.body.code]).to.deep.equal([400, 'request.invalid']);
    const none = await api.send('/api/instances', { method: 'POST', headers, body: '{"workflow":' });
    expect([none.status, none.body.code]).to.deep.equal([400, 'request.invalid']);
    const text = await api.send('/api/instances', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: NOTHING,
    });
    expect(text.status).to.equal(400);
  });

  it('unknown members, kinds and limits of a request are 400 with their place', async () => {
    const unknown = await huang.post('/api/instances', { workflow: 'order-review', answers: {}, by: 'U02' });
    expect(unknown.body.problems).to.deep.equal([
      { path: '/by', code: 'request.additional_properties', message: '"by" of the body is not known. Leave it out.' },
    ]);
    expect((await huang.post('/api/instances', { workflow: 7, answers: [] })).status).to.equal(400);
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'box=others', 'surprise=1', 'box[$ne]=mine'])
      expect((await huang.get(`/api/tasks?${query}`)).status, query).to.equal(400);
    expect((await huang.get('/api/instances?status=deleted')).status).to.equal(400);
    expect((await huang.get('/api/instances?q[$gt]=')).status).to.equal(400);
    expect((await huang.get('/api/instances?q=100%25_%27%22;--')).body.items).to.deep.equal([]);
    expect((await huang.get('/api/tasks/%E0%A4%A')).status).to.equal(400);
  });

  it('[EV1] forged events are refused and change nothing', async () => {
    // given
    const started = (
      await huang.post('/api/instances', {
        workflow: 'order-review',
        answers: await orderAnswers(huang, { customer_po_no: 'EV-1' }),
      })
    ).body;
    const [task] = started.tasks;

    // then
    for (const outcome of ['xstate.done.state.x', 'xstate.stop', 'intake.complete', 'toString', 'nonsense', '']) {
      const refused = await huang.post(`/api/tasks/${task.id}/complete`, { outcome, answers: {} });
      expect(refused.status, outcome).to.be.oneOf([400, 409]);
      expect(refused.body.code, outcome).to.equal('task.outcome_not_offered');
    }
    for (const type of [
      'xstate.stop',
      'xstate.done.actor.look_up',
      'gembaflow.start',
      '*',
      'constructor',
      'intake.complete',
    ]) {
      const refused = await huang.post(`/api/instances/${started.id}/events`, { type, data: {} });
      expect([refused.status, refused.body.code], type).to.deep.equal([409, 'command.not_offered']);
    }
    expect((await huang.get(`/api/instances/${started.id}`)).body.revision).to.equal(started.revision);
  });

  it('[TK6] completing a task twice: the first wins, the other is told who was first', async () => {
    // given
    const rosa = await api.signIn('rosa');
    const started = (
      await huang.post('/api/instances', {
        workflow: 'order-review',
        answers: await orderAnswers(huang, { customer_po_no: 'TW-1' }),
      })
    ).body;
    const checklist = { po_readable: 'ok', price_matches_quote: 'ok', drawing_received: 'ok', delivery_address: 'ok' };
    const answer = () =>
      huang.post(`/api/tasks/${started.tasks[0].id}/complete`, { outcome: 'complete', answers: checklist });

    // when
    const both = await Promise.all([answer(), answer()]);

    // then
    expect(both.map((one) => one.status).sort()).to.deep.equal([200, 409]);
    const loser = both.find((one) => one.status === 409)?.body;
    expect(loser.code).to.equal('task.closed');
    expect(loser.detail).to.contain('黃雅婷').and.contain('已完成');
    expect(
      (await rosa.post(`/api/tasks/${started.tasks[0].id}/complete`, { outcome: 'complete', answers: checklist }))
        .status,
    ).to.equal(404);
  });

  it('a file whose content is no kept kind is refused, whatever its name says; a large one is 413', async () => {
    expect(
      (await huang.upload('picture.png', new TextEncoder().encode('<!doctype html><script>alert(1)</script>'))).body
        .code,
    ).to.equal('file.type_refused');
    expect(
      (await huang.upload('drawing.svg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')))
        .body.code,
    ).to.equal('file.type_refused');
    expect((await huang.upload('note.txt', new TextEncoder().encode('<html>'))).body.code).to.equal(
      'file.type_refused',
    );
    const large = await huang.upload('large.pdf', new Uint8Array(6 * 1024 * 1024)).catch(() => null);
    if (large !== null) expect([large.status, large.body.code]).to.deep.equal([413, 'request.too_large']);
    expect((await huang.post('/api/files', {})).status).to.equal(400);
  });

  it('a file of somebody else, a changed one and an invented one are refused in answers', async () => {
    const { samplePdf } = await import('../../../server/demo/sample-pdf.ts');
    const lin = await api.signIn('lin');
    const foreign = (await lin.upload('theirs.pdf', samplePdf('theirs'))).body;
    const mine = (await huang.upload('mine.pdf', samplePdf('mine'))).body;
    for (const file of [
      foreign,
      { ...mine, name: 'other.pdf' },
      { ...mine, id: '00000000-0000-0000-0000-000000000000' },
    ]) {
      const refused = await huang.post('/api/instances', {
        workflow: 'order-review',
        answers: await orderAnswers(huang, { customer_po_no: 'F-1', attachments: [file] }),
      });
      expect(
        refused.body.problems?.map((problem: { path: string; code: string }) => `${problem.path} ${problem.code}`),
      ).to.deep.equal(['/attachments answers.file']);
    }
    const text = (await huang.upload('note.txt', new TextEncoder().encode('plain words'))).body;
    const wrongKind = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang, { customer_po_no: 'F-1', attachments: [text] }),
    });
    expect(wrongKind.body.problems[0].code).to.equal('answers.file_type');
  });

  it('problems are told in the language of the reader', async () => {
    const answers = await orderAnswers(huang, { lines: [] });
    const say = async (language: string): Promise<string> =>
      (await huang.post('/api/instances', { workflow: 'order-review', answers }, { 'accept-language': language })).body
        .problems[0].message;
    expect([await say('en'), await say('es'), await say('zh-TW')]).to.deep.equal([
      'Lines needs at least 1 entry.',
      'Líneas necesita al menos 1 entrada.',
      '「訂單明細」至少需要 1 筆。',
    ]);
  });
});
