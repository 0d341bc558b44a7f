import { isJsonObject, type JsonObject } from '../../../engine/model/json.ts';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { type ApiPerson, openApiPerson } from './api-person.ts';
import { minutesAgo, plantDay } from './plant-day.ts';

/** A step that somebody does without a browser. */
export interface Step {
  readonly state: string;
  readonly by: string;
  readonly outcome: string;
  readonly answers: JsonObject;
}

/** Where an order review is to stand when the test begins. */
export type Stand = 'intake' | 'delegated_review' | 'reviews' | 'decide' | 'approve' | 'approved';

const CHECKED: Step = {
  state: 'intake',
  by: 'huang',
  outcome: 'complete',
  answers: { po_readable: 'ok', price_matches_quote: 'ok', drawing_received: 'ok', delivery_address: 'ok' },
};

/** Starts an order review as sales and brings it where it is to stand; `small` ones go the delegated way. */
export async function openOrder(
  base: string,
  order: { readonly po: string; readonly small: boolean; readonly stand: Stand },
): Promise<InstanceView> {
  const huang = await openApiPerson(base, 'huang');
  const instance = await huang.post<InstanceView>('/api/instances', {
    workflow: 'order-review',
    answers: await orderAnswers(huang, order),
  });
  return takeSteps(base, instance, stepsTo(order));
}

/** Does steps one after another, each as the person it names. */
export async function takeSteps(base: string, from: InstanceView, steps: readonly Step[]): Promise<InstanceView> {
  let instance = from;
  for (const step of steps) {
    const person = await openApiPerson(base, step.by);
    instance = await person.complete(instance, { ...step, answers: await withFiles(person, step.answers) });
  }
  return instance;
}

/** `{"$file": name}` becomes a list of one file that was sent. */
async function withFiles(person: ApiPerson, answers: JsonObject): Promise<JsonObject> {
  const filled = Object.entries(answers).map(
    async ([name, value]) =>
      [name, isJsonObject(value) ? [await person.upload(String(value['$file']))] : value] as const,
  );
  return Object.fromEntries(await Promise.all(filled));
}

async function orderAnswers(
  huang: ApiPerson,
  { po, small }: { readonly po: string; readonly small: boolean },
): Promise<JsonObject> {
  return {
    customer: 'C-03',
    customer_po_no: po,
    received_at: minutesAgo(90),
    order_type: 'mass',
    verbal: false,
    attachments: [await huang.upload(`PO ${po}.pdf`)],
    lines: [
      {
        line_no: 1,
        product: 'P-1002',
        drawing_no: 'DWG-1002',
        drawing_rev: 'A',
        qty: small ? 20 : 150,
        uom: 'pcs',
        unit_price: 48,
        currency: 'EUR',
        requested_date: plantDay(28),
      },
    ],
    incoterm: 'FCA',
    ship_to: 'Northbridge Drives Ltd, 14 Canal Road, Leeds LS12 2TT',
    payment_terms: '30 days net',
    differs_from_quote: false,
  };
}

function stepsTo({ small, stand }: { readonly small: boolean; readonly stand: Stand }): readonly Step[] {
  const reviewed = [CHECKED, ...(small ? delegated() : reviews())];
  const [approval, ...before] = stepsToTheEnd(small).toReversed();
  const decided = [...reviewed, ...before.toReversed()];
  const parts: Record<Stand, readonly Step[]> = {
    intake: [],
    delegated_review: [CHECKED],
    reviews: [CHECKED],
    decide: reviewed,
    approve: decided,
    approved: approval === undefined ? decided : [...decided, approval],
  };
  return parts[stand];
}

/** From the decision on: with a condition the customer confirms before the approval. */
export function stepsToTheEnd(small: boolean): readonly Step[] {
  const approval: Step = { state: 'approve', by: 'javier', outcome: 'approve', answers: {} };
  if (small)
    return [{ state: 'decide', by: 'lin', outcome: 'accept', answers: { committed_date: COMMITTED } }, approval];
  const conditions = 'The length report comes from an external laboratory.';
  const evidence = { $file: 'confirmation.pdf' };
  return [
    {
      state: 'decide',
      by: 'lin',
      outcome: 'accept_with_conditions',
      answers: { committed_date: COMMITTED, conditions },
    },
    {
      state: 'customer_confirmation',
      by: 'huang',
      outcome: 'confirmed',
      answers: { evidence, confirmed_at: minutesAgo(5) },
    },
    approval,
  ];
}

/** After every earliest finish of these orders and before the day they are asked for. */
const COMMITTED = plantDay(19);

function delegated(): readonly Step[] {
  return [
    {
      state: 'delegated_review',
      by: 'ana',
      outcome: 'ok',
      answers: { finish_date: plantDay(16), material_ok: true, capacity_ok: true },
    },
  ];
}

/** What five departments think of the order; quality has a condition. */
export function reviews(): readonly Step[] {
  return [
    {
      state: 'pd_review',
      by: 'tsai',
      outcome: 'ok',
      answers: {
        technical: 'yes',
        drawing_complete: true,
        risk: 'low',
        route_exists: true,
        tooling_needed: false,
        comment: '途程已有，不需新治具。',
      },
    },
    {
      state: 'mk_review',
      by: 'huang',
      outcome: 'ok',
      answers: { price_ok: true, packing_label_ok: true, delivery_terms_ok: true },
    },
    {
      state: 'pr_review',
      by: 'lin',
      outcome: 'ok',
      answers: { capacity_ok: 'yes', earliest_finish: plantDay(16), bottleneck: 'CM-01' },
    },
    {
      state: 'mc_review',
      by: 'lucia',
      outcome: 'ok',
      answers: {
        material_ok: 'in_stock',
        earliest_material: plantDay(2),
        subcontract_needed: false,
        comment: 'Queda barra para otro pedido igual.',
      },
    },
    {
      state: 'qc_review',
      by: 'chang',
      outcome: 'conditional',
      answers: {
        inspectable: 'external_lab',
        gauges_ok: false,
        fai_needed: true,
        sampling_plan: 'Level II, AQL 1.0',
        certificates: ['coc'],
        comment: '長度檢驗需用高度規 G-005，目前逾期停用。否則委外檢驗，多 2 天。',
      },
    },
  ];
}
