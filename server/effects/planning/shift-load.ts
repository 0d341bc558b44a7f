import type { JsonObject } from '../../../engine/model/json.ts';
import { count, text } from './operation.ts';

/** Hours that may be planned on a work centre in one shift. */
export interface LoadLimits {
  /** Net minutes of a shift. */
  readonly netMin: number;
  /** The share of them that is planned: people and machines are never busy all the time. */
  readonly efficiency: number;
}

/** How full a work centre is in one shift. */
export interface ShiftLoad {
  readonly work_center: string;
  readonly shift: string;
  readonly hours: number;
  readonly limit_h: number;
  readonly pct: number;
}

/** Hours of a shift that may be planned. */
export function limitHours({ netMin, efficiency }: LoadLimits): number {
  return Math.round((netMin / 60) * efficiency * 100) / 100;
}

/** The load of each work centre and shift that has lines: the sum of their standard hours over what may be planned. */
export function shiftLoads(lines: readonly JsonObject[], limits: LoadLimits): readonly ShiftLoad[] {
  const hours = new Map<string, number>();
  for (const line of lines) {
    const key = `${text(line['work_center'])}/${text(line['shift'])}`;
    hours.set(key, (hours.get(key) ?? 0) + count(line['std_h']));
  }
  const limit = limitHours(limits);
  return [...hours]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, sum]) => {
      const [work_center = '', shift = ''] = key.split('/');
      return {
        work_center,
        shift,
        hours: Math.round(sum * 10) / 10,
        limit_h: limit,
        pct: Math.round((sum / limit) * 100),
      };
    });
}
