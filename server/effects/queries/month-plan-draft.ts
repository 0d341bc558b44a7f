import { DateTime } from 'luxon';
import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import { levelMonth } from '../planning/level-month.ts';
import { netRequirements } from '../planning/net-requirements.ts';
import { count, list, text } from '../planning/operation.ts';
import { monthLater } from '../planning/plan-weeks.ts';
import { hoursByCenter } from '../planning/week-load.ts';
import { openFloorDays } from './floor-days.ts';
import { monthLimits, MONTH_SETTINGS, monthsOf } from './month-limits.ts';
import type { PlantQuery } from './plant-query.ts';
import { lastRevision, planningState, workshopsOf } from './planning-rows.ts';

/**
 * The draft of a rolling month plan: net requirements of the orders that are due in its months, levelled over their
 * weeks. What stands in a revision of the same month stays where it is. `frozen` lines are finished within the
 * frozen working days and are left alone.
 */
export const MONTH_PLAN_DRAFT: PlantQuery = {
  id: 'month-plan-draft',
  input: {
    type: 'object',
    properties: { month: { type: 'string' }, horizon: { type: 'integer', minimum: 1 }, settings: MONTH_SETTINGS },
    required: ['month', 'horizon', 'settings'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      lines: { type: 'array', items: { type: 'object' } },
      before: { type: 'array', items: { type: 'object' } },
      weeks: { type: 'array', items: { type: 'object' } },
      workshops: { type: 'array', items: { type: 'string' } },
      work_centers: { type: 'array', items: { type: 'object' } },
      revision: { type: 'integer' },
      old_number: { type: ['string', 'null'] },
      ends_at: { type: 'string' },
    },
    required: ['lines', 'before', 'weeks', 'workshops', 'revision', 'ends_at'],
  },
  async run(input, parts) {
    const days = openFloorDays(parts);
    const months = monthsOf(input);
    const first = months[0] ?? '';
    const state = await planningState(parts.store);
    const limits = monthLimits(months, days, { settings: input['settings'], capacity: undefined });
    const products = new Map(state.products.map((product) => [text(product['id']), product]));
    const inside = new Set(state.workCenters.map((center) => text(center['id'])));
    const levelled = levelMonth(netRequirements(months, state), limits, ({ product, net_qty }) =>
      hoursByCenter(products.get(product), net_qty, inside),
    );
    const plan = `MRP-${first.slice(2, 4)}${first.slice(5)}`;
    const issued = state.plans.filter((row) => row['kind'] === 'month_issue' && row['month'] === first);
    const standing = issued.find((row) => row['status'] === 'issued');
    const before = list(standing?.['lines']);
    const frozenDays = isJsonObject(input['settings']) ? count(input['settings']['frozen_days'], 2) : 2;
    const frozenUntil = addWorkingDays(days.calendar, days.today, frozenDays);
    const lines = levelled.map((line, index) => {
      const old = before.find((one) => one['order_no'] === line.order_no);
      const id = text(old?.['id']) || `${plan}-${String(before.length + index + 1).padStart(3, '0')}`;
      const finish = text(old?.['finish']) || line.finish;
      return { ...line, ...old, id, finish, frozen: finish <= frozenUntil };
    });
    const others = before.filter((old) => !lines.some((line) => line.id === old['id']));
    return {
      plan,
      lines: [...lines, ...others.map((old) => ({ ...old, frozen: text(old['finish']) <= frozenUntil }))],
      before,
      old_number: standing === undefined ? null : text(standing['id']),
      weeks: limits.weeks,
      workshops: workshopsOf(state.workCenters, parts.keeper.plant().departments),
      work_centers: state.workCenters.map((center) => ({ id: text(center['id']), workshop: text(center['workshop']) })),
      revision: lastRevision(state.plans, `${plan}-`) + 1,
      ends_at: DateTime.fromISO(`${monthLater(first, 1)}-01T00:00`, { zone: days.zone })
        .toUTC()
        .toISO(),
    } as unknown as JsonObject;
  },
};
