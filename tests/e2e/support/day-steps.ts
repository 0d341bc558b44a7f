import { type Json, isJsonObject, type JsonObject } from '../../../engine/model/json.ts';
import type { DayStep, ScriptedDay } from './scripted-day.ts';

/** What the scripted day's people answer, over the API. */

const READY = { material: 'lucia', machine: 'hsu', man: 'wu', method: 'tsai', measure: 'chang' } as const;

/** Objects of a list that may be missing. */
export function listed(value: Json | undefined): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isJsonObject);
}

/** Makes the plan of a day, has it checked from all five sides and approved; answers its case. */
export async function issueDayPlan(day: ScriptedDay, date: string): Promise<string> {
  const id = await day.start('day-plan-t2', 'ana', { plan_date: date });
  const draft = listed(((await day.case(id)).data['draft'] as JsonObject)['lines']);
  const own = draft.filter((line) => line['id'] !== null).map(({ std_h: _computed, ...line }) => withoutNulls(line));
  await day.complete(id, { step: 'adjust.submit', by: 'ana', answers: { lines: own } });
  const lines = listed(((await day.case(id)).data['plan'] as JsonObject)['lines']);
  for (const [kind, by] of Object.entries(READY)) {
    const green = { [kind]: 'green', ...(kind === 'machine' ? { environment: 'green' } : {}) };
    const rows = lines.map((line) => ({ id: line['id'] ?? null, ...green }));
    await day.complete(id, { step: `r_${kind}.answered`, by, answers: { lines: rows } });
  }
  await day.complete(id, { step: 'approval.approve', by: 'lin' });
  return id;
}

function withoutNulls(line: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
}

/** Whoever is asked about a plan or a change of it agrees, until nobody is asked any more. */
export async function agreeToAll(day: ScriptedDay, id: string): Promise<void> {
  const impact = { orders_broken: [], penalty: false, extra_cost_eur: 0, setup_hours_added: 0 };
  const agreed: { readonly [state: string]: Omit<DayStep, 'by'> } = {
    impact: { step: 'impact.assessed', answers: impact },
    ack: { step: 'ack.acknowledged' },
    ws_consult: { step: 'ws_consult.noted' },
    reissue_ack: { step: 'reissue_ack.acknowledged' },
  };
  for (let round = 0; round < 30; round += 1) {
    const [task] = Object.values((await day.case(id)).tasks);
    if (task === undefined) return;
    const people = [...day.api.plant.keeper.plant().people.values()];
    const who = people.find(({ roles, id: person }) =>
      task.fallback.length > 0
        ? task.fallback.includes(person)
        : (task.by ?? [person]).includes(person) && (task.roles ?? roles).some((role) => roles.includes(role)),
    );
    await day.complete(id, { ...(agreed[task.state] ?? { step: `${task.state}.approve` }), by: who?.login ?? '' });
  }
}

/** A shortage that stops the line, counted and confirmed, to the manager's decision. */
export function shortageToDecision(evidence: JsonObject): readonly DayStep[] {
  const place = { location: 'B-2', system_qty: 46, counted_qty: 0, usable: true };
  const option = { no: 1, kind: 'expedite_supplier', qty: 40, eta: '2026-11-24T08:00:00Z', extra_cost: 0 };
  const contact = { at: '2026-11-23T05:00:00Z', person: 'Sra. Pérez', channel: 'phone', text: 'The bars come late.' };
  const answer = {
    position: 'accepts_delay',
    new_date: '2026-12-04',
    evidence: [evidence],
    plan_adjustment_needed: true,
    text_to_production: 'As agreed by phone.',
  };
  return [
    { step: 'count.none', by: 'wu', answers: { locations_checked: [place] } },
    { step: 'cosign.signed', by: 'kuo' },
    { step: 'triage.confirmed', by: 'ana', answers: { report_text: 'The bars of the drive shaft are missing.' } },
    {
      step: 'mc_recovery.answered',
      by: 'lucia',
      answers: { options: [{ ...option, confidence: 'likely' }], recommended: 1 },
    },
    {
      step: 'ws_containment.answered',
      by: 'wu',
      answers: { actions: ['resequence'], capacity_lost_h: 1.5, wip_protected: true },
    },
    { step: 'mk_contact.contacted', by: 'huang', answers: { contacted: [contact] } },
    { step: 'mk_answer.answered', by: 'huang', answers: answer },
  ];
}

