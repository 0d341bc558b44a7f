import type { JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { planned } from './plan-lines.ts';
import { rowsWhere } from './register-rows.ts';

/** Everything that planning reads, as it stands. */
export interface PlanningState {
  readonly orders: readonly JsonObject[];
  readonly products: readonly JsonObject[];
  readonly workOrders: readonly JsonObject[];
  readonly workCenters: readonly JsonObject[];
  readonly stock: readonly JsonObject[];
  readonly purchases: readonly JsonObject[];
  readonly plans: readonly JsonObject[];
  /** Lines of day plans with what plan changes made of them. */
  readonly standing: readonly JsonObject[];
}

/** Fields of a line that a plan change may have written into its plan. */
const CHANGEABLE = ['date', 'qty', 'hours', 'shift', 'seq', 'work_center', 'person'];

/** What became of an issued plan: its lines as they stand, what moved, and the number of the next revision. */
export const MOVED_PLAN = {
  type: 'object',
  properties: {
    lines: { type: 'array', items: { type: 'object' } },
    changes: { type: 'array', items: { type: 'object' } },
    revision: { type: 'integer' },
  },
  required: ['lines', 'changes', 'revision'],
} as const;

/** Reads the registers that plans are made of. */
export async function planningState(store: Store): Promise<PlanningState> {
  const read = (register: string): Promise<readonly JsonObject[]> => rowsWhere(store, register, {});
  const [orders, products, workOrders, workCenters, stock, purchases, plans, lines] = await Promise.all([
    read('orders'),
    read('products'),
    read('work-orders'),
    read('work-centers'),
    read('stock'),
    read('purchase-orders'),
    read('plans'),
    read('plan-lines'),
  ]);
  const standing = lines.map((line) => {
    const plan = plans.find((one) => one['id'] === line['plan']);
    const values = CHANGEABLE.flatMap((field) => {
      const value = planned(plan, line, field);
      return value === null ? [] : [[field, value] as const];
    });
    return { ...line, ...Object.fromEntries(values) };
  });
  return { orders, products, workOrders, workCenters, stock, purchases, plans, standing };
}

/** The highest revision that a plan was issued with: `DP-20261125-R2` and `MRP-2612-02` are the second. 0: never. */
export function lastRevision(plans: readonly JsonObject[], series: string): number {
  const numbers = plans.flatMap(({ id }) =>
    typeof id === 'string' && id.startsWith(series) ? [Number(id.slice(series.length))] : [],
  );
  return Math.max(0, ...numbers.filter((number) => Number.isInteger(number)));
}

/** Workshops with work centres, each once; those that are a department of their own are left out. */
export function workshopsOf(
  workCenters: readonly JsonObject[],
  departments: ReadonlyMap<string, unknown>,
): readonly string[] {
  const names = workCenters.flatMap(({ workshop }) => (typeof workshop === 'string' ? [workshop] : []));
  return [...new Set(names)].filter((name) => !departments.has(name)).sort();
}
