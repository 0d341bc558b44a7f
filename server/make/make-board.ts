import { allocateItem, type Coverage, servedFirst } from '../../engine/plan/allocate.ts';
import { type Attainment, attainmentOf } from '../../engine/plan/attainment.ts';
import {
  deadlineOf,
  type FloorTime,
  forecastFinish,
  slackDays,
  workingDaysUntil,
} from '../../engine/plan/floor-time.ts';
import { type MaterialStatus, materialStatus } from '../../engine/plan/material-status.ts';
import type { BomLine } from '../../engine/plan/plant-rows.ts';
import { type Production, productionOf } from '../../engine/plan/production.ts';
import { type Rag, type RagLimits, ragOf } from '../../engine/plan/rag.ts';
import { type BoardCase, type BoardRows, openBoardRows } from './board-rows.ts';
import type { MakeLine, MakeOrder } from './read-rows.ts';

/** An order as *Make* shows it, before it is said in anybody's language. */
export interface BoardRow {
  readonly order: MakeOrder;
  /** Its place in the order in which material is given out, from 1. */
  readonly rank: number;
  readonly production: Production;
  readonly material: MaterialStatus;
  readonly cases: readonly BoardCase[];
  readonly attainment: Attainment | null;
  readonly deadlineAt: number | null;
  /** Null for what is done. */
  readonly forecastAt: number | null;
  readonly slack: number | null;
  readonly rag: Rag;
  /** Pieces of a hundred that are missing for which all material is there; null where none is needed. */
  readonly kitPct: number | null;
  /** The next line of the plan that works on it. */
  readonly nextLine: MakeLine | null;
}

/** The orders of a plant, kept counted: a change counts again what it reaches, and nothing else. */
export interface MakeBoard {
  readonly rows: BoardRows;
  /** Every order at a moment, in the order of their ranks. Cheap as long as minute and limits stay the same. */
  list(time: FloorTime, limits: RagLimits): readonly BoardRow[];
}

/** What does not depend on the clock. */
interface Counted {
  readonly production: Production;
  readonly material: MaterialStatus;
}

export function openMakeBoard(): MakeBoard {
  const rows = openBoardRows();
  const coverage = new Map<string, ReadonlyMap<string, Coverage>>();
  const counted = new Map<string, Counted>();
  const shown = new Map<string, BoardRow>();
  const users = new Map<string, Set<string>>();
  let ranks: ReadonlyMap<string, number> = new Map();
  let seen: { readonly time: FloorTime; readonly limits: RagLimits } | undefined;

  const producing = (order: MakeOrder): Production =>
    productionOf({
      order,
      product: rows.products.get(order.product),
      workOrders: rows.workOrders.of(order.id),
      lots: rows.lots.of(order.id),
    });

  /** Gives an item out again, and notes whose share has changed. */
  const serve = (item: string): void => {
    const needs = [...(users.get(item) ?? [])]
      .sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
      .flatMap((id) => needOf(id, item));
    const supply = { stock: rows.usableStock(item), open: rows.supplies.of(item) };
    const before = coverage.get(item);
    const after = allocateItem(supply, needs);
    coverage.set(item, after);
    for (const [id, share] of after) if (!sameShare(before?.get(id), share)) rows.touched.orders.add(id);
  };

  const needOf = (id: string, item: string) => {
    const made = counted.get(id)?.production;
    const order = rows.orders.get(id);
    const each = rows.products.get(order?.product ?? '')?.bom?.find((line) => line.item === item)?.qty ?? 0;
    return made === undefined || made.issued || each === 0 ? [] : [{ order: id, qty: each * made.toMake }];
  };

  /** Counts again what was touched: first the workshop's numbers, then who gets which material, then each order's state. */
  const catchUp = (): void => {
    const { orders, items, moved } = rows.touched;
    if (moved.size > 0) ranks = rankAll(rows);
    for (const id of orders) {
      const order = rows.orders.get(id);
      if (order === undefined) {
        counted.delete(id);
        shown.delete(id);
        continue;
      }
      counted.set(id, { production: producing(order), material: counted.get(id)?.material ?? NO_MATERIAL });
      for (const { item } of rows.products.get(order.product)?.bom ?? [])
        users.set(item, (users.get(item) ?? new Set()).add(id));
    }
    for (const item of items) serve(item);
    for (const id of orders) {
      const order = rows.orders.get(id);
      const production = counted.get(id)?.production;
      if (order === undefined || production === undefined) continue;
      const material = materialStatus(rows.products.get(order.product), production, (item) =>
        coverage.get(item)?.get(id),
      );
      counted.set(id, { production, material });
    }
  };

  return {
    rows,
    list(time, limits) {
      catchUp();
      const { orders, items, moved } = rows.touched;
      const same = seen !== undefined && sameMoment(seen, { time, limits });
      seen = { time, limits };
      const found: BoardRow[] = [];
      for (const id of same ? orders : counted.keys()) {
        const order = rows.orders.get(id);
        const facts = counted.get(id);
        if (order !== undefined && facts !== undefined)
          shown.set(id, colour({ order, facts, rows, rank: ranks.get(id) ?? 0 }, time, limits));
      }
      orders.clear();
      items.clear();
      moved.clear();
      for (const [id, rank] of ranks) {
        const row = shown.get(id);
        if (row === undefined) continue;
        const placed = row.rank === rank ? row : { ...row, rank };
        if (placed !== row) shown.set(id, placed);
        found.push(placed);
      }
      return found;
    },
  };
}

