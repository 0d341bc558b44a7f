import type { Named, Page } from './shared-views.ts';

export type RagColorView = 'red' | 'amber' | 'green' | 'in_review' | 'done';

/** `GET /api/make`: the orders with their colours, the worst first. */
export interface MakeView extends Page<MakeRowView> {
  /** The minute for which forecasts hold. */
  readonly at: string;
  /** How many of each colour, with every filter but that of the colour. */
  readonly counts: { readonly [color in RagColorView]: number };
  /** What the filters may be set to. */
  readonly filters: {
    readonly customers: readonly Named[];
    readonly workshops: readonly Named[];
    /** Weeks of deadlines, `2026-W48`. */
    readonly weeks: readonly string[];
  };
}

/** One order: words are in the reader's language. */
export interface MakeRowView {
  /** Its place in the order in which material is given out. */
  readonly rank: number;
  readonly order: string;
  readonly customer: Named;
  readonly product: Named;
  readonly qty: number;
  readonly good: number;
  readonly scrap: number;
  /** Standard hours of the whole order. */
  readonly productionHours: number;
  /** Good pieces of a hundred ordered ones. */
  readonly progress: number;
  readonly deadline: string | null;
  /** The local day of the deadline. */
  readonly due: string | null;
  readonly late: boolean;
  readonly material: {
    readonly status: 'no_recipe' | 'in_stock' | 'expected' | 'not_available' | 'processed';
    readonly title: string;
    /** Pieces of a hundred for which all material is there; null where none is needed. */
    readonly kitPct: number | null;
    readonly short: readonly {
      readonly item: string;
      readonly name: string;
      readonly qty: number;
      readonly uom: string | null;
      /** A local day; null if nothing that is on order covers it. */
      readonly eta: string | null;
    }[];
  };
  readonly productionStatus:
    | 'order_review'
    | 'not_started'
    | 'work_in_progress'
    | 'partially_complete'
    | 'blocked'
    | 'done';
  readonly productionTitle: string;
  readonly rag: { readonly color: RagColorView; readonly title: string; readonly reasons: readonly string[] };
  readonly forecastFinishAt: string | null;
  /** Working days to spare; negative where it is late. */
  readonly slack: number | null;
  /** Open cases about it that the reader may see. */
  readonly cases: readonly {
    readonly id: string;
    readonly number: string;
    readonly workflow: string;
    readonly state: string;
  }[];
  /** What is done next, and by whom; `task` if the reader may open it. */
  readonly next: { readonly title: string; readonly who: string; readonly task: string | null } | null;
}

export type ZoneView = 'frozen' | 'slushy' | 'liquid';

export interface PlanLineView {
  readonly id: string;
  readonly seq: number;
  readonly order: string;
  readonly product: Named;
  readonly op: number | null;
  readonly qty: number;
  /** Good pieces that were reported; null before the report. */
  readonly done: number | null;
  readonly hours: number;
  /** The person or the crew. */
  readonly who: string;
  readonly kit: 'complete' | 'partial' | 'missing' | null;
  readonly readiness: 'green' | 'amber' | 'red' | null;
  readonly note: string | null;
}

export interface AttainmentView {
  readonly planned: number;
  readonly good: number;
  readonly pct: number;
  readonly band: 'green' | 'amber' | 'red';
}

/** A shift of a work centre, with what is planned in it. */
export interface PlanShiftView {
  readonly workCenter: Named;
  readonly shift: string;
  readonly hours: number;
  /** Standard hours that fit in. */
  readonly limit: number;
  readonly loadPct: number;
  readonly load: 'green' | 'amber' | 'red';
  readonly lines: readonly PlanLineView[];
}

export interface PlanDayView {
  readonly date: string;
  /** Working days from today. */
  readonly offset: number;
  readonly zone: ZoneView;
  /** The revision of its plan, by its number; null if none was issued. */
  readonly plan: string | null;
  /** Only for days that are over. */
  readonly attainment: AttainmentView | null;
  readonly shifts: readonly PlanShiftView[];
}

/** `GET /api/plan`. */
export interface PlanView {
  readonly today: string;
  /** The working days before and after the first one that is shown. */
  readonly before: string;
  readonly after: string;
  readonly days: readonly PlanDayView[];
  /** The working days before today, oldest first. */
  readonly past: readonly { readonly date: string; readonly attainment: AttainmentView | null }[];
  readonly month: MonthPlanView | null;
  /** True if the reader may ask for a change of a line. */
  readonly mayChange: boolean;
}

/** The monthly plan: what is planned of each product in each week of a month (days 1–7, 8–14 …). */
export interface MonthPlanView {
  /** The numbers of the plans in force; empty where none was issued. */
  readonly plan: string;
  readonly weeks: readonly { readonly id: string; readonly from: string; readonly zone: ZoneView }[];
  readonly rows: readonly {
    readonly product: Named;
    readonly total: number;
    /** By week, in the order of `weeks`. */
    readonly qty: readonly number[];
  }[];
}
