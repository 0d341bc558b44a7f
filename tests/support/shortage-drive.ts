import { DateTime } from 'luxon';
import { NO_REFS } from '../../engine/model/command.ts';
import type { Effect, Instance, Task, Timer } from '../../engine/model/instance.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import { sendSigned } from '../../server/demo/send-signed.ts';
import { loaded } from './expect-case.ts';
import { openMemoryStore } from './memory-store.ts';
import { openProcedureWorld, type ProcedureWorld } from './procedure-world.ts';

export type Tier = 'S1' | 'S2' | 'S3' | 'S4';
/** Monday 23 November 2026, nine in the morning in Taipei. */
const MONDAY = '2026-11-23T01:00:00.000Z';
const FILE: JsonObject = { id: 'f1', name: 'mail.pdf', size: 9, type: 'application/pdf', sha256: 'a'.repeat(64) };
const FACTS: JsonObject = {
  order_lost: false,
  value_at_risk_eur: 0,
  stock_qty: 0,
  locations: [],
  orders_at_risk: ['SO-2611-005'],
  sales_reps: ['U08'],
  next_review: '2026-11-24T01:00:00.000Z',
  next_issue: '2026-11-23T08:00:00.000Z',
  next_month_issue: '2026-11-25T01:00:00.000Z',
  recurring: false,
  lost_h: null,
};
/** What the lists of the plant say where a case has this severity. */
const RATED: { readonly [tier in Tier]: JsonObject } = {
  S1: { ttls_h: 3, min_slack_h: 4, need_in_wd: 0 },
  S2: { ttls_h: 16, min_slack_h: 4, need_in_wd: 1 },
  S3: { ttls_h: 60, min_slack_h: 8, need_in_wd: 10 },
  S4: { ttls_h: 200, min_slack_h: 90, need_in_wd: 11 },
};

/** A shortage case that a test leads through its steps, with the clock in its hand. */
export interface ShortageDrive {
  readonly world: ProcedureWorld;
  now(): number;
  instance(): Promise<Instance>;
  task(state: string): Promise<Task>;
  timer(state: string): Promise<Timer>;
  /** Moves the clock; what is due by then happens. */
  at(moment: number): Promise<void>;
  /** Completes a step, given as `state.outcome`, with answers that fit its form. */
  done(step: string, by: string, answers?: JsonObject): Promise<void>;
  /** The steps up to the first that find ways out. */
  toAssess(): Promise<void>;
  /** The answers of those who were asked, then the decision. */
  toSupply(outcome?: 'no_plan_change' | 'adjust_plan'): Promise<void>;
  slip(): Promise<void>;
  settle(state: string, output: Json): Promise<void>;
}

/** Opens a case of a severity, its facts looked up. */
export async function driveShortage(tier: Tier): Promise<ShortageDrive> {
  const world = await openProcedureWorld(openMemoryStore(), MONDAY, {});
  const answers = { cause: 'supply_interruption', item: 'RM-42CR30', work_orders: ['WO-2611-005'], needed_qty: 40 };
  const begun = await world.engine.send({
    kind: 'start',
    id: 'drive:0',
    workflow: 'shortage-escalation',
    by: 'U06',
    answers: { ...answers, needed_by: '2026-11-25T08:00:00Z', line_stopped: false },
    refs: NO_REFS,
  });
  await world.pump();
  const drive = drivenBy(world, begun.instance.id);
  await drive.settle('look', { ...FACTS, ...RATED[tier] });
  return drive;
}

