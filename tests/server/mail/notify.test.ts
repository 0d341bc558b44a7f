import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { NOTIFY_EFFECT, openNotifyEffect } from '../../../server/effects/notify.ts';
import { NO_OUTBOX } from '../../../server/mail/mail-outbox.ts';
import { openChanges } from '../../../server/services/changes.ts';
import { openNotifications, type StoredNotification } from '../../../server/services/notifications.ts';
import { LANGUAGES } from '../../../engine/model/language.ts';
import { NOTICES, sayNotice } from '../../../server/texts/notice-sentences.ts';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';
import { noteMailer, openMailDesk } from './mail-desk.ts';

/** A case of the sample workflow, and the handler on it. */
async function openNotify(mail: 'mail' | 'no mail' = 'mail') {
  const version = sampleVersion(sampleFile(MAKE_AND_CHECK));
  const test = openTestEngine(version);
  const instance = await test.start('amy', { note: 'Lot 7' });
  const { sent, mailer } = noteMailer();
  const desk = await openMailDesk(mailer, { store: test.store, now: test.clock.now() });
  const handler = openNotifyEffect({
    ...{ store: test.store, clock: test.clock, keeper: desk.keeper },
    library: { version: async () => version },
    notifications: openNotifications(test.store, openChanges()),
    mails: mail === 'mail' ? desk.outbox : NO_OUTBOX,
  } as never);
  const run = (input: JsonObject) =>
    handler.run(input, {
      key: `${instance.id}:r1:x`,
      attempt: 1,
      instance: instance.id,
      askedAt: test.clock.now(),
      signal: new AbortController().signal,
    });
  const told = async (): Promise<readonly StoredNotification[]> =>
    (await test.store.listRecords({ register: 'notifications', limit: 100 })).items.map(
      (one) => one.value as unknown as StoredNotification,
    );
  return { ...desk, run, told, sent, instance };
}

const LATE = { level: 'L1', state: 'make', dueAt: Date.UTC(2026, 10, 23, 5), assignee: 'U03' };

describe('the effect notify', () => {
  it('[NT2] a notice names step, case, due time and holder, in the product and by mail', async () => {
    // given
    const { run, told, sent, courier, instance } = await openNotify();

    // when
    await run({ to: ['person:U02', 'person:U01'], notice: 'overdue', with: LATE });
    await courier.deliver();

    // then
    const [one] = await told();
    expect(one?.title.en).to.equal(`Overdue: Make (${instance.number})`);
    expect(one?.text.en?.replaceAll('\u00a0', ' ')).to.equal(
      'Lot 7. It was due Mon 23 Nov 2026, 13:00. Lin Chih-hao holds it. Please see that it is done, or hand it on.',
    );
    const bySubject = sent.map(({ subject }) => subject);
    expect(bySubject).to.have.members([`Vencida: Make (${instance.number})`, `逾期：Make（${instance.number}）`]);
    expect(sent.find(({ to }) => to.address.startsWith('mei'))?.text).to.include('目前由林志豪辦理');
  });

  it('[NT2] every notice has words in every language, about a task and about a case', () => {
    const facts = { number: 'A-1', subject: 'Lot', step: 'Make', due: 'Monday', holder: 'Lin', by: 'Ana', said: 'why' };
    const bare = { number: 'A-1', subject: 'Lot', step: null, due: null, holder: null, by: null, said: null };
    for (const notice of NOTICES)
      for (const language of LANGUAGES)
        for (const given of [facts, bare]) {
          const { title, text } = sayNotice(notice, given, language);
          expect(title, `${notice} ${language}`).to.include('A-1');
          expect(`${title} ${text}`, `${notice} ${language}`).not.to.match(/null|undefined/);
        }
  });

  it('[NT3] whoever has several of the names, and whoever is asked again, is told once', async () => {
    // given
    const { run, told, sent, courier } = await openNotify();

    // when
    for (let time = 0; time < 2; time++) {
      await run({ to: ['plant_manager', 'person:U02', 'nobody_has_this'], notice: 'escalated', with: LATE });
      await courier.deliver();
    }

    // then
    expect(await told()).to.have.length(1);
    expect(sent).to.have.length(1);
  });

  it('[NT1] neither, both, or an unknown one of template and notice is refused for good', async () => {
    const { run } = await openNotify();
    const check = (input: JsonObject) => openFileChecker()(NOTIFY_EFFECT.input, input);
    expect(check({ to: ['a'], notice: 'overdue' }), 'one').to.deep.equal([]);
    for (const words of [{}, { template: 'a', notice: 'overdue' }, { notice: 'shout' }] as JsonObject[]) {
      expect(check({ to: ['a'], ...words }), JSON.stringify(words)).not.to.deep.equal([]);
      const failed = await run({ to: ['person:U02'], ...words }).then(
        () => null,
        (error: unknown) => error,
      );
      expect((failed as { readonly retry?: boolean } | null)?.retry, JSON.stringify(words)).to.equal(false);
    }
  });

  it('[ML1] without a mail server people are told in the product, and nothing waits', async () => {
    const { run, told, rows } = await openNotify('no mail');
    await run({ to: ['person:U02'], notice: 'reminder', with: LATE });
    expect(await told()).to.have.length(1);
    expect(await rows()).to.have.length(0);
  });
});
