import type { LotRow, OrderRow, ProductRow, RoutingStep, WorkOrderRow } from './plant-rows.ts';

const MINUTES = 60;

export type ProductionStatus =
  | 'order_review'
  | 'not_started'
  | 'work_in_progress'
  | 'partially_complete'
  | 'blocked'
  | 'done';

/** How far an order is. */
export interface Production {
  readonly status: ProductionStatus;
  readonly good: number;
  readonly scrap: number;
  /** Good pieces that are not on hold. */
  readonly usable: number;
  /** Pieces that are still planned to be made. */
  readonly planned: number;
  /** Good pieces that are missing of what was ordered. */
  readonly toMake: number;
  /** Standard hours of the whole order, setting up included. */
  readonly hours: number;
  /** Standard hours of what is left; what runs is set up already. */
  readonly hoursLeft: number;
  readonly started: boolean;
  /** What stops it, by word; null if nothing does. */
  readonly blockedBy: string | null;
  /** Its material is handed over wholly. */
  readonly issued: boolean;
}

export interface OrderRows {
  readonly order: OrderRow;
  readonly product: ProductRow | undefined;
  readonly workOrders: readonly WorkOrderRow[];
  readonly lots: readonly LotRow[];
}

/** Adds up what the workshop has reported of an order, and what is left of it. */
export function productionOf({ order, product, workOrders, lots }: OrderRows): Production {
  const reported = sum(workOrders.map((work) => work.good));
  const good = workOrders.length === 0 ? order.stored : reported;
  const scrap = sum(workOrders.map((work) => work.scrap));
  const started = good > 0 || scrap > 0 || workOrders.some((work) => work.status === 'running');
  const blocked = workOrders.find((work) => work.status === 'blocked');
  const routing = product?.routing ?? [];
  const toMake = order.done ? 0 : Math.max(0, order.qty - good);
  return {
    status: statusOf(order, { workOrders, started, blocked: blocked !== undefined }),
    good,
    scrap,
    usable: usableGood(good, lots),
    planned: plannedOf(order, { workOrders, good }),
    toMake,
    hours: setupHours(routing) + runHours(routing, order.qty),
    hoursLeft: hoursLeft(order, { routing, toMake, setUp: good > 0 || scrap > 0 }),
    started,
    blockedBy: blocked === undefined ? null : (blocked.blockedBy ?? ''),
    issued: order.done || (workOrders.length > 0 && workOrders.every((work) => work.issued)),
  };
}

/** Hours of a quantity on a routing, setting up included. */
export function standardHours(step: Pick<RoutingStep, 'setupMin' | 'runMin'>, qty: number): number {
  return (step.setupMin + step.runMin * qty) / MINUTES;
}

interface Progress {
  readonly workOrders: readonly WorkOrderRow[];
  readonly started: boolean;
  readonly blocked: boolean;
}

function statusOf(order: OrderRow, { workOrders, started, blocked }: Progress): ProductionStatus {
  if (order.done) return 'done';
  if (order.inReview) return 'order_review';
  if (blocked) return 'blocked';
  const done = workOrders.filter((work) => work.status === 'done').length;
  if (done > 0 && done === workOrders.length && sum(workOrders.map((work) => work.good)) >= order.qty) return 'done';
  if (done > 0 || order.stored > 0) return 'partially_complete';
  return started ? 'work_in_progress' : 'not_started';
}

/** Good pieces without those on hold: pieces in a lot count by their lot, others as they were reported. RAG9 */
function usableGood(good: number, lots: readonly LotRow[]): number {
  const kept = lots.filter((lot) => !lot.gone);
  const inLots = sum(kept.map((lot) => lot.qty));
  const free = sum(kept.filter((lot) => !lot.held).map((lot) => lot.qty));
  return Math.min(good, free + Math.max(0, good - inLots));
}

/** Before the workshop has orders, all of it is planned. */
function plannedOf(
  order: OrderRow,
  { workOrders, good }: { readonly workOrders: readonly WorkOrderRow[]; readonly good: number },
): number {
  if (workOrders.length === 0) return Math.max(0, order.qty - good);
  return sum(workOrders.map((work) => (work.status === 'done' ? 0 : Math.max(0, work.qty - work.good - work.scrap))));
}

interface Left {
  readonly routing: readonly RoutingStep[];
  readonly toMake: number;
  readonly setUp: boolean;
}

function hoursLeft(order: OrderRow, { routing, toMake, setUp }: Left): number {
  if (order.done) return 0;
  if (routing.length === 0) return order.hoursLeft ?? 0;
  return runHours(routing, toMake) + (setUp ? 0 : setupHours(routing));
}

function runHours(routing: readonly RoutingStep[], qty: number): number {
  return (sum(routing.map((step) => step.runMin)) * qty) / MINUTES;
}

function setupHours(routing: readonly RoutingStep[]): number {
  return sum(routing.map((step) => step.setupMin)) / MINUTES;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
