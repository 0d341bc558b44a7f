import { expect } from 'chai';
import type { JsonObject } from '../../engine/model/json.ts';
import type { StateFile, WorkflowFile } from '../../engine/model/workflow-file.ts';
import { SILENT } from '../../engine/ports/logger.ts';
import { readWebhookSettings } from '../../server/effects/http/webhook-settings.ts';
import { openMailCourier } from '../../server/mail/courier.ts';
import type { Mailer } from '../../server/mail/mailer.ts';
import { openSmtpMailer } from '../../server/mail/smtp-mailer.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { openSmtpServer } from '../support/open-smtp-server.ts';
import { openTestApi, type TestApi, type TestPerson } from '../support/open-test-api.ts';
import { MONDAY_9 } from '../support/open-test-engine.ts';
import { NOTE_FORM, sampleFile } from '../support/sample-workflow.ts';
import { openTarget, type TestTarget } from './effects/http/open-target.ts';

const MINUTE = 60_000;
const SILENCE_MS = 3_000;
const PUBLIC_URL = 'https://flow.norte.example';
const EN = { 'accept-language': 'en' };
const NOBODY: Mailer = { send: () => Promise.reject(new Error('Nobody takes mails here.')), close: () => undefined };
const STORED: StateFile = { description: 'Stored', type: 'final' };

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Asks a URL, and ends by the answer. */
const asking = (url: string): WorkflowFile['states'] => ({
  post: {
    description: 'Post the scrap',
    invoke: { src: 'http', input: { method: 'POST', url, timeoutMs: SILENCE_MS }, onDone: { target: 'stored' } },
  },
  stored: STORED,
});

