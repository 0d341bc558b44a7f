import type { MaterialStatus } from './material-status.ts';
import type { OrderCase } from './plant-rows.ts';
import type { Production } from './production.ts';

export type RagColor = 'done' | 'in_review' | 'red' | 'amber' | 'green';

/** Limits that a plant sets. */
export interface RagLimits {
  /** Slack below so many working days is thin. */
  readonly thinSlackDays: number;
  /** Attainment below it is behind the plan, in per cent. */
  readonly attainmentPct: number;
  /** Material that is not available matters for starts within so many working days. */
  readonly startDays: number;
}

/** All that decides the colour of an order. */
export interface RagFacts {
  readonly now: number;
  readonly deadlineAt: number | null;
  /** Working days from forecast to deadline; null without a deadline. */
  readonly slack: number | null;
  /** Working days from today to the planned start; null without one. */
  readonly startIn: number | null;
  /** The last material comes after the planned start. */
  readonly materialLate: boolean;
  readonly ordered: number;
  readonly production: Pick<Production, 'status' | 'blockedBy' | 'usable' | 'planned' | 'started'>;
  readonly material: MaterialStatus;
  /** In per cent, of the plan's lines that are over; null if there was none. */
  readonly attainmentPct: number | null;
  readonly cases: readonly OrderCase[];
}

/** Why an order has its colour, as data: people read it in their language. */
export type RagReason =
  | { readonly kind: 'done' | 'in_review' | 'deadline_passed' | 'start_passed' | 'on_track' }
  | { readonly kind: 'late'; readonly days: number; readonly material: boolean }
  | { readonly kind: 'thin'; readonly days: number }
  | { readonly kind: 'blocked'; readonly by: string }
  | {
      readonly kind: 'no_material' | 'material_expected';
      readonly items: readonly string[];
      readonly eta: string | null;
    }
  | { readonly kind: 'too_few'; readonly missing: number }
  | { readonly kind: 'behind_plan'; readonly pct: number }
  | {
      readonly kind: 'worst_shortage' | 'nonconformity' | 'shortage' | 'first_article' | 'plan_change';
      readonly case: OrderCase;
    };

export interface Rag {
  readonly color: RagColor;
  /** Every reason of that colour, the weightiest first; never empty. */
  readonly reasons: readonly RagReason[];
}

/** The tier of a shortage that stops a line. */
const WORST_TIER = 'S1';

/** Decides the colour of an order: top-down, the first that holds wins; nobody sets it by hand. RAG1 */
export function ragOf(facts: RagFacts, limits: RagLimits): Rag {
  if (facts.production.status === 'done') return { color: 'done', reasons: [{ kind: 'done' }] }; // RAG2
  if (facts.production.status === 'order_review') return { color: 'in_review', reasons: [{ kind: 'in_review' }] }; // RAG3
  const red = redReasons(facts, limits);
  if (red.length > 0) return { color: 'red', reasons: red };
  const amber = amberReasons(facts, limits);
  if (amber.length > 0) return { color: 'amber', reasons: amber };
  return { color: 'green', reasons: [{ kind: 'on_track' }] }; // RAG16
}

function redReasons(facts: RagFacts, limits: RagLimits): readonly RagReason[] {
  const { production, material, slack, deadlineAt, ordered } = facts;
  const reasons: RagReason[] = [];
  if (production.status === 'blocked') reasons.push({ kind: 'blocked', by: production.blockedBy ?? '' }); // RAG6
  for (const one of facts.cases)
    if (one.kind === 'shortage' && one.tier === WORST_TIER) reasons.push({ kind: 'worst_shortage', case: one }); // RAG8
  // Without a planned start it would start now.
  if (material.state === 'not_available' && (facts.startIn ?? 0) <= limits.startDays)
    reasons.push({ kind: 'no_material', ...shortOf(material) }); // RAG7
  const missing = ordered - production.usable - production.planned;
  if (missing > 0) reasons.push({ kind: 'too_few', missing }); // RAG9
  if (deadlineAt !== null && facts.now > deadlineAt) reasons.push({ kind: 'deadline_passed' }); // RAG4
  if (slack !== null && slack < 0) reasons.push({ kind: 'late', days: -slack, material: facts.materialLate }); // RAG5
  return reasons;
}

function amberReasons(facts: RagFacts, limits: RagLimits): readonly RagReason[] {
  const { material, slack, attainmentPct, production } = facts;
  const reasons: RagReason[] = [];
  for (const one of facts.cases)
    if (one.kind === 'nonconformity' || one.kind === 'shortage' || one.kind === 'first_article')
      reasons.push({ kind: one.kind, case: one }); // RAG13
  if (material.state === 'expected') reasons.push({ kind: 'material_expected', ...shortOf(material) }); // RAG11
  if (slack !== null && slack < limits.thinSlackDays) reasons.push({ kind: 'thin', days: slack }); // RAG10
  if (attainmentPct !== null && attainmentPct < limits.attainmentPct)
    reasons.push({ kind: 'behind_plan', pct: attainmentPct }); // RAG12
  if (facts.startIn !== null && facts.startIn < 0 && !production.started) reasons.push({ kind: 'start_passed' }); // RAG14
  for (const one of facts.cases) if (one.kind === 'plan_change') reasons.push({ kind: 'plan_change', case: one }); // RAG15
  return reasons;
}

function shortOf(material: MaterialStatus): { readonly items: readonly string[]; readonly eta: string | null } {
  return { items: material.short.map(({ item }) => item), eta: material.eta };
}
