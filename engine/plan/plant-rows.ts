/**
 * What the plan's arithmetic sees of the plant: plain rows, whoever keeps them. Dates are local (`YYYY-MM-DD`), hours are
 * standard hours.
 */

/** A customer's order. */
export interface OrderRow {
  readonly id: string;
  readonly product: string;
  readonly qty: number;
  /** Lower is earlier served; null is served last. */
  readonly priority: number | null;
  /** The day whose end it is due at. */
  readonly due: string | null;
  readonly start: string | null;
  /** Its review runs: nobody has promised it yet. */
  readonly inReview: boolean;
  readonly done: boolean;
  /** Working days that a subcontractor still needs after the last operation here. */
  readonly subcontractDays: number;
  /** Where the product has no routing, the hours that somebody estimated. */
  readonly hoursLeft: number | null;
  /** Pieces of it that are stored already. */
  readonly stored: number;
}

/** A line of a bill of materials, for one piece. */
export interface BomLine {
  readonly item: string;
  readonly qty: number;
}

/** An operation of a routing. */
export interface RoutingStep {
  readonly op: number;
  readonly workCenter: string;
  readonly setupMin: number;
  readonly runMin: number;
}

export interface ProductRow {
  readonly id: string;
  /** Materials alone: a service that is bought is not allocated. Null if no bill is active. */
  readonly bom: readonly BomLine[] | null;
  readonly routing: readonly RoutingStep[];
}

/** An order to the workshop. */
export interface WorkOrderRow {
  readonly id: string;
  readonly order: string;
  /** Pieces that are released to be started, replacements for scrap among them. */
  readonly qty: number;
  readonly good: number;
  readonly scrap: number;
  readonly status: 'planned' | 'released' | 'running' | 'blocked' | 'done';
  /** What stops it, if it is blocked. */
  readonly blockedBy: string | null;
  /** Its material was handed over wholly. */
  readonly issued: boolean;
}

export interface LotRow {
  readonly id: string;
  readonly order: string | null;
  readonly qty: number;
  /** On hold, in quarantine, or no longer what was ordered. */
  readonly held: boolean;
  /** Scrapped or sent back: its pieces are nobody's good pieces. */
  readonly gone: boolean;
}

/** What is on order from a supplier, for a day that was promised. */
export interface SupplyRow {
  readonly id: string;
  readonly item: string;
  readonly qty: number;
  readonly eta: string;
}

/** A line of a plan: so many pieces of an operation on a day. */
export interface PlanLineRow {
  readonly id: string;
  readonly order: string;
  readonly workCenter: string;
  readonly op: number | null;
  readonly date: string;
  readonly shift: string;
  readonly qty: number;
  /** Pieces that were reported good; null before the report. */
  readonly good: number | null;
  readonly hours: number;
}

/** A running case that is about an order. */
export interface OrderCase {
  readonly id: string;
  readonly number: string;
  readonly kind: 'nonconformity' | 'shortage' | 'first_article' | 'plan_change' | 'review' | 'other';
  /** How bad a shortage is: `S1` is worst. */
  readonly tier: string | null;
}
