import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { CalendarFile, Ladder } from '../../../engine/model/person.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import type { NamedStore } from './named-store.ts';

const EN = { 'accept-language': 'en' };
const LADDER = '/api/plant/ladders/default';
const OFFICE = '/api/plant/calendars/office';
const SETTINGS = '/api/plant/settings';
const MEETING = '/order_review/meeting_above_eur';

/** The suite on one kind of store. */
export function describePlantParts({ name, open }: NamedStore): void {
  describe(`ladders, calendars and settings over the API, on ${name}`, () => {
    let api: TestApi;
    let javier: TestPerson;
    let lin: TestPerson;
    beforeEach(async () => {
      api = await openTestApi(await open());
      javier = await api.signIn('javier');
      lin = await api.signIn('lin');
    });
    afterEach(() => api.close());

    const ladderBody = async (changes: Partial<Ladder> & JsonObject = {}): Promise<JsonObject> => {
      const { titles, levels, version } = (await javier.get(LADDER)).body;
      return { titles, levels, version, reason: 'tried it', ...changes };
    };
    const calendarBody = async (changes: Partial<CalendarFile> & JsonObject = {}): Promise<JsonObject> => {
      const { titles, zone, week, holidays, exceptions, version } = (await javier.get(OFFICE)).body;
      return { titles, zone, week, holidays, exceptions, version, reason: 'make-up day', ...changes };
    };

    it('[PS3] a ladder is changed with who, when and why, and what it was before can be read', async () => {
      // given
      const [first] = (await javier.get(LADDER)).body.levels;

      // when
      const changed = await javier.post(LADDER, await ladderBody({ levels: [{ ...first, after: '40%' }] }));
      api.clock.move(60_000);
      const again = await javier.post(
        LADDER,
        await ladderBody({ levels: [{ ...first, after: '30%' }], reason: 'once more' }),
      );

      // then
      expect([changed.status, changed.body.version, again.body.version]).to.deep.equal([200, 1, 2]);
      expect(api.plant.keeper.plant().ladders.get('default')?.levels[0]?.after).to.equal('30%');
      const changes = (await lin.get('/api/plant/changes?of=ladder:default')).body.items;
      expect(
        changes.map((one: { version: number; reason: string; by: { id: string }; change: Ladder }) => [
          one.version,
          one.reason,
          one.by.id,
          one.change.levels[0]?.after,
        ]),
      ).to.deep.equal([
        [2, 'once more', 'U02', '30%'],
        [1, 'tried it', 'U02', '40%'],
      ]);
      expect(changes[0].at > changes[1].at).to.equal(true);
    });

    it('[PS3] a change that rests on an older version is a conflict, a repeat changes nothing', async () => {
      const body = await ladderBody();
      const key = { 'idempotency-key': 'once' };
      const first = await javier.post(LADDER, body, key);
      const repeat = await javier.post(LADDER, body, key);
      const stale = await javier.post(LADDER, body);
      expect([first.status, repeat.status, repeat.body.version]).to.deep.equal([200, 200, 1]);
      expect([stale.status, stale.body.code]).to.deep.equal([409, 'record.conflict']);
      const both = await Promise.all([1, 2].map(async () => javier.post(OFFICE, await calendarBody())));
      expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    });

    it('[PS1] a ladder with problems is refused with all of them in the reader’s language, and stays', async () => {
      const { levels } = (await javier.get(LADDER)).body;
      const bad = { levels: [levels[1], { ...levels[0], to: ['nobody'] }] };
      const refused = await javier.post(LADDER, await ladderBody(bad), EN);
      const spanish = await javier.post(LADDER, await ladderBody(bad), { 'accept-language': 'es' });
      expect([refused.status, refused.body.code]).to.deep.equal([400, 'plant.invalid']);
      expect(refused.body.problems.map(({ path, code }: { path: string; code: string }) => [path, code])).to.deep.equal(
        [
          ['/levels/1/to/0', 'ladder.role_unknown'],
          ['/levels/1/after', 'ladder.not_rising'],
        ],
      );
      expect(spanish.body.problems[0].message).to.contain('No existe la función');
      expect((await javier.get(LADDER)).body.version).to.equal(0);
    });

    it('[PS7] everybody who is signed in reads, and only plant managers and administrators change', async () => {
      const admin = await api.signIn('admin');
      for (const path of ['/api/plant/ladders', '/api/plant/calendars', SETTINGS, LADDER, OFFICE, '/api/plant/roles']) {
        expect((await lin.get(path)).status, path).to.equal(200);
        expect((await api.send(path)).status, path).to.equal(401);
      }
      const refused = await Promise.all([
        lin.post(LADDER, await ladderBody()),
        lin.post(OFFICE, await calendarBody()),
        lin.post(SETTINGS, { version: 0, reason: 'because', values: { [MEETING]: 1 } }),
      ]);
      expect(refused.map(({ status }) => status)).to.deep.equal([403, 403, 403]);
      expect((await lin.get(LADDER)).body.mayChange).to.equal(false);
      expect((await admin.post(LADDER, await ladderBody())).status).to.equal(200);
      expect((await javier.get('/api/plant/ladders/none')).body.code).to.equal('ladder.not_found');
      expect((await javier.get('/api/plant/calendars/none')).body.code).to.equal('calendar.not_found');
    });

    it('what is answered fits its description', async () => {
      const changed = await javier.post(LADDER, await ladderBody());
      const answers = [
        ['post /api/plant/ladders/:id', changed],
        ['get /api/plant/ladders', await javier.get('/api/plant/ladders')],
        ['get /api/plant/ladders/:id', await javier.get(LADDER)],
        ['get /api/plant/calendars', await javier.get('/api/plant/calendars')],
        ['get /api/plant/calendars/:id', await javier.get(OFFICE)],
        ['get /api/plant/settings', await javier.get(SETTINGS)],
        ['get /api/plant/changes', await javier.get('/api/plant/changes?of=ladder:default')],
        ['get /api/plant/roles', await javier.get('/api/plant/roles')],
        ['get /api/people', await javier.get('/api/people')],
        ['get /api/stand-ins', await javier.get('/api/stand-ins')],
      ] as const;
      const check = openFileChecker();
      for (const [name, answer] of answers) {
        const route = api.api.routes.find((one) => `${one.method} ${one.path}` === name);
        expect(answer.status, name).to.equal(route?.answer.status);
        expect(check(route?.answer.schema ?? {}, answer.body), name).to.deep.equal([]);
      }
    });

    it('[PS4] a changed calendar counts from then on, and due times that are stored stay', async () => {
      // given: a task that is open already
      const huang = await api.signIn('huang');
      const start = async (po: string) =>
        (
          await huang.post('/api/instances', {
            workflow: 'order-review',
            answers: await orderAnswers(huang, { customer_po_no: po }),
          })
        ).body;
      const before = await start('CAL-1');

      // when: today becomes a holiday
      const changed = await javier.post(OFFICE, await calendarBody({ holidays: ['2026-11-23'] }));
      const after = await start('CAL-2');

      // then
      expect([changed.status, changed.body.version]).to.deep.equal([200, 1]);
      const kept = (await huang.get(`/api/instances/${before.id}`)).body;
      expect(kept.tasks[0].dueAt).to.equal(before.tasks[0].dueAt);
      expect(after.tasks[0].dueAt > before.tasks[0].dueAt).to.equal(true);
    });

    it('[CAL15] an impossible calendar is refused with every problem, and the one of every minute never changes', async () => {
      const bad = await calendarBody({ holidays: ['2026-02-30'], exceptions: { '2026-12-05': [['12:00', '08:00']] } });
      const refused = await javier.post(OFFICE, bad, EN);
      expect(refused.body.problems.map(({ path }: { path: string }) => path)).to.deep.equal([
        '/holidays/0',
        '/exceptions/2026-12-05/0',
      ]);
      const always = (await javier.get('/api/plant/calendars/always')).body;
      const { titles, zone, week, holidays, exceptions, version } = always;
      const fixed = await javier.post('/api/plant/calendars/always', {
        ...{ titles, zone, week, holidays, exceptions, version },
        reason: 'because',
      });
      expect([always.mayChange, fixed.status]).to.deep.equal([false, 400]);
      expect((await javier.get(OFFICE)).body.version).to.equal(0);
    });

    it('[PS5] a setting holds from its time on, and a later change does not take it back', async () => {
      // given
      const limitNow = () => (api.plant.keeper.plant().settings['order_review'] as JsonObject)['meeting_above_eur'];
      const inAnHour = new Date(api.clock.now() + 3_600_000).toISOString();

      // when
      const coming = await javier.post(SETTINGS, {
        version: 0,
        reason: 'from noon',
        from: inAnHour,
        values: { [MEETING]: 70_000 },
      });
      const other = await javier.post(SETTINGS, {
        version: 1,
        reason: 'dollar falls',
        values: { '/rates_to_eur/USD': 0.9, [MEETING]: 60_000 },
      });

      // then
      expect([coming.status, other.status, other.body.version]).to.deep.equal([200, 200, 2]);
      const shown = other.body.groups
        .flatMap((group: { settings: JsonObject[] }) => group.settings)
        .find((setting: JsonObject) => setting['pointer'] === MEETING);
      expect(shown).to.deep.include({ value: 60_000, coming: [{ from: inAnHour, value: 70_000 }] });
      expect(limitNow()).to.equal(60_000);
      api.clock.move(3_600_000);
      expect(limitNow()).to.equal(70_000);
      expect((api.plant.keeper.plant().settings['rates_to_eur'] as JsonObject)['USD']).to.equal(0.9);
    });

    it('[PS6] a value of another kind, a name that does not exist and a past day are refused', async () => {
      const set = (values: JsonObject, more: JsonObject = {}) =>
        javier.post(SETTINGS, { version: 0, reason: 'because', values, ...more }, EN);
      const refused = await set({
        [MEETING]: 'many',
        '/rates_to_eur/USD': 0,
        '/shortage/ladders/S1': 'none',
        '/shortage/limits/triage/S1': 'PT4H@moon',
        '/shortage/limits/triage/S2': null,
        '/order_review/nothing': 1,
        '/order_review': 1,
      });
      expect(refused.body.problems.map(({ code }: { code: string }) => code)).to.deep.equal([
        'setting.not_number',
        'setting.zero',
        'setting.ladder_unknown',
        'setting.calendar_unknown',
        'setting.not_duration',
        'setting.unknown',
        'setting.unknown',
      ]);
      const past = await set({ [MEETING]: 1 }, { from: '2020-01-01T00:00:00Z' });
      expect([past.status, past.body.code]).to.deep.equal([400, 'plant.invalid']);
      expect((await set({ '/shortage/update_every/S3': 'P1D' })).status).to.equal(200);
    });
  });
}