interface Moment {
  readonly time: FloorTime;
  readonly limits: RagLimits;
}

/** True if nothing that the clock and the settings decide can have changed. */
function sameMoment(a: Moment, b: Moment): boolean {
  const { calendar, ...rates } = a.time;
  const { calendar: other, ...others } = b.time;
  return calendar === other && JSON.stringify([rates, a.limits]) === JSON.stringify([others, b.limits]);
}

const NO_MATERIAL: MaterialStatus = { state: 'no_recipe', short: [], eta: null };

/** The place of each order in the row, from 1. */
function rankAll(rows: BoardRows): ReadonlyMap<string, number> {
  const sorted = [...rows.orders.all()].sort(servedFirst);
  return new Map(sorted.map((order, index) => [order.id, index + 1]));
}

function sameShare(a: Coverage | undefined, b: Coverage): boolean {
  return a !== undefined && a.short === b.short && a.eta === b.eta && a.covered === b.covered;
}

interface Colouring {
  readonly order: MakeOrder;
  readonly facts: Counted;
  readonly rows: BoardRows;
  readonly rank: number;
}

/** What the clock decides: forecast, slack, attainment to date, colour. */
function colour({ order, facts, rows, rank }: Colouring, time: FloorTime, limits: RagLimits): BoardRow {
  const { production, material } = facts;
  const cases = rows.casesOf(order.id);
  const lines = rows.lines.of(order.id);
  const done = production.status === 'done';
  const deadlineAt = order.due === null ? null : deadlineOf(time, order.due);
  const forecastAt = done
    ? null
    : forecastFinish(time, {
        start: order.start,
        materialEta: material.eta,
        hoursLeft: production.hoursLeft,
        subcontractDays: order.subcontractDays,
      });
  const slack = forecastAt === null || deadlineAt === null ? null : slackDays(time, forecastAt, deadlineAt);
  const attainment = attainmentOf(lines.filter(({ date }) => date < time.today));
  const rag = ragOf(
    {
      now: time.now,
      deadlineAt,
      slack,
      startIn: order.start === null ? null : workingDaysUntil(time, order.start),
      materialLate: material.eta !== null && (order.start === null || material.eta > order.start),
      ordered: order.qty,
      production,
      material,
      attainmentPct: attainment?.pct ?? null,
      cases,
    },
    limits,
  );
  const nextLine = done ? null : nextOf(lines, time.today);
  const kitPct = kitOf(facts, rows.products.get(order.product)?.bom ?? []);
  return { order, rank, production, material, cases, attainment, deadlineAt, forecastAt, slack, rag, kitPct, nextLine };
}

/** The line of the bill with the least of what it needs decides. */
function kitOf({ production, material }: Counted, bom: readonly BomLine[]): number | null {
  if (material.state === 'processed' || material.state === 'no_recipe') return null;
  const shares = bom.map(({ item, qty }) => {
    const short = material.short.find((one) => one.item === item)?.qty ?? 0;
    return 1 - short / (qty * production.toMake);
  });
  return Math.floor(Math.min(...shares) * 100);
}

/** The first line from today on that is not made yet: by day, shift and place in it. */
function nextOf(lines: readonly MakeLine[], today: string): MakeLine | null {
  const open = lines.filter((line) => line.date >= today && (line.good ?? 0) < line.qty);
  return [...open].sort((a, b) => placeOf(a).localeCompare(placeOf(b)))[0] ?? null;
}

function placeOf(line: MakeLine): string {
  return `${line.date} ${line.shift} ${String(line.seq).padStart(4, '0')}`;
}