function drivenBy(world: ProcedureWorld, id: string): ShortageDrive {
  let sent = 0;
  const next = (): string => `drive:${(sent += 1)}`;
  const instance = (): Promise<Instance> => loaded(world, id);
  const found = <T>(all: readonly T[], is: (one: T) => boolean, what: string): T => {
    const one = all.find(is);
    if (one === undefined) throw new Error(`There is no ${what}.`);
    return one;
  };
  const task = async (state: string): Promise<Task> =>
    found(Object.values((await instance()).tasks), (one) => one.state === state, `task of "${state}"`);
  const drive: ShortageDrive = {
    world,
    now: world.clock.now,
    instance,
    task,
    timer: async (state) =>
      found(
        Object.values((await instance()).timers),
        (one) => one.state === state && one.ladder === undefined,
        `timer of "${state}"`,
      ),
    async at(moment) {
      world.clock.set(moment);
      await world.pump();
    },
    async done(step, by, answers) {
      const [state = '', outcome = ''] = step.split('.');
      const said = { outcome, by, answers: answers ?? ANSWERS[step] ?? {}, refs: NO_REFS };
      await sendSigned(world, { kind: 'complete', id: next(), instance: id, task: (await task(state)).id, ...said });
      await world.pump();
    },
    async toAssess() {
      await drive.done('count.none', 'U05');
      await drive.done('cosign.signed', 'U11');
      await drive.done('triage.confirmed', 'U04');
    },
    async toSupply(outcome = 'no_plan_change') {
      const asked = Object.values((await instance()).tasks).map(({ state }) => state);
      await drive.done('mc_recovery.answered', 'U10');
      if (asked.includes('mk_contact')) await drive.done('mk_contact.contacted', 'U08');
      if (asked.includes('mk_contact')) await drive.done('mk_answer.answered', 'U08');
      await drive.done('ws_containment.answered', 'U05');
      await drive.done(`decide.${outcome}`, 'U03');
    },
    async slip() {
      const answers = { eta: '2026-11-26T00:00:00Z', reason: 'Customs.' };
      const said = { type: 'eta_slipped', by: 'U10', answers, refs: NO_REFS };
      await world.engine.send({ kind: 'command', id: next(), instance: id, ...said });
      await world.pump();
    },
    async settle(state, output) {
      const all = Object.values((await instance()).effects);
      const effect: Effect = found(all, (one) => one.state === state && one.cancelled !== true, `wait in "${state}"`);
      const result = { kind: 'done', output } as const;
      const common = { id: next(), instance: id, effect: effect.id, result };
      if (effect.waits === true) await world.engine.send({ kind: 'child', ...common });
      else await world.engine.send({ kind: 'effect', ...common, lease: effect.lease?.token ?? '' });
      await world.pump();
    },
  };
  return drive;
}

const ANSWERS: { readonly [step: string]: JsonObject } = {
  'count.none': { locations_checked: [{ location: 'B-2', system_qty: 4, counted_qty: 0, usable: true }] },
  'triage.confirmed': { report_text: '40 m are short.' },
  'mc_recovery.answered': {
    options: [
      { no: 1, kind: 'expedite_supplier', qty: 40, eta: '2026-11-24T08:00:00Z', extra_cost: 0, confidence: 'likely' },
    ],
    recommended: 1,
  },
  'mk_contact.contacted': {
    contacted: [{ at: MONDAY, person: 'Mr Hill', channel: 'phone', text: 'The bars come late.' }],
  },
  'mk_answer.answered': {
    position: 'accepts_delay',
    new_date: '2026-12-04',
    evidence: [FILE],
    plan_adjustment_needed: true,
    text_to_production: 'They wait.',
  },
  'ws_containment.answered': { actions: ['resequence'], capacity_lost_h: 0, wip_protected: true },
  'decide.no_plan_change': {
    choice: [1],
    actions: [{ text: 'Expedite', owner: 'U10', due: '2026-11-24T08:00:00Z' }],
    solved_by: '2026-11-24T08:00:00Z',
  },
  'decide.adjust_plan': {
    choice: [1],
    actions: [],
    solved_by: '2026-11-24T08:00:00Z',
    affected_lines: [{ plan_line: 'PL-14', field: 'qty', new: 60 }],
    waiver: 'They can be reached on Monday only.',
  },
};

/** A moment as ISO text. */
export function isoAt(at: number | null): string {
  return (
    DateTime.fromMillis(at ?? 0)
      .toUTC()
      .toISO() ?? ''
  );
}
