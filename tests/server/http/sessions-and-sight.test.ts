import { expect } from 'chai';
import { samplePdf } from '../../../server/demo/sample-pdf.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

describe('sessions, and who sees what', () => {
  let api: TestApi;
  let huang: TestPerson;
  beforeEach(async () => {
    api = await openTestApi();
    huang = await api.signIn('huang');
  });
  afterEach(() => api.close());

  const start = async (po: string) =>
    (
      await huang.post('/api/instances', {
        workflow: 'order-review',
        answers: await orderAnswers(huang, { customer_po_no: po }),
      })
    ).body;

  it('every route but the public ones asks for a session, and a forged one is none', async () => {
    for (const route of api.api.routes) {
      const path = route.path.replace(/:\w+/g, 'x');
      const init = {
        method: route.method.toUpperCase(),
        headers: { cookie: 'sid=forged', 'content-type': 'application/json' },
        ...(route.method === 'post' ? { body: '{}' } : {}),
      };
      const answer = await api.send(path, init);
      if (route.access === 'session')
        expect([answer.status, answer.body.code], `${route.method} ${path}`).to.deep.equal([401, 'session.required']);
      else expect(answer.status, `${route.method} ${path}`).to.not.equal(401);
    }
  });

  it('a change without the token of the session, or from another site, is refused', async () => {
    const body = JSON.stringify({ workflow: 'order-review', answers: {} });
    const headers = { cookie: huang.cookie, 'content-type': 'application/json' };
    for (const more of [
      {},
      { 'x-csrf-token': 'forged' },
      { 'x-csrf-token': huang.csrfToken, 'sec-fetch-site': 'cross-site' },
    ]) {
      const refused = await api.send('/api/instances', { method: 'POST', headers: { ...headers, ...more }, body });
      expect([refused.status, refused.body.code]).to.deep.equal([403, 'csrf.failed']);
    }
    const other = await api.signIn('lin');
    expect(
      (
        await api.send('/api/instances', {
          method: 'POST',
          headers: { ...headers, 'x-csrf-token': other.csrfToken },
          body,
        })
      ).status,
    ).to.equal(403);
  });

  it('signing in gives a cookie that no script reads; signing out ends it', async () => {
    const signedIn = await api.send('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'LIN', password: 'gemba' }),
    });
    expect(signedIn.headers.get('set-cookie')).to.match(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(signedIn.body.person).to.include({ id: 'U03', login: 'lin', language: 'zh-TW', name: '林志豪' });
    expect((await huang.get('/api/session')).status).to.equal(200);
    expect((await huang.delete('/api/session')).status).to.equal(204);
    expect((await huang.get('/api/session')).status).to.equal(401);
  });

  it('a session ends after half an hour without use, and after twelve hours whatever is done', async () => {
    api.clock.move(29 * 60_000);
    expect((await huang.get('/api/session')).status).to.equal(200);
    api.clock.move(31 * 60_000);
    expect((await huang.get('/api/session')).status).to.equal(401);
    const again = await api.signIn('huang');
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect((await again.get('/api/session')).status).to.equal(200);
      api.clock.move(20 * 60_000);
    }
    api.clock.move(60_000);
    expect((await again.get('/api/session')).status).to.equal(401);
  });

  it('a wrong password and an unknown name are told alike, and guessing is slowed', async () => {
    const attempt = (login: string, password: string) =>
      api.send('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
    const [wrong, unknown] = [await attempt('lin', 'x'), await attempt('nobody', 'x')];
    expect([wrong.status, wrong.text]).to.deep.equal([401, unknown.text]);
    for (let tries = 0; tries < 9; tries += 1) await attempt('lin', 'x');
    const slowed = await attempt('lin', 'gemba');
    expect([slowed.status, slowed.body.code]).to.deep.equal([429, 'rate.limited']);
    expect(Number(slowed.headers.get('retry-after'))).to.be.greaterThan(0);
    expect((await attempt('ana', 'gemba')).status).to.equal(200);
    api.clock.move(16 * 60_000);
    expect((await attempt('lin', 'gemba')).status).to.equal(200);
  });

  it('[WH7] what a person may not see does not exist: case, history, picture, task, file, document, command', async () => {
    // given
    const started = await start('SEE-1');
    const rosa = await api.signIn('rosa');
    const emma = await api.signIn('emma');
    const file = started.files[0].id;

    // then
    const paths = [
      `/api/instances/${started.id}`,
      `/api/instances/${started.id}/history`,
      `/api/instances/${started.id}/diagram`,
      `/api/tasks/${started.tasks[0].id}`,
      `/api/files/${file}`,
    ];
    for (const path of paths) {
      const [unseen, unknown] = [await rosa.get(path), await rosa.get(path.replace(/[0-9a-f]{8}-/, '00000000-'))];
      expect([unseen.status, unseen.text], path).to.deep.equal([404, unknown.text]);
      expect((await emma.get(path)).status, `auditor ${path}`).to.equal(200);
      expect((await huang.get(path)).status, `initiator ${path}`).to.equal(200);
    }
    expect((await rosa.post(`/api/tasks/${started.tasks[0].id}/claim`)).status).to.equal(404);
    expect(
      (await rosa.post(`/api/tasks/${started.tasks[0].id}/complete`, { outcome: 'complete', answers: {} })).status,
    ).to.equal(404);
    expect((await rosa.post(`/api/instances/${started.id}/events`, { type: 'void', data: {} })).status).to.equal(404);
    expect((await rosa.get('/api/instances')).body.items).to.deep.equal([]);
    expect((await rosa.get('/api/tasks?box=department')).body.items).to.deep.equal([]);
    expect((await emma.get('/api/instances')).body.items).to.have.length(1);
    expect((await emma.post(`/api/tasks/${started.tasks[0].id}/claim`)).status).to.equal(403);
  });

  it('a file is seen only by its uploader until an answer names it, and then by those who see the case', async () => {
    const lin = await api.signIn('lin');
    const file = (await huang.upload('drawing "1".pdf', samplePdf('drawing'))).body;
    expect((await lin.get(`/api/files/${file.id}`)).status).to.equal(404);
    const own = await huang.get(`/api/files/${file.id}`);
    expect(own.status).to.equal(200);
    expect(own.headers.get('content-disposition')).to.match(/^attachment/);
    expect(own.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(own.headers.get('content-security-policy')).to.contain('sandbox');
    const started = (
      await huang.post('/api/instances', {
        workflow: 'order-review',
        answers: await orderAnswers(huang, { attachments: [file] }),
      })
    ).body;
    expect(started.files).to.have.length(1);
    const emma = await api.signIn('emma');
    expect((await emma.get(`/api/files/${file.id}`)).status).to.equal(200);
    expect((await lin.get(`/api/files/${file.id}`)).status).to.equal(404);
  });

  it('a start that was refused leaves its file free for the next try', async () => {
    const answers = await orderAnswers(huang, { payment_terms: '' });
    expect((await huang.post('/api/instances', { workflow: 'order-review', answers })).status).to.equal(400);
    expect(
      (await huang.post('/api/instances', { workflow: 'order-review', answers: { ...answers, payment_terms: 'cash' } }))
        .status,
    ).to.equal(201);
  });

  it('[RT5] an Idempotency-Key answers the first outcome, for its person alone', async () => {
    const answers = await orderAnswers(huang, { customer_po_no: 'IDEM-1' });
    const send = (body: object) => huang.post('/api/instances', body, { 'idempotency-key': 'k1' });
    const [first, second] = [
      await send({ workflow: 'order-review', answers }),
      await send({ workflow: 'order-review', answers }),
    ];
    expect([first.status, second.status]).to.deep.equal([201, 201]);
    expect(second.text).to.equal(first.text);
    const other = await send({ workflow: 'order-review', answers: { ...answers, customer_po_no: 'IDEM-2' } });
    expect([other.status, other.body.code]).to.deep.equal([409, 'command.reused']);
    expect((await huang.get('/api/instances')).body.items).to.have.length(1);
    const task = first.body.tasks[0].id;
    const claim = () => huang.post(`/api/tasks/${task}/claim`, {}, { 'idempotency-key': 'k2' });
    expect((await claim()).body.revision).to.equal(2);
    expect((await claim()).body.revision).to.equal(2);
    expect(
      (await huang.post('/api/instances', { workflow: 'order-review', answers }, { 'idempotency-key': 'a b' })).status,
    ).to.equal(400);
  });

  it('[KE1] the same order twice is refused, and the case that holds it is named to whom may see it', async () => {
    const started = await start('DUP-1');
    const again = await huang.post(
      '/api/instances',
      { workflow: 'order-review', answers: await orderAnswers(huang, { customer_po_no: 'DUP-1' }) },
      { 'accept-language': 'en' },
    );
    expect([again.status, again.body.code]).to.deep.equal([409, 'key.taken']);
    expect(again.body.detail).to.contain(started.number);
  });

  it('every answer carries the headers that keep a browser out of trouble', async () => {
    for (const answer of [await huang.get('/api/session'), await api.send('/api/nowhere'), await api.send('/health')]) {
      expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
      expect(answer.headers.get('x-frame-options')).to.equal('SAMEORIGIN');
      expect(answer.headers.get('x-powered-by')).to.equal(null);
    }
    expect((await huang.get('/api/session')).headers.get('cache-control')).to.equal('no-store');
    expect((await api.send('/api/nowhere')).body.code).to.equal('route.not_found');
  });

  it('open pages are told that a list changed, and only those who may see why', async () => {
    // given
    const listen = async (person: TestPerson) => {
      const stop = new AbortController();
      const response = await fetch(`${api.base}/api/stream`, {
        headers: { cookie: person.cookie },
        signal: stop.signal,
      });
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      let text = '';
      const until = async (wanted: string): Promise<string> => {
        while (!text.includes(wanted)) text += new TextDecoder().decode((await reader.read()).value);
        return text;
      };
      await until(':open');
      return { until, seen: () => text, stop: () => stop.abort() };
    };
    const rosa = await api.signIn('rosa');
    const [mine, hers] = [await listen(huang), await listen(rosa)];

    // when
    const started = await start('LIVE-1');

    // then
    expect(await mine.until('"list":"tasks"')).to.contain(started.id);
    await api.plant.notifications.put({
      id: 'n1',
      person: 'U06',
      title: { en: 't' },
      text: { en: 'x' },
      at: 0,
      readAt: null,
      template: 'x',
      instance: null,
    });
    expect(await hers.until('notifications')).to.not.contain(started.id);
    mine.stop();
    hers.stop();
  });
});
