import { expect } from 'chai';
import { MailFailure } from '../../../server/mail/mailer.ts';
import { openSmtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { openSmtpServer, type TestSmtpServer } from '../../support/open-smtp-server.ts';
import { crashingStore } from './crashing-put.ts';
import { news, noteMailer, openMailDesk } from './mail-desk.ts';

const FROM = 'Gembaflow <flow@norte.example>';
const HOUR_MS = 3_600_000;
/** 09:00 on the clock that every mail of these tests is asked at. */
const at = Date.UTC(2026, 10, 23, 1);

describe('mails through a real SMTP server', () => {
  let smtp: TestSmtpServer;
  beforeEach(async () => {
    smtp = await openSmtpServer();
  });
  afterEach(() => smtp.close());

  it('[ML4] arrive in the language of the receiver, with subject, text and link', async () => {
    // given
    const desk = await openMailDesk(openSmtpMailer(smtp.url, FROM));
    for (const person of ['U01', 'U02']) await desk.outbox.queue({ person, item: news(person), digest: false, at });

    // when
    await desk.courier.deliver();

    // then
    const [mei, javier] = [...smtp.received].sort((a, b) => (a.to[0] ?? '').localeCompare(b.to[0] ?? '')).reverse();
    expect(mei?.to).to.deep.equal(['mei@norte-metalworks.example']);
    expect(mei?.header('subject')).to.deep.equal(['訂單 U01 已決定']);
    expect(mei?.header('to')[0]).to.include('陳美玲');
    expect(mei?.part('text/plain')).to.include('已核准。').and.include('https://flow.norte.example/cases/case-1');
    expect(mei?.part('text/html')).to.include('lang="zh-TW"').and.include('陳美玲，您好');
    expect(javier?.header('subject')).to.deep.equal(['Pedido U02: decisión']);
    expect(javier?.part('text/plain')).to.include('Aprobación: sí, en época.');
    expect(javier?.from).to.equal('flow@norte.example');
  });

  it('[ML5] a line break in a title or a name makes no header and no receiver', async () => {
    // given
    const desk = await openMailDesk(openSmtpMailer(smtp.url, FROM));
    const title = { en: 'Lot 1\r\nBcc: thief@evil.example\u2028X-Evil: yes\n\nbody' };
    await desk.outbox.queue({ person: 'U02', item: news('x', { title }), digest: false, at });

    // when
    await desk.courier.deliver();

    // then
    expect(smtp.received).to.have.length(1);
    expect(smtp.received[0]?.to).to.deep.equal(['javier@norte-metalworks.example']);
    expect(smtp.received[0]?.header('bcc')).to.deep.equal([]);
    expect(smtp.received[0]?.header('x-evil')).to.deep.equal([]);
    expect(smtp.received[0]?.header('subject')).to.deep.equal(['Lot 1 Bcc: thief@evil.example X-Evil: yes body']);
  });

  it('[ML3] a server that was down gets the mail once, when it is up again', async () => {
    // given
    const port = Number(new URL(smtp.url).port);
    await smtp.close();
    const desk = await openMailDesk(openSmtpMailer(`smtp://127.0.0.1:${port}`, FROM));
    await desk.outbox.queue({ person: 'U02', item: news('a'), digest: false, at });
    expect(await desk.courier.deliver()).to.equal(0);
    expect((await desk.rows())[0]?.state).to.equal('waiting');

    // when
    smtp = await openSmtpServer(port);
    desk.clock.move(HOUR_MS);
    await desk.courier.deliver();
    await desk.courier.deliver();

    // then
    expect(smtp.received).to.have.length(1);
    expect((await desk.rows())[0]).to.include({ state: 'sent', attempt: 2, problem: null });
  });

  it('[ML8] a receiver whom the server refuses is given up at once, and keeps nobody else from theirs', async () => {
    // given
    smtp.refused.add('javier@norte-metalworks.example');
    const desk = await openMailDesk(openSmtpMailer(smtp.url, FROM));
    for (const person of ['U02', 'U03']) await desk.outbox.queue({ person, item: news(person), digest: false, at });

    // when
    await desk.courier.deliver();

    // then
    expect(smtp.received.map(({ to }) => to[0])).to.deep.equal(['lin@norte-metalworks.example']);
    expect((await desk.rows()).map(({ state }) => state)).to.deep.equal(['failed', 'sent']);
  });
});

describe('the courier of mails', () => {
  it('[ML6] killed between sending and noting it, the mail is sent again under the same Message-ID', async () => {
    // given
    const { sent, mailer } = noteMailer();
    const store = crashingStore();
    const desk = await openMailDesk(mailer, { store });
    await desk.outbox.queue({ person: 'U02', item: news('a'), digest: false, at });
    store.crashAt((put) => (put.value as { state?: string }).state === 'sent');
    await desk.courier.deliver().catch(() => undefined);
    store.crashAt(() => false);

    // when
    expect(await desk.courier.deliver(), 'the lease holds').to.equal(0);
    desk.clock.move(HOUR_MS);
    await desk.courier.deliver();

    // then
    expect(sent).to.have.length(2);
    expect(sent[0]?.messageId).to.equal(sent[1]?.messageId);
    expect(sent[0]?.messageId).to.match(/^<[0-9a-f]{40}@flow\.norte\.example>$/);
    expect((await desk.rows())[0]?.state).to.equal('sent');
  });

  it('[ML3] two couriers send one mail once', async () => {
    // given
    const { sent, mailer } = noteMailer();
    const desk = await openMailDesk(mailer);
    const other = await openMailDesk(mailer, { store: desk.store });
    for (const id of ['a', 'b', 'c']) await desk.outbox.queue({ person: 'U02', item: news(id), digest: false, at });

    // when
    await Promise.all([desk.courier.deliver(), other.courier.deliver()]);

    // then
    expect(sent.map(({ messageId }) => messageId)).to.have.length(3);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).to.equal(3);
  });

  it('[ML8] tries again with growing waits, rests while nothing can be reached, and gives up', async () => {
    // given
    let tries = 0;
    const { mailer } = noteMailer({
      before() {
        tries += 1;
        throw new MailFailure('unreachable', 'ECONNECTION', 'connect ECONNREFUSED');
      },
    });
    const desk = await openMailDesk(mailer);
    for (const id of ['a', 'b']) await desk.outbox.queue({ person: 'U02', item: news(id), digest: false, at });
    await desk.courier.deliver();
    expect(tries, 'one finds out for both').to.equal(1);

    // when
    for (let round = 0; round < 60; round++) {
      desk.clock.move(HOUR_MS);
      await desk.courier.deliver();
    }

    // then
    expect((await desk.rows()).map(({ state, attempt }) => [state, attempt])).to.deep.equal([
      ['failed', 24],
      ['failed', 24],
    ]);
    expect((await desk.rows())[0]?.problem?.code).to.equal('ECONNECTION');
  });
});