describe('what a plant is given and cannot do', () => {
  let api: TestApi;
  let target: TestTarget;
  let ana: TestPerson;
  let admin: TestPerson;

  beforeEach(async () => {
    target = await openTarget((response) => {
      if (response.req.url !== '/silent') response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const { settings: webhooks } = readWebhookSettings({ WEBHOOK_ALLOW: `127.0.0.1:${target.port}` });
    // Mails are queued; who takes them away is a test's business.
    const mail = { mailer: NOBODY, publicUrl: PUBLIC_URL };
    api = await openTestApi(openMemoryStore(), MONDAY_9, null, { outside: { webhooks, mail } });
    [ana, admin] = await Promise.all([api.signIn('ana'), api.signIn('admin')]);
  });
  afterEach(async () => {
    await api.plant.worker.stop();
    await api.close();
    await target.close();
  });

  /** Publishes the states under a name; a case is started by Ana. */
  const publish = (id: string, states: WorkflowFile['states'], templates: { readonly [name: string]: string } = {}) =>
    api.plant.library.publish(
      {
        machine: sampleFile(states, {
          id,
          description: id,
          meta: {
            number: `${id}-{seq3}`,
            calendar: 'always',
            start: { form: 'note', roles: ['production_planner'], into: 'request' },
          },
        }),
        texts: {},
        forms: { note: NOTE_FORM },
        formTexts: {},
        templates,
      },
      api.clock.now(),
    );
  const start = (workflow: string) => ana.post('/api/instances', { workflow, answers: { note: 'Lot 7' } }, EN);
  const begin = async (workflow: string, ...file: Tail<Parameters<typeof publish>>): Promise<string> => {
    await publish(workflow, ...file);
    const started = await start(workflow);
    expect(started.status, started.text).to.equal(201);
    return String(started.body.id);
  };
  const caseOf = async (id: string) => (await admin.get(`/api/instances/${id}`, EN)).body;
  /** Asks again and again, each time over the wire, until a case is as it must become. */
  const until = async (id: string, is: (instance: JsonObject) => boolean): Promise<void> => {
    for (let asked = 0; asked < 2_000; asked += 1) if (is(await caseOf(id))) return;
    throw new Error(`The case stands as ${JSON.stringify((await caseOf(id)).state)} still.`);
  };

  it('[HO4] [HO5] [HO6] a webhook to a private address, a name of one, or by a redirect is an incident at once', async () => {
    // given
    const here = `127.0.0.1:${target.port}`;
    const urls = {
      'to-private': 'http://10.0.0.5/scrap',
      'to-metadata': 'http://169.254.169.254/latest/meta-data',
      'to-a-name': 'http://localhost/scrap',
      'to-redirect': `http://${here}/scrap`,
    };
    const cases: { [id: string]: string } = {};
    for (const [id, url] of Object.entries(urls)) cases[id] = await begin(id, asking(url));
    const good = await begin('kept-here', { wait: { description: 'Wait', after: { PT1M: 'stored' } }, stored: STORED });

    // when
    await api.work();
    api.clock.move(MINUTE);
    await api.work();

    // then: each says what is wrong, nothing but the allowed target was asked, and the other case went on
    const found = await Promise.all(
      Object.entries(cases).map(async ([id, instance]) => {
        const { incidents } = await caseOf(instance);
        return [id, incidents.length, incidents[0]?.code];
      }),
    );
    expect(found).to.deep.equal([
      ['to-private', 1, 'target.not_allowed'],
      ['to-metadata', 1, 'target.not_allowed'],
      ['to-a-name', 1, 'target.not_allowed'],
      ['to-redirect', 1, 'http.302'],
    ]);
    expect(target.seen.map(({ path }) => path)).to.deep.equal(['/scrap']);
    expect((await caseOf(good)).status).to.equal('done');
  });

  it('[HO7] [WK4] a target that never answers holds nobody up, and is an incident in the end', async () => {
    // given
    const stuck = await begin('never-answered', asking(`http://127.0.0.1:${target.port}/silent`));
    api.plant.worker.start();
    await target.asked();

    // when: another case has work to do meanwhile
    const other = await begin('looked-up', {
      look: {
        description: 'Look it up',
        invoke: { src: 'query', input: { query: 'nowhere' }, onDone: 'stored', onError: 'stored' },
      },
      stored: STORED,
    });
    await until(other, ({ status }) => status === 'done');

    // then
    expect((await caseOf(stuck)).incidents).to.deep.equal([]);
    for (let attempt = 1; attempt < 8; attempt += 1) {
      const asked = target.asked();
      api.clock.move(SILENCE_MS);
      await until(stuck, ({ effects }) => (effects as JsonObject[])[0]?.['attempt'] === attempt);
      api.clock.move(2 * MINUTE);
      await asked;
    }
    api.clock.move(SILENCE_MS);
    await until(stuck, ({ incidents }) => (incidents as JsonObject[]).length > 0);
    expect((await caseOf(stuck)).incidents[0].code).to.equal('target.silent');
  });

  it('[EA8] a task for each of 100,000 items is refused with what is too many, and no case is there', async () => {
    await publish('too-many', {
      vote: {
        description: 'Vote',
        meta: {
          task: {
            form: 'note',
            roles: ['production_planner'],
            outcomes: { agree: 'Agree' },
            forEach: { items: '= for i in 1..100000 return i', as: 'member' },
          },
        },
        on: { collected: { target: 'stored' } },
      },
      stored: STORED,
    });
    const refused = await start('too-many');
    expect(refused.body.code).to.equal('expression.failed');
    expect(refused.text).to.contain('100000 items; at most 1000');
    expect((await admin.get('/api/instances?workflow=too-many')).body.items).to.deep.equal([]);
  });

  it('[DC11] [DC13] a template that reaches for __proto__ finds nothing; one with code is an incident', async () => {
    // given
    const states: WorkflowFile['states'] = {
      draw_up: {
        description: 'Draw it up',
        invoke: { src: 'document', input: { template: 'paper', code: 'D01' }, onDone: { target: 'stored' } },
      },
      stored: STORED,
    };
    const reaching =
      '[{{data.__proto__.polluted}}{{__proto__}}{{constructor.constructor}}{{data.request.constructor}}]';
    const reaches = await begin('reaches', states, { 'paper.en': `Paper\n${reaching}` });
    const runs = await begin('runs-code', states, { 'paper.en': 'Paper\n{{#*inline "row"}}x{{/inline}}' });

    // when
    await api.work();

    // then
    const [document] = (await caseOf(reaches)).documents;
    expect((await admin.get(`/api/documents/${document.id}`)).text).to.contain('[]');
    expect((await caseOf(runs)).incidents.map(({ code }: { code: string }) => code)).to.deep.equal([
      'template.refused',
    ]);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('[ML3] a mail server that is down holds no case up: people are told in the product, and the mail comes later', async () => {
    // given: a task that nobody does, and no mail server
    const down = await openSmtpServer();
    const port = Number(new URL(down.url).port);
    await down.close();
    const id = await begin('left-lying', {
      make: {
        description: 'Make',
        meta: { task: { form: 'note', roles: ['qc_inspector'], due: 'PT1H', ladder: 'default' } },
        on: { made: { description: 'Made', target: 'stored' } },
      },
      stored: STORED,
    });
    const courier = openMailCourier({
      ...{ store: api.plant.store, clock: api.clock, keeper: api.plant.keeper, logger: SILENT },
      mailer: openSmtpMailer(`smtp://127.0.0.1:${port}`, 'flow@norte.example'),
      publicUrl: PUBLIC_URL,
      newToken: () => 'lease',
      jitter: () => 0,
    });

    // when: the plant manager is told
    for (let level = 1; level <= 4; level += 1) {
      api.clock.move(30 * MINUTE);
      await api.work();
      await courier.deliver();
    }

    // then
    const javier = await api.signIn('javier');
    expect((await javier.get('/api/notifications', EN)).body.items[0].title).to.contain('Escalated to you: Make');
    expect((await javier.get(`/api/instances/${id}`, EN)).body.status).to.equal('active');

    // when: the server is there again
    const up = await openSmtpServer(port);
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      api.clock.move(15 * MINUTE);
      await courier.deliver();
    }

    // then
    const his = up.received.filter(({ to }) => to[0]?.startsWith('javier'));
    expect(his.map(({ header }) => header('subject')[0])).to.deep.equal(['Escalada a usted: Make (left-lying-001)']);
    await up.close();
  });
});
