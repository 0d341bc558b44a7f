import { DateTime } from 'luxon';
import { type Json, isJsonObject } from '../../engine/model/json.ts';

/** When digests go out unless the plant says otherwise: after the morning's start, before the day plan. */
const USUAL = '08:15';

/** The set hour, from the settings' `mail.digest_at`; what is no time of day is the usual one. */
export function digestTime(settings: { readonly [name: string]: Json }): string {
  const { mail } = settings;
  const said = mail !== undefined && isJsonObject(mail) ? mail['digest_at'] : undefined;
  return typeof said === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(said) ? said : USUAL;
}

/** The first digest strictly after a moment, on the clock of the plant. */
export function nextDigestAt(at: number, time: string, zone: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const today = DateTime.fromMillis(at, { zone }).set({ hour, minute, second: 0, millisecond: 0 });
  return (today.toMillis() > at ? today : today.plus({ days: 1 })).toMillis();
}
