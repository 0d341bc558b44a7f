import { expect } from 'chai';
import { mailPut, newMail } from '../../../server/mail/mail-row.ts';
import { openTestApi, type TestApi } from '../../support/open-test-api.ts';
import { news } from './mail-desk.ts';

const EN = { 'accept-language': 'en' };

describe('mails over the API', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openTestApi();
  });
  afterEach(() => api.close());

  it('[ML9] each says for themselves which mails they get, and sees their own address alone', async () => {
    // given
    const ana = await api.signIn('ana');
    const before = await ana.get('/api/me/mail');
    expect(before.body).to.deep.equal({
      ...{ sends: false, address: 'ana@norte-metalworks.example' },
      ...{ immediate: true, digest: true, digestAt: '08:15' },
    });

    // when
    const chosen = await ana.post('/api/me/mail', { immediate: true, digest: false });

    // then
    expect([chosen.status, chosen.body.digest]).to.deep.equal([200, false]);
    expect((await ana.get('/api/me/mail')).body.digest).to.equal(false);
    const lin = await api.signIn('lin');
    expect((await lin.get('/api/me/mail')).body).to.include({ digest: true, address: 'lin@norte-metalworks.example' });
    expect((await ana.post('/api/me/mail', { immediate: 'no', digest: true })).status).to.equal(400);
    for (const path of ['/api/people', '/api/registers/people', '/api/session', '/api/plant'])
      expect((await ana.get(path)).text, path).not.to.include('@norte');
  });

  it('[ML8] an administrator sees the failed mails and sends one again; nobody else knows of them', async () => {
    // given
    const item = news('a');
    const row = newMail({ id: item.id, person: 'U02', kind: 'immediate', items: [item], at: 0, dueAt: 0 });
    const problem = { code: 'smtp.550', message: 'No such person' };
    await api.plant.store.putRecord(mailPut({ ...row, state: 'failed', attempt: 24, problem }, 0));
    const admin = await api.signIn('admin');
    const path = `/api/mails/${encodeURIComponent(item.id)}/retry`;

    // when
    const listed = await admin.get('/api/mails?state=failed', EN);
    const again = await admin.post(path);

    // then
    expect(listed.body.items).to.have.length(1);
    expect(listed.body.items[0]).to.deep.include({ attempts: 24, problem, titles: ['Order a decided'] });
    expect(again.body).to.include({ state: 'waiting', attempts: 0 });
    expect((await admin.get('/api/mails')).body.items).to.have.length(0);
    expect((await admin.post('/api/mails/none/retry')).body.code).to.equal('mail.not_found');
    const ana = await api.signIn('ana');
    expect((await ana.get('/api/mails')).status).to.equal(403);
    expect((await ana.post(path)).status).to.equal(403);
  });
});