/** From the plan's change to the closing of a shortage. */
export const SHORTAGE_TO_END: readonly DayStep[] = [
  { step: 'execute.done', by: 'lucia' },
  { step: 'monitor.supplied', by: 'wu', answers: { supplied_qty: 40, running_since: '2026-11-23T05:00:00Z' } },
  { step: 'verify_supply.ok', by: 'wu' },
  {
    step: 'closing.close',
    by: 'ana',
    answers: {
      root_cause: 'material',
      ...{ why1: 'Late.', why2: 'Ordered late.', why3: 'No safety stock.' },
      ...{ lost_h: 2, delay_wd: 0, customer_impact: 'none' },
    },
  },
];

/** A grid as the inspector fills it: all as wanted, or with the first measured piece too large, and its photo. */
export function measured(grid: Json | undefined, photo: readonly JsonObject[] = []): JsonObject {
  const rows = listed((grid as JsonObject)['measurements']);
  const bad =
    photo.length === 0 ? undefined : rows.find((row) => row['kind'] === 'variable' && row['class'] === 'major');
  return { measurements: rows.map((row) => filled(row, row === bad ? photo : [])) };
}

function filled(row: JsonObject, photo: readonly JsonObject[]): JsonObject {
  const gauge = Array.isArray(row['gauges']) ? (row['gauges'][0] as Json | undefined) : undefined;
  const [low, high] = [Number(row['lsl'] ?? 0), Number(row['usl'] ?? 0)];
  const values = listed(row['values']).map((value, piece) =>
    row['kind'] === 'variable'
      ? piece === 0 && photo.length > 0
        ? { ...value, value: high + 0.3, photo }
        : { ...value, value: (low + high) / 2 }
      : { ...value, ok: true },
  );
  return { ...withoutNulls(row), values, ...(row['gauge_needed'] === true ? { gauge: gauge ?? null } : {}) };
}

/** From the hold to the authority of the review board: all pieces are reworked. */
export function reviewToRework(photo: JsonObject, lot: string, qty: number): readonly DayStep[] {
  const line = { lot, qty, disposition: 'rework', instruction: 'WI-7', risk_rpn: 40 };
  const moved = { red_tag: 'A6-1', location: 'QA-01', qty_moved: qty, photo: [photo] };
  const evaluation = { severity: 'major', effect: 'The flange does not fit.', nc_qty: qty, unit_cost_eur: 5 };
  return [
    { step: 'tag_and_segregate.done', by: 'diego', answers: moved },
    { step: 'search_other_stock.done', by: 'kuo', answers: { searched: ['wip', 'stock', 'transit'], places: [] } },
    { step: 'evaluate.review', by: 'chang', answers: { ...evaluation, lines: [line] } },
    { step: 'votes.agree', by: 'chang' },
    { step: 'votes.agree', by: 'tsai' },
    { step: 'votes.agree', by: 'lin' },
    { step: 'authorise.sign', by: 'chang' },
    { step: 'authorise.sign', by: 'lin' },
  ];
}

/** The rework itself, inspected again by nobody who did or made it. */
export function reworked(qty: number): readonly DayStep[] {
  const reading = { characteristic: 'Bolt circle', requirement: '124.8–125.2', reading: '125.0', ok: true };
  const order = { instruction: 'WI-7 rev B', severity: 4, occurrence: 3, detection: 3, taken_apart: false };
  const work = { qty_done: qty, workers: ['U06'], traceability: 'Not taken apart.', bad_qty: 0 };
  const checked = { method: 'all_pieces', checked_qty: qty, readings: [reading] };
  return [
    { step: 'instruct.ready', by: 'tsai', answers: { ...order, characteristics: 'Bolt circle' } },
    { step: 'execute_line.done', by: 'wu', answers: work },
    { step: 'reinspect.pass', by: 'diego', answers: checked },
  ];
}

/** Its cost and cause are recorded, and somebody else verifies all of it. */
export const REVIEW_TO_END: readonly DayStep[] = [
  {
    step: 'cost_and_cause.recorded',
    by: 'chang',
    answers: {
      ...{ cause: 'MCH-03', material_eur: 100, labour_eur: 0, other_eur: 0, capa_wanted: false },
      ...{ why1: 'The drill was worn.', why2: 'It was used for two lots.', why3: 'Its life is not counted.' },
    },
  },
  {
    step: 'verify.closed',
    by: 'javier',
    answers: {
      ...{ described: true, actions_described: true, concessions_described: true },
      ...{ authority_identified: true },
    },
  },
];
