import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';

/** Where the good range and the value lie on a bar of 0 to 100. */
export interface LimitScale {
  readonly from: number;
  readonly to: number;
  /** Null while there is no value. One far away stands at the edge. */
  readonly at: number | null;
}

/** Room beyond a limit. */
const BEYOND = 18;

/** Places a value against its limits; null where there are none to draw. With one limit the other end is open. */
export function limitScale({ lsl, usl }: Pick<Characteristic, 'lsl' | 'usl'>, value: number | null): LimitScale | null {
  const low = lsl ?? (usl !== null && usl > 0 ? 0 : null);
  const high = usl ?? (lsl !== null ? lsl + Math.max(Math.abs(lsl), 1) : null);
  if (low === null || high === null || high <= low) return null;
  const from = lsl === null ? 0 : BEYOND;
  const to = usl === null ? 100 : 100 - BEYOND;
  const place = value === null ? null : from + ((value - low) / (high - low)) * (to - from);
  return { from, to, at: place === null ? null : Math.min(Math.max(place, 1), 99) };
}
