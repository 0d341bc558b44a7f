import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { type Gauge, type GaugeUse, judgeGauge } from './judge-gauge.ts';

/** Why nobody may measure a characteristic now. */
export type Block =
  | { readonly kind: 'no-gauge' }
  | { readonly kind: 'locked'; readonly gauge: string; readonly use: GaugeUse & { readonly usable: false } };

/**
 * The characteristics that wait for a gauge, by row.
 *
 * While the gauges are not known, what was picked is taken as it is: the
 * network may not stop the work.
 */
export function blockRows(
  rows: readonly Characteristic[],
  gauges: readonly Gauge[] | undefined,
  today: string,
): ReadonlyMap<number, Block> {
  const blocks = new Map<number, Block>();
  for (const { row, gaugeNeeded, gauge } of rows) {
    if (!gaugeNeeded) continue;
    if (gauge === null) blocks.set(row, { kind: 'no-gauge' });
    const known = gauges?.find(({ id }) => id === gauge);
    const use = known === undefined ? null : judgeGauge(known, today);
    if (use?.usable === false && gauge !== null) blocks.set(row, { kind: 'locked', gauge, use });
  }
  return blocks;
}
