import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Bundle } from '../../../engine/model/version.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

const HOUR = 3_600_000;
const MORNINGS = '/api/schedules/morning-round.mornings';

describe('schedules over the API', () => {
  let api: TestApi;
  let lin: TestPerson;
  beforeEach(async () => {
    api = await openTestApi();
    const fixture = join(PROJECT_ROOT, 'tests', 'fixtures', 'schedules', 'morning-round.json');
    await api.plant.library.publish(JSON.parse(await readFile(fixture, 'utf8')) as Bundle, api.clock.now());
    await api.plant.scheduler.tick();
    lin = await api.signIn('lin');
  });
  afterEach(() => api.close());

  const mornings = async (person: TestPerson, language = 'en') =>
    (await person.get('/api/schedules', { 'accept-language': language })).body.items.find(
      (item: { id: string }) => item.id === 'morning-round.mornings',
    );

  it('[SC10] a schedule says when it comes next, in words of the reader', async () => {
    // given: it is Monday 09:00, so the next working mornings are those after it
    const item = await mornings(lin, 'zh-TW');
    expect(item.workflow.title).to.equal('晨間巡檢');
    expect(item.when).to.equal('僅工作日');
    expect(item.comingAt).to.deep.equal([24, 25, 26].map((day) => `2026-11-${day}T01:00:00.000Z`));
    expect(item.last).to.equal(null);
  });

  it('[SC10] a firing says when it should have been, when it was, and why late or not at all', async () => {
    // when: nobody ticks from Tuesday's time until Sunday noon
    api.clock.move(24 * HOUR);
    await api.plant.scheduler.tick();
    api.clock.move((5 * 24 + 3) * HOUR);
    await api.plant.scheduler.tick();

    // then
    const ana = await api.signIn('ana');
    const chang = await api.signIn('chang');
    const answer = await chang.get(`${MORNINGS}/firings`, { 'accept-language': 'en' });
    const rows = answer.body.items.map((row: { nominalAt: string; state: string; reason: string | null }) => [
      row.nominalAt.slice(8, 10),
      row.state,
      row.reason,
    ]);
    expect(rows).to.deep.equal([
      ['29', 'skipped', 'calendar'],
      ['28', 'skipped', 'calendar'],
      ['27', 'started', 'caught_up'],
      ['26', 'skipped', 'newer'],
      ['25', 'skipped', 'newer'],
      ['24', 'started', null],
    ]);
    expect(answer.body.items[0].why).to.equal('The calendar says that nobody works then.');
    expect(answer.body.items[2].actualAt).to.equal('2026-11-29T04:00:00.000Z');
    const first = answer.body.items[5];
    expect(first.instance.number).to.equal('RND-2611-001');
    expect((await chang.get(`/api/instances/${first.instance.id}`)).body.subject).to.contain('2026-11-24T01:00');
    const page = (await ana.get(`${MORNINGS}/firings?limit=2`)).body;
    const rest = (await ana.get(`${MORNINGS}/firings?cursor=${encodeURIComponent(page.next)}`)).body;
    expect([page.items.length, rest.items.length]).to.deep.equal([2, 4]);
  });

  it('[SC10] a case that the reader may not see is not named', async () => {
    api.clock.move(24 * HOUR);
    await api.plant.scheduler.tick();
    const warehouse = await api.signIn('huang');
    expect((await warehouse.get(`${MORNINGS}/firings`)).body.items[0]).to.include({ state: 'started', instance: null });
  });

  it('[SC9] the owners and administrators pause and resume; what passed in between is not caught up', async () => {
    // given
    const admin = await api.signIn('admin');
    expect((await (await api.signIn('huang')).post(`${MORNINGS}/pause`)).body.code).to.equal('permission.denied');

    // when
    const paused = (await admin.post(`${MORNINGS}/pause`)).body;
    expect([paused.nextAt, paused.paused.by.name]).to.deep.equal([
      null,
      (await admin.get('/api/session')).body.person.name,
    ]);
    api.clock.move(50 * HOUR);
    await api.plant.scheduler.tick();
    const resumed = (await (await api.signIn('admin')).post(`${MORNINGS}/resume`)).body;
    await api.plant.scheduler.tick();

    // then
    expect([resumed.paused, resumed.last]).to.deep.equal([null, null]);
    api.clock.move(22 * HOUR);
    await api.plant.scheduler.tick();
    expect((await mornings(await api.signIn('chang'))).last).to.include({ state: 'started', reason: null });
  });

  it('[SC10] an unknown schedule is not there, in the language of the reader', async () => {
    const answer = await lin.get('/api/schedules/nothing.at-all/firings', { 'accept-language': 'es' });
    expect([answer.status, answer.body.code]).to.deep.equal([404, 'schedule.not_found']);
    expect(answer.body.detail).to.contain('horario');
  });
});
