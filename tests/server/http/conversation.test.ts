import { type IncomingMessage, request } from 'node:http';
import { expect } from 'chai';
import type { Change } from '../../../server/services/changes.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

const EN = { 'accept-language': 'en' };
/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('comments and files of a case', () => {
  let api: TestApi;
  let huang: TestPerson;
  let stranger: TestPerson;
  let path: string;
  let strangerId: string;
  beforeEach(async () => {
    api = await openTestApi();
    huang = await api.signIn('huang');
    const started = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang),
    });
    path = `/api/instances/${started.body.id}`;
    const seeing = new Set((await mentionable()).map(({ id }) => id));
    const unseeing = [...api.plant.keeper.plant().people.values()].find(
      ({ id, login }) => !seeing.has(id) && login !== 'huang',
    );
    strangerId = unseeing?.id ?? '';
    stranger = await api.signIn(unseeing?.login ?? '');
  });
  afterEach(() => api.close());

  const say = (text: string, more: object = {}, headers = {}) =>
    huang.post(`${path}/comments`, { text, ...more }, headers);
  const mentionable = async (): Promise<readonly { id: string; name: string }[]> =>
    (await huang.get(`${path}/mentionable`)).body.items;

  it('[CV1] comments stand in the order they were said; a repeat of a command is the same comment', async () => {
    // when
    const first = await say('one', {}, { 'idempotency-key': 'k1' });
    const again = await say('one', {}, { 'idempotency-key': 'k1' });
    await Promise.all(['two', 'three', 'four'].map((text) => say(text)));

    // then
    expect([first.status, again.body.id]).to.deep.equal([201, first.body.id]);
    const { items } = (await huang.get(`${path}/comments`)).body;
    expect(items[0].text).to.equal('one');
    expect(items.map((each: { text: string }) => each.text)).to.have.members(['one', 'two', 'three', 'four']);
    const page = (await huang.get(`${path}/comments?limit=3`)).body;
    expect([page.items.length, page.next === null]).to.deep.equal([3, false]);
  });

  it('[CV1] the same command twice at once is one comment', async () => {
    const both = await Promise.all([1, 2].map(() => say('once', {}, { 'idempotency-key': 'both' })));
    expect(both[0]?.body.id).to.equal(both[1]?.body.id);
    expect((await huang.get(`${path}/comments`)).body.items).to.have.length(1);
  });

  it('[CV2] a comment is kept as the text it is; an empty or endless one is refused', async () => {
    const markup = '<img src=x onerror=alert(1)> **bold**';
    expect((await say(markup)).body.text).to.equal(markup);
    expect((await say('  \n ')).status).to.equal(400);
    expect((await say('x'.repeat(4_001))).status).to.equal(400);
  });

  it('[CV3] who is mentioned is told once, whoever does not see the case cannot be mentioned', async () => {
    // given
    const [someone] = await mentionable();

    // when
    for (const _ of [1, 2]) await say('@you look', { mentions: [someone?.id] }, { 'idempotency-key': 'm' });
    const refused = await huang.post(`${path}/comments`, { text: 'x', mentions: [strangerId] }, EN);

    // then
    const told = await api.plant.store.listRecords({
      register: 'notifications',
      key: `of:${someone?.id}`,
      limit: 10,
    });
    const mentions = told.items.map(({ value }) => value as { template?: string; text?: { en: string } });
    expect(mentions.filter(({ template }) => template === 'mention').map(({ text }) => text?.en)).to.deep.equal([
      '@you look',
    ]);
    expect([refused.status, refused.body.code]).to.deep.equal([400, 'mention.refused']);
    expect(refused.body.detail).to.contain('does not take part in this case');
    expect((await huang.get(`${path}/comments`)).body.items).to.have.length(1);
  });

  it('[CV4] what is said and added does not exist for whoever does not see the case', async () => {
    const file = (await huang.upload('scratch.png', PIXEL)).body;
    await huang.post(`${path}/files`, { file });
    for (const address of [`${path}/comments`, `${path}/files`, `${path}/mentionable`])
      expect((await stranger.get(address)).status, address).to.equal(404);
    expect((await stranger.post(`${path}/comments`, { text: 'hello' })).body.code).to.equal('instance.not_found');
    expect((await stranger.get(`/api/files/${file.id}`)).status).to.equal(404);
    expect((await stranger.get(`/api/files/${file.id}/picture`)).status).to.equal(404);
  });

  it('[CV4] open pages of those who see the case are woken', async () => {
    const woken: Change[] = [];
    api.plant.changes.listen((change) => woken.push(change));
    await say('hello');
    expect(woken.map((change) => change.kind)).to.deep.equal(['case']);
  });

  it('[CV5] a file is added by its uploader, once, and is then as visible as the case', async () => {
    // given
    const file = (await huang.upload('scratch.png', PIXEL)).body;
    const [someone] = await mentionable();
    const login = api.plant.keeper.plant().people.get(someone?.id ?? '')?.login ?? '';
    const colleague = await api.signIn(login);
    expect((await colleague.post(`${path}/files`, { file })).body.code).to.equal('file.not_found');

    // when
    for (const _ of [1, 2]) expect((await huang.post(`${path}/files`, { file: { id: file.id } })).status).to.equal(201);
    const seen = await colleague.get(`${path}/files`);

    // then
    expect(seen.body.items.map((each: { name: string }) => each.name)).to.deep.equal(['scratch.png']);
    expect((await colleague.get(`/api/files/${file.id}`)).status).to.equal(200);
    expect((await say('see here', { files: [file.id] })).body.files).to.deep.equal([file]);
  });

  it('[CV6] only a picture by its content is shown inside the page, and nothing in it runs', async () => {
    const file = (await huang.upload('scratch.png', PIXEL)).body;
    const shown = await huang.get(`/api/files/${file.id}/picture`);
    expect(shown.headers.get('content-type')).to.equal('image/png');
    expect(shown.headers.get('content-security-policy')).to.contain('sandbox');
    expect(shown.headers.get('x-content-type-options')).to.equal('nosniff');
    const text = (await huang.upload('note.txt', Buffer.from('plain words'))).body;
    expect((await huang.get(`/api/files/${text.id}/picture`)).status).to.equal(404);
    const posing = await huang.upload('picture.png', Buffer.from('<!doctype html><script>alert(1)</script>'));
    expect(posing.body.code).to.equal('file.type_refused');
  });

  it('[CV7] 2 GB are refused before they come, also by a sender who does not say how much it is', async () => {
    for (const length of [2 * 1024 ** 3, null]) {
      const sending = request(`${api.base}/api/files`, {
        method: 'POST',
        headers: {
          cookie: huang.cookie,
          'x-csrf-token': huang.csrfToken,
          'content-type': 'multipart/form-data; boundary=b',
          ...(length === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
        },
      });
      // A sender who goes on writing may find the line cut before they read the answer.
      const answered = new Promise<IncomingMessage | null>((resolve) => {
        sending.once('response', resolve);
        sending.once('error', () => resolve(null));
        sending.on('error', () => undefined);
      });
      let sent = 0;
      const chunk = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        if (length !== null || sent > 200 || sending.destroyed) return;
        sent += 1;
        sending.write(chunk, () => setImmediate(more));
      };
      sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n', more);
      const response = await answered;
      if (length !== null || response !== null) expect(response?.statusCode, `length ${length}`).to.equal(413);
      expect(sent).to.be.lessThan(200);
      sending.destroy();
    }
  });
});
