import type { Random } from './seeded-random.ts';

/** What arrives in a stretch of a day. */
export interface DayPlan {
  /** Arrivals a second on an ordinary minute of the run. */
  readonly perSecond: number;
  readonly seconds: number;
  /** The first seconds are the start of a shift: so many times as much arrives. */
  readonly peakSeconds: number;
  readonly peakTimes: number;
}

/** When things arrive, in milliseconds from the start: a Poisson process whose rate falls after the peak. */
export function drawArrivals(plan: DayPlan, random: Random): readonly number[] {
  const times: number[] = [];
  // Each gap is drawn for the ordinary rate and shrunk in the peak: time runs `peakTimes` as fast there.
  const peakLoad = plan.peakSeconds * plan.peakTimes;
  const whole = peakLoad + plan.seconds - plan.peakSeconds;
  for (let load = gap(plan, random); load < whole; load += gap(plan, random))
    times.push(1000 * (load < peakLoad ? load / plan.peakTimes : plan.peakSeconds + load - peakLoad));
  return times;
}

function gap({ perSecond }: DayPlan, random: Random): number {
  return -Math.log(1 - random()) / perSecond;
}
