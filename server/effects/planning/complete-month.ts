import type { JsonObject } from '../../../engine/model/json.ts';
import { type MaterialRisk, type MaterialRows, materialRisks, materialStatusOf } from './material-risks.ts';
import { count, text } from './operation.ts';
import { hoursByCenter, type WeekLimits, type WeekLoad, weekLoads } from './week-load.ts';

/** What the lines of a month's plan are completed from. */
export interface MonthParts extends MaterialRows {
  /** What new lines are numbered by: MRP-2612 gives MRP-2612-001. */
  readonly plan: string;
  readonly inside: ReadonlySet<string>;
  readonly limits: WeekLimits;
  /** Lines of the revision in force, for the list of changes. */
  readonly before: readonly JsonObject[];
  /** The last day of the slushy zone: until then changed quantities count as unrest. */
  readonly protectedUntil: string;
}

export interface CompletedMonth {
  readonly lines: readonly JsonObject[];
  readonly loads: readonly WeekLoad[];
  readonly over: readonly WeekLoad[];
  readonly late: readonly JsonObject[];
  readonly risks: readonly MaterialRisk[];
  readonly changes: readonly JsonObject[];
  /** Standard hours of each month. */
  readonly totals: JsonObject;
  /** The fullest week of the first month over its mean, in per cent: 100 is perfectly level. */
  readonly levelling_pct: number | null;
  /** How much of what was planned in the protected days stays, in per cent; null if nothing was. */
  readonly stability_pct: number | null;
}

/** What of a line people would notice between two revisions. */
const COMPARED = ['planned_qty', 'week', 'month', 'finish'] as const;

/**
 * Completes the planner's lines of a month: number, net quantity, material, the fullest week centre that they load, and
 * whether they are late: finished after the committed date. Lines without an order have none and are never late.
 */
export function completeMonth(asked: readonly JsonObject[], parts: MonthParts): CompletedMonth {
  const products = new Map(parts.products.map((product) => [text(product['id']), product]));
  const numbers = openNumbers(parts.plan, [...asked, ...parts.before]);
  const placed = asked.map((line) => {
    const product = products.get(text(line['product']));
    return {
      line: { ...plain(line), id: text(line['id']) || numbers.next() },
      product,
      month: text(line['month']),
      week: count(line['week'], 1),
      hours: hoursByCenter(product, count(line['planned_qty']), parts.inside),
    };
  });
  const loads = weekLoads(placed, parts.limits);
  const risks = materialRisks(
    placed.map(({ line }) => ({ product: text(line.product), planned_qty: count(line.planned_qty) })),
    parts,
  );
  const lines = placed.map(({ line, product, month, week, hours }) => {
    const own = loads.filter((load) => load.month === month && load.week === week && hours.has(load.work_center));
    const fullest = [...own].sort((a, b) => b.pct - a.pct)[0];
    return {
      ...line,
      hours: Math.round([...hours.values()].reduce((sum, one) => sum + one, 0) * 10) / 10,
      material_status: materialStatusOf(product, risks),
      fullest: fullest === undefined ? null : `${fullest.work_center} ${fullest.pct} %`,
      late: line.committed_date !== null && text(line.finish) > text(line.committed_date),
    };
  });
  return {
    lines,
    loads,
    over: loads.filter(({ pct }) => pct > 100),
    late: lines.filter(({ late }) => late),
    risks,
    changes: changesOf(lines, parts.before),
    totals: totalsOf(lines),
    levelling_pct: levellingOf(loads),
    stability_pct: stabilityOf(lines, parts),
  };
}

/** What the planner answers for. */
function plain(line: JsonObject) {
  const [demand, stock, wip, safety] = ['demand_qty', 'stock', 'wip', 'safety'].map((field) => count(line[field]));
  return {
    product: line['product'] ?? null,
    order_no: line['order_no'] ?? null,
    month: text(line['month']),
    demand_qty: demand ?? 0,
    stock: stock ?? 0,
    wip: wip ?? 0,
    safety: safety ?? 0,
    net_qty: Math.max(0, (demand ?? 0) + (safety ?? 0) - (stock ?? 0) - (wip ?? 0)),
    planned_qty: count(line['planned_qty']),
    week: count(line['week'], 1),
    finish: text(line['finish']),
    committed_date: line['committed_date'] ?? null,
    note: line['note'] ?? null,
  };
}

function openNumbers(plan: string, lines: readonly JsonObject[]): { next(): string } {
  const taken = new Set(lines.map((line) => text(line['id'])));
  let last = 0;
  const named = (): string => `${plan}-${String(last).padStart(3, '0')}`;
  return {
    next() {
      do last += 1;
      while (taken.has(named()));
      return named();
    },
  };
}

function changesOf(lines: readonly JsonObject[], before: readonly JsonObject[]): readonly JsonObject[] {
  if (before.length === 0) return [];
  const gone = before
    .filter((old) => !lines.some((line) => line['id'] === old['id']))
    .map((old) => ({
      line: text(old['id']),
      product: old['product'] ?? null,
      field: 'line',
      old: old['planned_qty'] ?? null,
      new: null,
    }));
  const changed = lines.flatMap((line): readonly JsonObject[] => {
    const old = before.find((one) => one['id'] === line['id']);
    const row = { line: text(line['id']), product: line['product'] ?? null };
    if (old === undefined) return [{ ...row, field: 'line', old: null, new: line['planned_qty'] ?? null }];
    return COMPARED.flatMap((field) =>
      (old[field] ?? null) === (line[field] ?? null)
        ? []
        : [{ ...row, field, old: old[field] ?? null, new: line[field] ?? null }],
    );
  });
  return [...changed, ...gone];
}

function totalsOf(lines: readonly JsonObject[]): JsonObject {
  const totals = new Map<string, number>();
  for (const line of lines) {
    const month = text(line['month']);
    totals.set(month, Math.round(((totals.get(month) ?? 0) + count(line['hours'])) * 10) / 10);
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => a.localeCompare(b)));
}

/** Over the weeks of the first month: hours of the fullest over the mean. */
function levellingOf(loads: readonly WeekLoad[]): number | null {
  const first = loads[0]?.month;
  const weeks = new Map<number, number>();
  for (const { month, week, hours } of loads) if (month === first) weeks.set(week, (weeks.get(week) ?? 0) + hours);
  const sums = [...weeks.values()];
  const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length;
  return sums.length === 0 || mean === 0 ? null : Math.round((Math.max(...sums) / mean) * 100);
}

/** 1 − Σ |changed quantity| / Σ planned quantity, over lines that were to be finished in the protected days. */
function stabilityOf(lines: readonly JsonObject[], { before, protectedUntil }: MonthParts): number | null {
  const own = before.filter((old) => text(old['finish']) <= protectedUntil);
  const planned = own.reduce((sum, old) => sum + count(old['planned_qty']), 0);
  const changed = own.reduce((sum, old) => {
    const line = lines.find((one) => one['id'] === old['id']);
    return sum + Math.abs(count(line?.['planned_qty']) - count(old['planned_qty']));
  }, 0);
  return planned === 0 ? null : Math.round((1 - changed / planned) * 100);
}
