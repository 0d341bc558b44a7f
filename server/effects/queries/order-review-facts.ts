import { DateTime } from 'luxon';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { compileCalendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import { zonedParts } from '../../../engine/workflow/calendar/zoned-parts.ts';
import type { PlantQuery } from './plant-query.ts';

/** The calendar in which standard lead times are counted. */
const LEAD_CALENDAR = 'floor-2shift';

type Reason = 'new_product' | 'new_drawing' | 'not_released' | 'quantity' | 'lead_time';

/**
 * What an order review must know of its customer and products: whether they are new, and whether every line is
 * standard business. A line is not if its product is not active, its drawing or revision differs, its bill of materials
 * or routing is missing, it asks for more than `qty_factor` times the average, or sooner than the standard lead time.
 */
export const ORDER_REVIEW_FACTS: PlantQuery = {
  id: 'order-review-facts',
  input: {
    type: 'object',
    properties: {
      customer: { type: 'string' },
      lines: { type: 'array', minItems: 1, items: { type: 'object' } },
      qty_factor: { type: 'number' },
      at: { type: 'string' },
    },
    required: ['customer', 'lines', 'qty_factor', 'at'],
  },
  output: {
    type: 'object',
    properties: {
      customer: { type: 'object' },
      new_product: { type: 'boolean' },
      new_drawing: { type: 'boolean' },
      standard: { type: 'boolean' },
      reasons: { type: 'array', items: { type: 'string' } },
    },
  },
  async run(input, { store, keeper }) {
    const customer = await store.getRecord('customers', String(input['customer']));
    if (customer === undefined)
      throw new EffectFailure('record.not_found', `There is no customer "${String(input['customer'])}".`, false);
    const plant = keeper.plant();
    const calendar = plant.calendars.get(LEAD_CALENDAR) as CalendarFile;
    const today = zonedParts(calendar.zone, DateTime.fromISO(String(input['at'])).toMillis()).date;
    const reasons = new Set<Reason>();
    for (const line of input['lines'] as readonly Json[]) {
      const asked = isJsonObject(line) ? line : {};
      const product = (await store.getRecord('products', String(asked['product'])))?.value;
      for (const reason of lineReasons(asked, isJsonObject(product) ? product : undefined, {
        factor: Number(input['qty_factor']),
        today,
        calendar,
      }))
        reasons.add(reason);
    }
    const { is_new, credit_flag } = customer.value as JsonObject;
    return {
      customer: { name: nameOf(customer.value), is_new: is_new === true, credit_flag: credit_flag === true },
      new_product: reasons.has('new_product'),
      new_drawing: reasons.has('new_drawing'),
      standard: reasons.size === 0,
      reasons: [...reasons],
    };
  },
};

function lineReasons(
  line: JsonObject,
  product: JsonObject | undefined,
  asked: { readonly factor: number; readonly today: string; readonly calendar: CalendarFile },
): readonly Reason[] {
  if (product === undefined || product['status'] !== 'active') return ['new_product'];
  const reasons: Reason[] = [];
  if (line['drawing_no'] !== product['drawing_no'] || line['drawing_rev'] !== product['drawing_rev'])
    reasons.push('new_drawing');
  if (isEmpty(product['bom']) || isEmpty(product['routing'])) reasons.push('not_released');
  if (Number(line['qty']) > asked.factor * Number(product['average_order_qty'] ?? 0)) reasons.push('quantity');
  const earliest = addWorkingDays(
    compileCalendar(asked.calendar),
    asked.today,
    Number(product['standard_lead_wd'] ?? 0),
  );
  if (String(line['requested_date']) < earliest) reasons.push('lead_time');
  return reasons;
}

const isEmpty = (list: Json | undefined): boolean => !Array.isArray(list) || list.length === 0;

function nameOf(customer: Json): string {
  const name = isJsonObject(customer) ? customer['name'] : undefined;
  return typeof name === 'string' ? name : isJsonObject(name) ? String(name['en'] ?? '') : '';
}
