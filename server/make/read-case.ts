import type { Instance } from '../../engine/model/instance.ts';
import { type Json, isJsonObject, type JsonObject } from '../../engine/model/json.ts';
import type { OrderCase } from '../../engine/plan/plant-rows.ts';
import type { BoardCase } from './board-rows.ts';

/**
 * Where a shortage names the orders that it is about: whose material was only looked at, or is kept for another order,
 * is not short.
 */
const SHORTAGE_PATHS = [
  ['report', 'work_orders'],
  ['look', 'orders_at_risk'],
] as const;

/** Procedures whose cases are about orders, and what such a case means for the order's colour. */
export const CASE_KINDS: { readonly [workflow: string]: OrderCase['kind'] } = {
  'order-review': 'review',
  'plan-change': 'plan_change',
  'shortage-escalation': 'shortage',
  'nonconforming-product': 'nonconformity',
  'first-article': 'first_article',
  'pre-storage-inspection': 'other',
  'material-preparation': 'other',
  'equipment-management': 'other',
  'capa-8d': 'other',
  shipment: 'other',
};

/** What ids of orders, lots and plan lines look like: short, without spaces, with a digit. */
const NAME = /^(?=.*\d)[\p{L}\p{N}_.\-/]{2,64}$/u;
/** A case that holds more is read this far: it is about everything then. */
const MOST_VALUES = 20_000;

/** What the board keeps of a case; undefined for one that has ended, or is about no order by its kind. */
export function readCase(instance: Instance): BoardCase | undefined {
  const kind = CASE_KINDS[instance.workflow];
  if (kind === undefined || instance.status !== 'active') return undefined;
  const { data } = instance;
  return {
    id: instance.id,
    number: instance.number,
    // What was applied already waits for nobody's approval.
    kind: kind === 'plan_change' && data['applied'] === true ? 'other' : kind,
    tier: typeof data['tier'] === 'string' ? data['tier'] : null,
    names: new Set([
      instance.number,
      ...namesIn(kind === 'shortage' ? SHORTAGE_PATHS.map(([part, name]) => at(data, part, name)) : data),
    ]),
    instance,
  };
}

function at(data: JsonObject, part: string, name: string): Json {
  const inside = data[part];
  return isJsonObject(inside) ? (inside[name] ?? null) : null;
}

function namesIn(value: Json): readonly string[] {
  const found: string[] = [];
  const open: Json[] = [value];
  for (let read = 0; open.length > 0 && read < MOST_VALUES; read += 1) {
    const one = open.pop() as Json;
    if (typeof one === 'string') {
      if (NAME.test(one)) found.push(one);
    } else if (Array.isArray(one)) open.push(...one);
    else if (isJsonObject(one)) open.push(...Object.values(one));
  }
  return found;
}
