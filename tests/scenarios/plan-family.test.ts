import { expect } from 'chai';
import { NO_REFS } from '../../engine/model/command.ts';
import type { Instance } from '../../engine/model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Person } from '../../engine/model/person.ts';
import { sendSigned } from '../../server/demo/send-signed.ts';
import { type DemoPlantUnderTest, openDemoPlant } from '../support/open-demo-plant.ts';
import { openMemoryStore } from '../support/memory-store.ts';

/** Monday, 13:00 in Taichung. */
const MONDAY = Date.UTC(2026, 10, 23, 5);
const HOUR = 3_600_000;
const READY = { material: 'U10', machine: 'U14', man: 'U05', method: 'U09', measure: 'U12' } as const;

/** The shipped plans on the running plant: what they start, print and are told of is done by the product itself. */
describe('the plans and the procedures around them', () => {
  let under: DemoPlantUnderTest;
  let sent = 0;
  beforeEach(async () => {
    under = await openDemoPlant(openMemoryStore(), MONDAY);
  });

  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await under.plant.worker.drain();
      await under.plant.messages.deliver();
    }
  };
  const start = async (workflow: string, by: string, answers: JsonObject): Promise<string> => {
    sent += 1;
    const command = { kind: 'start', id: `plans:${sent}`, workflow, by, answers, refs: NO_REFS } as const;
    const begun = await under.plant.engine.send(command);
    await settle();
    return begun.instance.id;
  };
  const loaded = async (id: string): Promise<Instance> => (await under.plant.store.load(id)) as Instance;
  const done = async (id: string, step: string, by: string, answers: JsonObject = {}): Promise<void> => {
    const [state, outcome = ''] = step.split('.');
    const task = Object.values((await loaded(id)).tasks).find((one) => one.state === state);
    sent += 1;
    const said = { task: task?.id ?? 'none', outcome, by, answers, refs: NO_REFS };
    await sendSigned(under.plant, { kind: 'complete', id: `plans:${sent}`, instance: id, ...said });
    await settle();
  };
  const casesOf = async (workflow: string): Promise<readonly Instance[]> => {
    const page = await under.plant.store.listInstances({ viewer: null, workflow, limit: 20 });
    return Promise.all(page.items.map(({ id }) => loaded(id)));
  };
  const listed = (value: Json | undefined): readonly JsonObject[] =>
    (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isJsonObject);
  const documentOf = async (id: string): Promise<string> => {
    const [document] = (await loaded(id)).documents.slice(-1);
    const plant = under.plant.keeper.plant();
    const person = plant.people.get('U04') as Person;
    return (await under.plant.documents.get({ person, language: 'en', plant }, document?.id ?? '')).html;
  };

  /** The four lines that stand in the plan of T+2 already. */
  const submitDay = async (id: string): Promise<readonly JsonObject[]> => {
    const draft = (await loaded(id)).data['draft'] as JsonObject;
    const lines = listed(draft['lines']).filter((line) => line['id'] !== null);
    const sentLines = lines.map((line) =>
      Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)),
    );
    await done(id, 'adjust.submit', 'U04', {
      lines: sentLines.map(({ std_h: _computed, ...line }) => line) as readonly JsonObject[],
    });
    return listed(((await loaded(id)).data['plan'] as JsonObject)['lines']);
  };
  const answerReady = async (id: string, lines: readonly JsonObject[], red: JsonObject = {}): Promise<void> => {
    for (const [kind, by] of Object.entries(READY)) {
      const rows = lines.map((line) => {
        const special = red[`${String(line['id'])}/${kind}`];
        return {
          id: line['id'] ?? null,
          [kind]: 'green',
          ...(kind === 'machine' ? { environment: 'green' } : {}),
          ...(isJsonObject(special) ? special : {}),
        };
      });
      await done(id, `r_${kind}.answered`, by, { lines: rows });
    }
  };

  it('a red line of the day plan is a shortage of its own, once; the issued plan is printed with its signature', async () => {
    // given
    const plan = await start('day-plan-t2', 'U04', { plan_date: '2026-11-25' });
    const lines = await submitDay(plan);
    const short = { material: 'red', short_item: 'RM-42CR30', short_qty: 51.5, note: 'Bar comes later.' };

    // when
    await answerReady(plan, lines, { 'PL-14/material': short });
    const [shortage] = await casesOf('shortage-escalation');
    await done(plan, 'override.override', 'U03', { reason: '94 pieces can be made from stock.' });
    await done(plan, 'approval.approve', 'U03');

    // then
    expect((shortage?.data['report'] as JsonObject | undefined)?.['item']).to.equal('RM-42CR30');
    expect(shortage?.initiator).to.equal('U04');
    const issued = await loaded(plan);
    expect(Object.keys(issued.incidents)).to.deep.equal([]);
    expect(issued.number).to.equal('DP-20261125-R1');
    const page = await documentOf(plan);
    for (const part of ['DP-20261125-R1', 'Lin Chih-hao', 'Drive shaft', 'Bar comes later.', 'CT-01'])
      expect(page).to.include(part);
    const picks = await casesOf('material-preparation');
    expect(picks.map(({ data }) => (data['request'] as JsonObject)['work_order']).sort()).to.deep.equal([
      'WO-2611-005',
      'WO-2611-006',
      'WO-2611-008',
    ]);
  });

  it('a plan change of an issued day makes a new revision of that day alone', async () => {
    // given: Wednesday and Thursday are issued
    const days: string[] = [];
    for (const plan_date of ['2026-11-25', '2026-11-26']) {
      const id = await start('day-plan-t2', 'U04', { plan_date });
      if (plan_date === '2026-11-25') await answerReady(id, await submitDay(id));
      else {
        const line = {
          work_center: 'CT-01',
          shift: 'DAY',
          seq: 1,
          order: 'SO-2611-005',
          op: 10,
          qty: 60,
          person: 'U07',
        };
        await done(id, 'adjust.submit', 'U04', { lines: [line] });
        await answerReady(id, listed(((await loaded(id)).data['plan'] as JsonObject)['lines']));
      }
      await done(id, 'approval.approve', 'U03');
      under.clock.move(HOUR);
      await settle();
      days.push(id);
    }
    const [wednesday = '', thursday = ''] = days;

    // when
    const row = await under.plant.store.getRecord('plan-lines', 'PL-14');
    const changed = { ...(row?.value as JsonObject), qty: 60, hours: 3.9 };
    await under.plant.store.putRecord({ register: 'plan-lines', id: 'PL-14', value: changed, keys: row?.keys ?? [] });
    const message = { id: 'pcn-1', sender: 'case:pcn', workflow: 'day-plan-t2', key: null, type: 'plan_changed' };
    await under.plant.messages.put({ ...message, data: { lines: [] }, by: null });
    await settle();

    // then
    const revised = await loaded(wednesday);
    expect([revised.data['number'], (await loaded(thursday)).data['number']]).to.deep.equal([
      'DP-20261125-R2',
      'DP-20261126-R1',
    ]);
    expect(revised.documents.map(({ name }) => name.slice(0, 3))).to.deep.equal(['D04', 'D04']);
    expect(await documentOf(wednesday)).to.include('PL-14');
  });

  it('[DC34] the month plan of the demo plant is agreed, printed with the names of its products, and in force', async () => {
    // given
    under.clock.set(Date.UTC(2026, 10, 25, 1));
    const plan = await start('monthly-rolling-plan', 'U04', {
      plan_month: '2026-12',
      horizon_months: 3,
      basis: 'orders',
    });
    const base = (await loaded(plan)).data['base'] as JsonObject;
    const lines = listed(base['lines']).map(({ net_qty: _net, ...line }) => line);

    // when
    await done(plan, 'draft.submit', 'U04', { lines });
    const risks = listed(((await loaded(plan)).data['plan'] as JsonObject)['risks']);
    for (const workshop of listed([{ name: 'WS-1' }, { name: 'WS-2' }])) {
      const own = listed(base['work_centers']).filter((center) => center['workshop'] === workshop['name']);
      const rows = own.map(({ id }) => ({ work_center: id ?? null, available_h: 337 }));
      await done(plan, 'capacity_check.answered', 'U05', { rows, ok: true });
    }
    const rows = risks.map(({ item }) => ({ item: item ?? null, eta: '2026-12-01', action: 'expedite' }));
    await done(plan, 'material_check.answered', 'U10', { rows });
    await done(plan, 'equipment_check.answered', 'U14', { windows: [] });
    await done(plan, 'quality_check.answered', 'U12', { inspection_load_h: 40 });
    await done(plan, 'sales_check.answered', 'U08', { priorities: 'Taiyo first.' });
    await done(plan, 'approval.approve', 'U03');

    // then
    const issued = await loaded(plan);
    expect(Object.keys(issued.incidents)).to.deep.equal([]);
    expect(Object.values(issued.tasks).filter(({ state }) => state === 'ack')).to.have.length(11);
    const page = await documentOf(plan);
    for (const part of ['MRP-2612-01', 'Lin Chih-hao', 'Precision bushing', 'SO-2611-009', '█'])
      expect(page).to.include(part);
  });
});
