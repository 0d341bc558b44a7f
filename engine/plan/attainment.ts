import type { PlanLineRow } from './plant-rows.ts';

export type AttainmentBand = 'green' | 'amber' | 'red';

/** From which share of the plan, in per cent, a day or an order is good, and from which it is tolerable. */
export interface AttainmentBands {
  readonly greenPct: number;
  readonly amberPct: number;
}

export interface Attainment {
  readonly planned: number;
  readonly good: number;
  /** Good pieces of a hundred planned ones, at most 100 for each line: too much here makes up for nothing there. */
  readonly pct: number;
}

/** What was reported good of lines that are over; null if nothing was planned. A line without a report has none. ATT1 */
export function attainmentOf(lines: readonly Pick<PlanLineRow, 'qty' | 'good'>[]): Attainment | null {
  const planned = lines.reduce((total, { qty }) => total + qty, 0);
  if (planned <= 0) return null;
  const good = lines.reduce((total, line) => total + Math.min(line.good ?? 0, line.qty), 0);
  return { planned, good, pct: (good / planned) * 100 };
}

/** The colour of an attainment: a border belongs to the better side. ATT2 */
export function attainmentBand(pct: number, { greenPct, amberPct }: AttainmentBands): AttainmentBand {
  if (pct >= greenPct) return 'green';
  return pct >= amberPct ? 'amber' : 'red';
}
