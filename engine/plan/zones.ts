/** How far ahead a plan is protected, in working days from today. */
export interface ZoneDays {
  readonly frozen: number;
  readonly slushy: number;
}

export type Zone = 'frozen' | 'slushy' | 'liquid';

/** The zone of a day that lies so many working days after today; what is past is as frozen as today. ZON1 */
export function zoneOf(days: number, zones: ZoneDays): Zone {
  if (days <= zones.frozen) return 'frozen';
  return days <= zones.slushy ? 'slushy' : 'liquid';
}
