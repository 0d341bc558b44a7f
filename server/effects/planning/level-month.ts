import type { Requirement } from './net-requirements.ts';
import { capacityHours, type WeekLimits } from './week-load.ts';
import { type PlanWeek, weekOf } from './plan-weeks.ts';

/** Where a requirement is planned. */
export interface LevelledLine extends Requirement {
  readonly planned_qty: number;
  readonly week: number;
  readonly finish: string;
}

/**
 * Puts each requirement into a week of its month: that of its committed date, else an earlier one, else a later one,
 * whichever is the first in which no work centre gets more than it can do. Where there is none it stays in its own week,
 * and the load says so. The day by which it is finished is the committed date, or the last working day of an earlier or
 * later week.
 */
export function levelMonth(
  requirements: readonly Requirement[],
  limits: WeekLimits,
  hoursOf: (requirement: Requirement) => ReadonlyMap<string, number>,
): readonly LevelledLine[] {
  const taken = new Map<string, number>();
  return requirements.map((requirement) => {
    const hours = hoursOf(requirement);
    const { month, committed_date: due } = requirement;
    const weeks = limits.weeks.filter((one) => one.month === month);
    const own = ownWeek(weeks, due);
    const fits = (week: PlanWeek): boolean =>
      [...hours].every(
        ([center, needed]) =>
          (taken.get(`${month}/${week.week}/${center}`) ?? 0) + needed <=
          capacityHours({ month, week: week.week, center }, limits),
      );
    const before = weeks.filter(({ week }) => week < (own?.week ?? 0)).reverse();
    const after = weeks.filter(({ week }) => week > (own?.week ?? 0));
    const chosen = [...(own === undefined ? [] : [own]), ...before, ...after].find(fits) ?? own;
    for (const [center, needed] of hours) {
      const key = `${month}/${chosen?.week ?? 1}/${center}`;
      taken.set(key, (taken.get(key) ?? 0) + needed);
    }
    return {
      ...requirement,
      planned_qty: requirement.net_qty,
      week: chosen?.week ?? 1,
      finish: finishOf(chosen, due),
    };
  });
}

/** The week in which the committed date lies; where nobody works in it, the last one before. */
function ownWeek(weeks: readonly PlanWeek[], due: string): PlanWeek | undefined {
  return weeks.filter(({ week }) => week <= weekOf(due)).at(-1) ?? weeks[0];
}

function finishOf(week: PlanWeek | undefined, due: string): string {
  if (week === undefined) return due;
  return week.week === weekOf(due) && due < week.last ? due : week.last;
}
