import { expect } from 'chai';
import { writePreferences } from '../../../server/mail/mail-preferences.ts';
import { nextDigestAt } from '../../../server/mail/digest-moment.ts';
import { news, noteMailer, openMailDesk } from './mail-desk.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Monday, 09:00 in Taipei: after that day's digest. */
const at = Date.UTC(2026, 10, 23, 1);

describe('the outbox of mails', () => {
  it('[ML2] keeps one mail for a notification, however often it is asked', async () => {
    // given
    const { sent, mailer } = noteMailer();
    const desk = await openMailDesk(mailer);

    // when
    for (let time = 0; time < 3; time++) await desk.outbox.queue({ person: 'U02', item: news('a'), digest: false, at });
    await desk.courier.deliver();
    await desk.outbox.queue({ person: 'U02', item: news('a'), digest: false, at });
    await desk.courier.deliver();

    // then
    expect(sent).to.have.length(1);
  });

  it('[ML7] what is only to be known goes into one mail a person and day, at the set hour', async () => {
    // given
    const { sent, mailer } = noteMailer();
    const desk = await openMailDesk(mailer);
    for (const id of ['a', 'b', 'a', 'c']) await desk.outbox.queue({ person: 'U02', item: news(id), digest: true, at });
    await desk.outbox.queue({ person: 'U03', item: news('d'), digest: true, at });
    await desk.courier.deliver();
    expect(sent, 'before its hour').to.have.length(0);

    // when
    desk.clock.set(nextDigestAt(at, '08:15', 'Asia/Taipei') - 1);
    expect(await desk.courier.deliver()).to.equal(0);
    desk.clock.move(1);
    await Promise.all([desk.courier.deliver(), desk.courier.deliver()]);
    // A notification that comes late, for the digest that has gone, is in the next one.
    await desk.outbox.queue({ person: 'U02', item: news('late'), digest: true, at });
    desk.clock.move(DAY_MS);
    await desk.courier.deliver();

    // then
    const toJavier = sent.filter(({ to }) => to.address === 'javier@norte-metalworks.example');
    expect(toJavier.map(({ subject }) => subject)).to.deep.equal([
      'Novedades de sus casos: 3',
      'Novedades de sus casos: 1',
    ]);
    expect(toJavier[0]?.text).to.include('Pedido a').and.include('Pedido b').and.include('Pedido c');
    expect(sent.filter(({ to }) => to.address === 'lin@norte-metalworks.example')).to.have.length(1);
  });

  it('[ML7] the hour is read on the clock of the plant, and comes strictly after what is told', () => {
    const quarterPastEight = Date.UTC(2026, 10, 23, 0, 15);
    expect(nextDigestAt(quarterPastEight - 1, '08:15', 'Asia/Taipei')).to.equal(quarterPastEight);
    expect(nextDigestAt(quarterPastEight, '08:15', 'Asia/Taipei')).to.equal(quarterPastEight + DAY_MS);
    // Madrid puts its clocks back on 25 October 2026: that day is 25 hours long.
    expect(nextDigestAt(Date.UTC(2026, 9, 24, 6, 15), '08:15', 'Europe/Madrid')).to.equal(Date.UTC(2026, 9, 25, 7, 15));
  });

  it('[ML9] keeps nothing for who wants no mail of a kind, or has no address', async () => {
    // given
    const { mailer } = noteMailer();
    const desk = await openMailDesk(mailer);
    await writePreferences(desk.store, 'U02', { immediate: false, digest: true });
    await writePreferences(desk.store, 'U03', { immediate: true, digest: false });
    const person = desk.keeper.plant().people.get('U04');
    const { email: _none, ...without } = person ?? {};
    await desk.store.putRecord({ register: 'people', id: 'U04', value: without as never });
    await desk.keeper.refresh();

    // when
    for (const id of ['U02', 'U03', 'U04'])
      for (const digest of [true, false]) await desk.outbox.queue({ person: id, item: news(id), digest, at });

    // then
    expect((await desk.rows()).map(({ person: to, kind }) => [to, kind])).to.have.deep.members([
      ['U02', 'digest'],
      ['U03', 'immediate'],
    ]);
  });
});
