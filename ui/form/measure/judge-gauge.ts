import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';

/** A gauge of the plant, as far as a grid of measurements asks for it. */
export interface Gauge {
  readonly id: string;
  readonly name: string;
  readonly range: string | null;
  readonly type: string | null;
  readonly status: string | null;
  /** The local date until which its calibration holds. */
  readonly dueOn: string | null;
}

/** Whether one may measure with it now, or why not. */
export type GaugeUse =
  | { readonly usable: true }
  | { readonly usable: false; readonly why: 'overdue'; readonly days: number }
  | { readonly usable: false; readonly why: 'status' };

/** What a gauge may be in and still measure. */
const USABLE = new Set(['in_service', 'due_soon', 'limited_use']);
const DAY_MS = 86_400_000;

/** Judges a gauge on a local date of the plant (`YYYY-MM-DD`). On the day that it is due it still holds. */
export function judgeGauge({ status, dueOn }: Pick<Gauge, 'status' | 'dueOn'>, today: string): GaugeUse {
  if (dueOn !== null && dueOn < today) {
    const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS);
    return { usable: false, why: 'overdue', days };
  }
  return status !== null && USABLE.has(status) ? { usable: true } : { usable: false, why: 'status' };
}

/** What a characteristic asks of its gauge. */
type GaugeWish = Pick<Characteristic, 'gauges' | 'gaugeType'>;

/** The gauges that may be picked: usable ones that the characteristic names, else of its kind. One that says no kind fits all. */
export function gaugesToOffer(gauges: readonly Gauge[], wish: GaugeWish, today: string): readonly Gauge[] {
  const fits = ({ id, type }: Gauge): boolean =>
    wish.gauges === null
      ? wish.gaugeType === null || type === null || type === wish.gaugeType
      : wish.gauges.includes(id);
  return gauges.filter((gauge) => fits(gauge) && judgeGauge(gauge, today).usable);
}
