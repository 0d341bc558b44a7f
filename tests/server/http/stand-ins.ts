import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import type { NamedStore } from './named-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EN = { 'accept-language': 'en' };

/** The suite on one kind of store. */
export function describeStandIns({ name, open }: NamedStore): void {
  describe(`absences and delegations over the API, on ${name}`, () => {
    let api: TestApi;
    let ana: TestPerson;
    beforeEach(async () => {
      api = await openTestApi(await open());
      ana = await api.signIn('ana');
    });
    afterEach(() => api.close());

    const at = (ms: number): string => new Date(api.clock.now() + ms).toISOString();
    /** Ana Torres (U04) is away, Lin Chih-hao (U03) stands in. */
    const absence = (changes: JsonObject = {}): JsonObject => ({
      ...{ person: 'U04', standIn: 'U03', kind: 'absence', note: 'wedding' },
      ...{ fromAt: at(HOUR_MS), untilAt: at(DAY_MS) },
      ...changes,
    });
    const actsFor = (id: string) => api.plant.keeper.plant().actsFor.get(id) ?? [];

    it('[PS8] a stand-in acts from the beginning until just before the end', async () => {
      const made = await ana.post('/api/stand-ins', absence());
      expect([made.status, made.body.state]).to.deep.equal([201, 'coming']);
      expect(actsFor('U03')).to.deep.equal([]);
      api.clock.move(HOUR_MS);
      expect(actsFor('U03')).to.deep.equal(['U04']);
      api.clock.move(DAY_MS - HOUR_MS - 1);
      expect(actsFor('U03')).to.deep.equal(['U04']);
      api.clock.move(1);
      expect(actsFor('U03')).to.deep.equal([]);
    });

    it('[PS8] who stands in sees the case, finds the task and takes it, and nothing of it before and after', async () => {
      // given: a task for sales representatives, of whom Huang is the only one
      const [huang, kuo] = await Promise.all([api.signIn('huang'), api.signIn('kuo')]);
      const answers = await orderAnswers(huang);
      const started = (await huang.post('/api/instances', { workflow: 'order-review', answers })).body;
      const task = started.tasks[0].id;
      const seen = async () => [
        (await kuo.get('/api/tasks?box=available')).body.items.map(({ id }: { id: string }) => id),
        (await kuo.get(`/api/instances/${started.id}`)).status,
      ];
      expect(await seen()).to.deep.equal([[], 404]);

      // when
      await huang.post(
        '/api/stand-ins',
        absence({ person: 'U08', standIn: 'U11', fromAt: at(0), untilAt: at(HOUR_MS / 6) }),
      );

      // then
      expect(await seen()).to.deep.equal([[task], 200]);
      expect((await kuo.post(`/api/tasks/${task}/claim`)).status).to.equal(200);
      expect((await kuo.post(`/api/tasks/${task}/release`)).status).to.equal(200);
      api.clock.move(HOUR_MS / 6);
      expect(await seen()).to.deep.equal([[], 404]);
    });

    it('[PS8] nobody acts for a person who works here no more', async () => {
      await ana.post('/api/stand-ins', absence({ fromAt: at(0) }));
      const person = await api.plant.store.getRecord('people', 'U04');
      await api.plant.store.putRecord({
        register: 'people',
        id: 'U04',
        value: { ...(person?.value as JsonObject), active: false },
      });
      await api.plant.keeper.refresh();
      expect(actsFor('U03')).to.deep.equal([]);
    });

    it('[PS9] what cannot be is refused with its reason, and changes nothing', async () => {
      const tried: readonly [JsonObject, string][] = [
        [{ standIn: 'U04' }, 'self'],
        [{ standIn: 'U99' }, 'inactive'],
        [{ untilAt: at(HOUR_MS) }, 'backward'],
        [{ untilAt: at(400 * DAY_MS) }, 'too_long'],
        [{ fromAt: at(-2 * DAY_MS), untilAt: at(-DAY_MS) }, 'past'],
      ];
      for (const [changes, reason] of tried) {
        const refused = await ana.post('/api/stand-ins', absence(changes), EN);
        expect([refused.status, refused.body.code, refused.body.params.reason]).to.deep.equal([
          400,
          'stand_in.invalid',
          reason,
        ]);
      }
      expect((await ana.get('/api/stand-ins')).body.items).to.deep.equal([]);
    });

    it('[PS9] another person in the same time is refused by name; the same one, another kind or another time is not', async () => {
      await ana.post('/api/stand-ins', absence());
      const other = await ana.post('/api/stand-ins', absence({ standIn: 'U05' }), EN);
      expect(other.status).to.equal(400);
      expect(other.body.detail).to.contain('Lin Chih-hao stands in already');
      const fine = await Promise.all([
        ana.post('/api/stand-ins', absence({ untilAt: at(2 * DAY_MS) })),
        ana.post('/api/stand-ins', absence({ standIn: 'U05', kind: 'delegation' })),
        ana.post('/api/stand-ins', absence({ standIn: 'U05', fromAt: at(2 * DAY_MS), untilAt: at(3 * DAY_MS) })),
      ]);
      expect(fine.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
    });

    it('[PS9] of two that clash and come at once, one is kept', async () => {
      const both = await Promise.all(['U03', 'U05'].map((standIn) => ana.post('/api/stand-ins', absence({ standIn }))));
      expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 400]);
    });

    it('[PS10] the person, the head of the department and administrators say it; only they read the note', async () => {
      const [lin, admin, rosa] = await Promise.all(['lin', 'admin', 'rosa'].map((login) => api.signIn(login)));
      expect((await rosa?.post('/api/stand-ins', absence()))?.status).to.equal(403);
      expect((await lin?.post('/api/stand-ins', absence({ standIn: 'U05' })))?.status).to.equal(201);
      expect((await admin?.post('/api/stand-ins', absence({ standIn: 'U05' })))?.status).to.equal(201);
      const noteFor = async (person: TestPerson | undefined) =>
        (await person?.get('/api/stand-ins?person=U04'))?.body.items[0].note;
      expect([await noteFor(lin), await noteFor(rosa)]).to.deep.equal(['wedding', null]);
      const row = (await rosa?.get('/api/people?q=ana'))?.body.items[0];
      expect([row.mayChange, row.standIns.length, row.standIns[0].note]).to.deep.equal([false, 2, null]);
      expect((await rosa?.delete(`/api/stand-ins/${row.standIns[0].id}`))?.status).to.equal(403);
    });

    it('[PS10] a stand-in may not say who else stands in, nor change the plant', async () => {
      // given: Wu stands in for the plant manager, who leads the department of the administrator
      const [javier, wu] = await Promise.all([api.signIn('javier'), api.signIn('wu')]);
      await javier.post('/api/stand-ins', absence({ person: 'U02', standIn: 'U05', fromAt: at(0) }));
      expect(actsFor('U05')).to.deep.equal(['U02']);

      // then
      const added = await wu.post('/api/stand-ins', absence({ person: 'U02', standIn: 'U05', kind: 'delegation' }));
      const { titles, levels, version } = (await wu.get('/api/plant/ladders/default')).body;
      const changed = await wu.post('/api/plant/ladders/default', { titles, levels, version, reason: 'because' });
      expect([added.status, changed.status]).to.deep.equal([403, 403]);
    });

    it('[PS11] what is coming is taken away, what is running ends now, what is over stays', async () => {
      const coming = (await ana.post('/api/stand-ins', absence())).body.id;
      const running = (await ana.post('/api/stand-ins', absence({ fromAt: at(-HOUR_MS) }))).body.id;
      expect(actsFor('U03')).to.deep.equal(['U04']);
      const remove = async (id: string) => (await ana.delete(`/api/stand-ins/${id}`)).status;
      expect([await remove(coming), await remove(running)]).to.deep.equal([204, 204]);
      expect(actsFor('U03')).to.deep.equal([]);
      expect([await remove(coming), await remove(running)]).to.deep.equal([404, 400]);
      const left = (await ana.get('/api/stand-ins?ended=yes')).body.items;
      expect(left.map((one: { id: string; state: string }) => [one.id, one.state])).to.deep.equal([[running, 'ended']]);
    });

    it('says when who stands in is away too, since nothing is handed on twice', async () => {
      const lin = await api.signIn('lin');
      await lin.post('/api/stand-ins', absence({ person: 'U03', standIn: 'U05' }));
      const made = await ana.post('/api/stand-ins', absence());
      expect(made.body.standInAway).to.equal(true);
      api.clock.move(2 * HOUR_MS);
      expect(actsFor('U05')).to.deep.equal(['U03']);
    });

    it('a repeat of the same command makes no second one', async () => {
      const key = { 'idempotency-key': 'once' };
      const body = absence();
      const [first, second] = [
        await ana.post('/api/stand-ins', body, key),
        await ana.post('/api/stand-ins', body, key),
      ];
      expect([second.status, second.body.id]).to.deep.equal([201, first.body.id]);
      expect((await ana.get('/api/stand-ins')).body.items).to.have.length(1);
    });

    it('a moment that does not exist is refused', async () => {
      const refused = await ana.post('/api/stand-ins', absence({ fromAt: 'tomorrow' }));
      expect([refused.status, refused.body.code]).to.deep.equal([400, 'request.invalid']);
    });
  });
}
