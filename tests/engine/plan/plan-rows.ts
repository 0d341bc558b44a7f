/** Rows for the tests of this folder: only what matters is said. */
import type { LotRow, OrderCase, OrderRow, ProductRow, WorkOrderRow } from '../../../engine/plan/plant-rows.ts';
import type { RagFacts } from '../../../engine/plan/rag.ts';
import { calendarOf, momentOf } from '../workflow/calendar/calendar-files.ts';

export const FLOOR = calendarOf('floor-2shift');
export const RATES = { efficiency: 0.85, netHoursPerDay: 920 / 60, deadlineTime: '17:00' };
/** Monday 23 November 2026, 08:00 in Taipei: T of the demo plant. */
export const T_8 = momentOf('Asia/Taipei', '2026-11-23 08:00');
/** A moment in Taipei: `2026-11-25 09:36`. */
export const at = (text: string): number => momentOf('Asia/Taipei', text);

export const order = (changes: Partial<OrderRow> = {}): OrderRow => ({
  id: 'SO-1',
  product: 'P-1',
  qty: 100,
  priority: 1,
  due: '2026-12-04',
  start: '2026-11-24',
  inReview: false,
  done: false,
  subcontractDays: 0,
  hoursLeft: null,
  stored: 0,
  ...changes,
});

export const PRODUCT: ProductRow = {
  id: 'P-1',
  bom: [
    { item: 'STEEL', qty: 2 },
    { item: 'BOX', qty: 0.1 },
  ],
  routing: [
    { op: 10, workCenter: 'CT-01', setupMin: 30, runMin: 6 },
    { op: 20, workCenter: 'PK-01', setupMin: 30, runMin: 3 },
  ],
};

export const workOrder = (changes: Partial<WorkOrderRow> = {}): WorkOrderRow => ({
  id: 'WO-1',
  order: 'SO-1',
  qty: 100,
  good: 0,
  scrap: 0,
  status: 'released',
  blockedBy: null,
  issued: false,
  ...changes,
});

export const lot = (changes: Partial<LotRow> = {}): LotRow => ({
  id: 'LOT-1',
  order: 'SO-1',
  qty: 40,
  held: false,
  gone: false,
  ...changes,
});

export const openCase = (changes: Partial<OrderCase> = {}): OrderCase => ({
  id: 'c1',
  number: 'NCR-2611-007',
  kind: 'nonconformity',
  tier: null,
  ...changes,
});

/** An order without any trouble. */
export const calm = (changes: Partial<RagFacts> = {}): RagFacts => ({
  now: T_8,
  deadlineAt: at('2026-12-04 17:00'),
  slack: 3,
  startIn: 1,
  materialLate: false,
  ordered: 100,
  production: { status: 'not_started', blockedBy: null, usable: 0, planned: 100, started: false },
  material: { state: 'in_stock', short: [], eta: null },
  attainmentPct: null,
  cases: [],
  ...changes,
});
