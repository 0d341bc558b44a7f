import { attainmentBand, attainmentOf } from '../../engine/plan/attainment.ts';
import { zoneOf } from '../../engine/plan/zones.ts';
import { workingDaysBetween } from '../../engine/workflow/calendar/day-moments.ts';
import { addWorkingDays } from '../../engine/workflow/calendar/working-days.ts';
import type {
  AttainmentView,
  PlanDayView,
  PlanLineView,
  PlanShiftView,
  PlanView,
} from '../services/views/make-view.ts';
import type { MakeBoard } from './make-board.ts';
import type { MakeLimits } from './make-limits.ts';
import { monthPlan } from './month-plan.ts';
import { named, type Saying, workerOf } from './present-make.ts';
import type { MakeLine } from './read-rows.ts';

/** Today and the two working days after it are shown together: they are fixed together. */
const SHOWN_DAYS = 3;
const PAST_DAYS = 5;
export interface PlanParts {
  readonly board: MakeBoard;
  readonly limits: MakeLimits;
  /** The first day; undefined for today. */
  readonly from: string | undefined;
  /** The reader may ask for a change of a line. */
  readonly mayChange: boolean;
}

/** The plan around a day, by work centre and shift, in the reader's language. */
export function presentPlan({ board, limits, from, mayChange }: PlanParts, saying: Saying): PlanView {
  const { calendar, today } = limits.time;
  const first = addWorkingDays(calendar, from ?? today, 0);
  const lines = board.rows.lines.all();
  const dayOf = (count: number): string => addWorkingDays(calendar, first, count);
  return {
    today,
    before: dayOf(-1),
    after: dayOf(1),
    days: Array.from({ length: SHOWN_DAYS }, (_, count) => presentDay(dayOf(count), { lines, board, limits }, saying)),
    past: Array.from({ length: PAST_DAYS }, (_, count) => addWorkingDays(calendar, today, count - PAST_DAYS)).map(
      (date) => ({ date, attainment: attainmentOn(date, lines, limits) }),
    ),
    month: monthPlan({ board, limits }, saying),
    mayChange,
  };
}

interface DayParts {
  readonly lines: readonly MakeLine[];
  readonly board: MakeBoard;
  readonly limits: MakeLimits;
}

function presentDay(date: string, { lines, board, limits }: DayParts, saying: Saying): PlanDayView {
  const { calendar, today } = limits.time;
  const offset = workingDaysBetween(calendar, today, date);
  const shifts = new Map<string, MakeLine[]>();
  for (const line of lines.filter((one) => one.date === date)) {
    const name = `${line.workCenter}\n${line.shift}`;
    shifts.set(name, [...(shifts.get(name) ?? []), line]);
  }
  return {
    date,
    offset,
    zone: zoneOf(offset, limits.zones),
    plan: issuedOn(date, board),
    attainment: attainmentOn(date, lines, limits),
    shifts: [...shifts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([, found]) => presentShift(found, { lines, board, limits }, saying)),
  };
}

function presentShift(found: readonly MakeLine[], { board, limits }: DayParts, saying: Saying): PlanShiftView {
  const [first] = found;
  const hours = found.reduce((sum, line) => sum + line.hours, 0);
  const loadPct = Math.round((hours / limits.shiftHours) * 100);
  const { amberPct, redPct } = limits.load;
  return {
    workCenter: named('work-centers', first?.workCenter ?? '', saying),
    shift: first?.shift ?? '',
    hours: Math.round(hours * 10) / 10,
    limit: Math.round(limits.shiftHours * 10) / 10,
    loadPct,
    load: loadPct > redPct ? 'red' : loadPct > amberPct ? 'amber' : 'green',
    lines: [...found]
      .sort((a, b) => a.seq - b.seq || a.id.localeCompare(b.id))
      .map((line) => presentLine(line, board, saying)),
  };
}

function presentLine(line: MakeLine, board: MakeBoard, saying: Saying): PlanLineView {
  const { kit } = line;
  return {
    id: line.id,
    seq: line.seq,
    order: line.order,
    product: named('products', board.rows.orders.get(line.order)?.product ?? '', saying),
    op: line.op,
    qty: line.qty,
    done: line.good,
    hours: line.hours,
    who: workerOf(line, saying.reader),
    kit: kit === 'complete' || kit === 'partial' || kit === 'missing' ? kit : null,
    readiness: line.readiness,
    note: line.note,
  };
}

/** The number of the revision that is in force for a day. */
function issuedOn(date: string, { rows }: MakeBoard): string | null {
  for (const [id, plan] of rows.plans)
    if (plan['kind'] === 'day_issue' && plan['date'] === date && plan['status'] !== 'superseded') return id;
  return null;
}

function attainmentOn(date: string, lines: readonly MakeLine[], { time, bands }: MakeLimits): AttainmentView | null {
  if (date >= time.today) return null;
  const found = attainmentOf(lines.filter((line) => line.date === date));
  return found === null
    ? null
    : { ...found, pct: Math.round(found.pct * 10) / 10, band: attainmentBand(found.pct, bands) };
}
