import { expect } from 'chai';
import { NO_REFS } from '../../engine/model/command.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import { sendSigned } from '../../server/demo/send-signed.ts';
import { type DemoPlantUnderTest, openDemoPlant } from '../support/open-demo-plant.ts';
import { openMemoryStore } from '../support/memory-store.ts';

const MONDAY = Date.UTC(2026, 10, 23, 1);
const REPORT = { work_orders: ['WO-2611-008'], needed_qty: 80, needed_by: '2026-11-24T08:00:00Z', line_stopped: false };
const MACHINE = { ...REPORT, cause: 'key_equipment_failure', equipment: 'CT-02' };
const BARS = { ...REPORT, cause: 'supply_interruption', item: 'RM-42CR30', work_orders: ['WO-2611-005'] };
const PLACE = { location: 'B-2', system_qty: 46, counted_qty: 0, usable: true };

/** The shipped procedures on the running plant: what one asks of another is done, by the worker and the product's effects. */
describe('a shortage and the procedures it calls', () => {
  let under: DemoPlantUnderTest;
  let sent = 0;
  beforeEach(async () => {
    under = await openDemoPlant(openMemoryStore(), MONDAY);
  });

  const start = async (workflow: string, by: string, answers: JsonObject): Promise<string> => {
    sent += 1;
    const begun = await under.plant.engine.send({
      kind: 'start',
      id: `family:${sent}`,
      workflow,
      by,
      answers,
      refs: NO_REFS,
    });
    await under.plant.worker.drain();
    return begun.instance.id;
  };
  const loaded = async (id: string): Promise<Instance> => (await under.plant.store.load(id)) as Instance;
  const done = async (id: string, step: string, by: string, answers: JsonObject = {}): Promise<void> => {
    const [state, outcome = ''] = step.split('.');
    const task = Object.values((await loaded(id)).tasks).find((one) => one.state === state);
    sent += 1;
    const said = { task: task?.id ?? 'none', outcome, by, answers, refs: NO_REFS };
    await sendSigned(under.plant, { kind: 'complete', id: `family:${sent}`, instance: id, ...said });
    await under.plant.worker.drain();
  };
  const casesOf = async (workflow: string): Promise<readonly Instance[]> => {
    const page = await under.plant.store.listInstances({ viewer: null, workflow, limit: 20 });
    return Promise.all(page.items.map(({ id }) => loaded(id)));
  };
  const confirmed = async (id: string): Promise<void> => {
    await done(id, 'count.none', 'U05', { locations_checked: [PLACE] });
    await done(id, 'cosign.signed', 'U11');
    await done(id, 'triage.confirmed', 'U04', { report_text: 'It is short.' });
  };

  it('a machine that is down starts its repair once, and the repair says when', async () => {
    // given
    const shortage = await start('shortage-escalation', 'U06', MACHINE);
    await confirmed(shortage);
    const [repair] = await casesOf('equipment-management');

    // when
    await done(String(repair?.id), 'respond.accepted', 'U14', { scanned: 'CT-02' });
    await done(String(repair?.id), 'diagnose.quick_fix', 'U14', {
      finding: 'Spindle bearing.',
      expected_h: 9,
      eta: '2026-11-24T02:00:00Z',
    });

    // then
    const waiting = await loaded(shortage);
    expect(waiting.data['repair_eta']).to.equal('2026-11-24T02:00:00Z');
    expect(JSON.stringify(waiting.state)).to.include('eq_done');
    expect(await casesOf('shortage-escalation')).to.have.length(1);
    expect(Object.keys((await loaded(String(repair?.id))).incidents)).to.deep.equal([]);
  });

  it('a long repair of a machine of class A starts a shortage, which finds the repair that runs', async () => {
    // given
    const repair = await start('equipment-management', 'U07', {
      equipment: 'CT-02',
      stopped: true,
      since: '2026-11-23T00:50:00Z',
      symptom: 'noise',
      description: 'The spindle howls.',
    });
    await done(repair, 'respond.accepted', 'U14', { scanned: 'CT-02' });

    // when
    await done(repair, 'diagnose.needs_parts', 'U14', {
      finding: 'Spindle bearing.',
      expected_h: 9,
      eta: '2026-11-24T02:00:00Z',
      wanted: 'Bearing 7210',
      orders_hit: ['WO-2611-008'],
      pieces_waiting: 80,
    });
    const [shortage] = await casesOf('shortage-escalation');
    await confirmed(String(shortage?.id));

    // then
    expect(await casesOf('equipment-management')).to.have.length(1);
    const [now] = await casesOf('shortage-escalation');
    expect([now?.data['tier'], now?.data['repair_eta']]).to.deep.equal(['S1', '2026-11-24T02:00:00Z']);
    expect((await loaded(repair)).data['reports']).to.equal(1);
  });

  it('material that is short when it is picked goes to the shortage of that material that is open already', async () => {
    // given
    const shortage = await start('shortage-escalation', 'U06', BARS);
    const request = { type: 'issue', work_order: 'WO-2611-004', lines: [{ item: 'RM-42CR30', qty: 20 }] };
    const issue = await start('material-preparation', 'U06', request);
    await done(issue, 'picking.picked', 'U11', { lines: [{ item: 'RM-42CR30', to_pick: 20, picked_qty: 0 }] });
    await done(issue, 'check.difference', 'U06', { reason: 'None.' });

    // when
    await done(issue, 'count_check.short', 'U11', {
      finding: 'No more there.',
      missing_item: 'RM-42CR30',
      missing_qty: 20,
      needed_by: '2026-11-24T02:00:00Z',
    });

    // then
    const report = (await loaded(shortage)).data['report'] as JsonObject;
    expect(report).to.include({ needed_qty: 100, needed_by: '2026-11-24T02:00:00Z' });
    expect(report['work_orders']).to.deep.equal(['WO-2611-005', 'WO-2611-004']);
    expect(await casesOf('shortage-escalation')).to.have.length(1);
    expect((await loaded(issue)).end?.end).to.equal('short');
  });

  /** Counted, issued by its own procedure, verified and closed. */
  const closedAfterIssue = async (): Promise<Instance> => {
    const shortage = await start('shortage-escalation', 'U06', BARS);
    const there = { ...PLACE, counted_qty: 46 };
    const count = { locations_checked: [there], covers_until: '2026-11-30T08:00:00Z' };
    await done(shortage, 'count.enough_in_stock', 'U05', count);
    await done(shortage, 'cosign.signed', 'U11');
    const issue = (await casesOf('material-preparation')).find(({ end }) => end === null)?.id ?? 'none';
    await done(issue, 'picking.picked', 'U11', { lines: [{ item: 'RM-42CR30', to_pick: 1, picked_qty: 1 }] });
    await done(issue, 'check.ok', 'U06');
    await done(issue, 'handed_over.received', 'U07');
    await done(shortage, 'verify_supply.ok', 'U05');
    const whys = { why1: 'It was not issued.', why2: 'Nobody asked.', why3: 'The list was not printed.' };
    const effect = { root_cause: 'material', lost_h: 0, delay_wd: 0, customer_impact: 'none' };
    await done(shortage, 'closing.close', 'U04', { ...whys, ...effect });
    return loaded(shortage);
  };

  it('a shortage that recurs starts an 8D when its report is filed; a false alarm does not count', async () => {
    // given
    const alarm = await start('shortage-escalation', 'U06', BARS);
    await done(alarm, 'count.none', 'U05', { locations_checked: [PLACE] });
    await done(alarm, 'cosign.signed', 'U11');
    await done(alarm, 'triage.false_alarm', 'U04', { reason: 'It lay in the wrong bin.' });

    // when
    const first = await closedAfterIssue();
    const begunByFirst = await casesOf('capa-8d');
    const second = await closedAfterIssue();

    // then
    const begun = (await casesOf('capa-8d')).map(({ data }) => (data['request'] as JsonObject)['case_no'] ?? null);
    expect([begunByFirst.length, begun]).to.deep.equal([0, [second.number]]);
    const all = [...(await casesOf('shortage-escalation')), ...(await casesOf('material-preparation'))];
    expect(all.flatMap(({ incidents }) => Object.keys(incidents))).to.deep.equal([]);
    const papers = all.flatMap(({ documents }) => documents.map(({ name }) => name.slice(0, 3)));
    expect([first.end?.end, papers.sort()]).to.deep.equal(['closed', ['D07', 'D07', 'D08', 'D08']]);
  });

  it('a decision that moves the plan waits for the change of the plan, and closes with both plans issued again', async () => {
    // given
    const shortage = await start('shortage-escalation', 'U06', { ...BARS, needed_by: '2026-11-25T01:00:00Z' });
    await confirmed(shortage);
    const option = { no: 1, kind: 'expedite_supplier', qty: 40, eta: '2026-11-27T02:00:00Z', extra_cost: 380 };
    const options = [{ ...option, confidence: 'likely' }];
    await done(shortage, 'mc_recovery.answered', 'U10', { options, recommended: 1 });
    const contact = { at: '2026-11-23T01:00:00Z', person: 'Sra. Pérez', channel: 'phone', text: 'The bars come late.' };
    await done(shortage, 'mk_contact.contacted', 'U08', { contacted: [contact] });
    const answer = { position: 'no_answer', plan_adjustment_needed: true, text_to_production: 'Nobody picks up.' };
    await done(shortage, 'mk_answer.answered', 'U08', answer);
    await done(shortage, 'ws_containment.answered', 'U05', {
      actions: ['resequence'],
      capacity_lost_h: 0,
      wip_protected: true,
    });

    // when
    await done(shortage, 'decide.adjust_plan', 'U03', {
      choice: [1],
      actions: [{ text: 'Expedite', owner: 'U10', due: '2026-11-24T02:00:00Z' }],
      solved_by: '2026-11-27T02:00:00Z',
      affected_lines: [{ plan_line: 'PL-14', field: 'qty', new: 60 }],
    });
    const [change] = await casesOf('plan-change');
    await answered(String(change?.id));

    // then
    const adjusted = await loaded(shortage);
    expect(Object.values(adjusted.tasks).map(({ state }) => state)).to.include('execute');
    const output = (adjusted.data['plan_adjust'] as JsonObject)['output'] as JsonObject;
    expect([output['day_plan_rev'] === null, output['month_checked']]).to.deep.equal([false, true]);
    await done(shortage, 'execute.done', 'U10');
    await done(shortage, 'monitor.supplied', 'U05', { supplied_qty: 40, running_since: '2026-11-23T02:00:00Z' });
    await done(shortage, 'verify_supply.ok', 'U05');
    const whys = { why1: 'Late.', why2: 'Ordered late.', why3: 'No safety stock.' };
    const effect = { root_cause: 'material', lost_h: 0, delay_wd: 0, customer_impact: 'none' };
    await done(shortage, 'closing.close', 'U04', { ...whys, ...effect });
    const closed = await loaded(shortage);
    expect([closed.end?.end, Object.keys(closed.incidents)]).to.deep.equal(['closed', []]);
    const steps = (closed.data['timeline'] as readonly JsonObject[]).map(({ step }) => step);
    expect(steps).to.deep.equal([
      'reported',
      'stock_verified',
      'production_told',
      'departments_told',
      'customer_answered',
      'plans_reissued',
    ]);
  });

  /** Whoever is asked about a change of the plan agrees to it. */
  async function answered(change: string): Promise<void> {
    const impact = { orders_broken: [], penalty: false, extra_cost_eur: 0, setup_hours_added: 0 };
    const agreed: { readonly [state: string]: readonly [step: string, answers: JsonObject] } = {
      impact: ['impact.assessed', impact],
      pm_approval: ['pm_approval.approve', {}],
      ws_consult: ['ws_consult.noted', {}],
      reissue_ack: ['reissue_ack.acknowledged', {}],
    };
    for (let round = 0; round < 20; round += 1) {
      const [task] = Object.values((await loaded(change)).tasks);
      if (task === undefined) return;
      const people = [...under.plant.keeper.plant().people.values()];
      const may = people.find(({ roles, id }) =>
        task.fallback.length > 0
          ? task.fallback.includes(id)
          : (task.by ?? [id]).includes(id) && (task.roles ?? roles).some((role) => roles.includes(role)),
      );
      const [step, answers] = agreed[task.state] ?? [`${task.state}.?`, {}];
      await done(change, step, String(may?.id), answers);
    }
  }
});
