import { type Json, type JsonObject, ownValue } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { listAll } from '../../services/list-all.ts';
import { seenRow } from '../../registers/row.ts';

/** A gauge that one may measure with today, and what it reaches; null where its range is no pair of numbers. */
export interface UsableGauge {
  readonly id: string;
  readonly type: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** What a gauge may be in and still measure. */
const USABLE = ['in_service', 'due_soon', 'limited_use'];

/**
 * The gauges that may be picked on a local date (`YYYY-MM-DD`), in order of their ids. On the day that its calibration is
 * due a gauge still measures; one of limited use reaches as far as its limits say.
 */
export async function usableGauges(store: Store, today: string): Promise<readonly UsableGauge[]> {
  const rows = (await listAll(store, 'gauges')).map(seenRow);
  return rows.filter((row) => isUsable(row, today)).map(gaugeOf);
}

function isUsable(row: JsonObject, today: string): boolean {
  const due = row['due_on'];
  return USABLE.includes(String(row['status'])) && (typeof due !== 'string' || due >= today);
}

function gaugeOf(row: JsonObject): UsableGauge {
  const isLimited = row['status'] === 'limited_use';
  const reach = (end: 'from' | 'to'): number | null =>
    (isLimited ? numberOf(ownValue(row, `limited_${end}`)) : null) ?? numberOf(ownValue(row, `range_${end}`));
  const type = row['type'];
  return {
    id: String(row['id']),
    type: typeof type === 'string' ? type : null,
    from: reach('from'),
    to: reach('to'),
  };
}

/** True if the gauge is of this kind and reaches each limit. */
export function measures(
  gauge: UsableGauge,
  asked: { readonly type: string; readonly limits: readonly (number | null)[] },
): boolean {
  const reaches = (limit: number | null): boolean =>
    limit === null || ((gauge.from === null || gauge.from <= limit) && (gauge.to === null || limit <= gauge.to));
  return gauge.type === asked.type && asked.limits.every(reaches);
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
