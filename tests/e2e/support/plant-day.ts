/** Days as the plant counts them, so that answers of a test are in the future whenever it runs. */

/** Where the demo plant is; every browser of these tests stands there too. */
export const PLANT_ZONE = 'Asia/Taipei';

const DAY_MS = 86_400_000;

/** The local date `days` from today, `YYYY-MM-DD`. */
export function plantDay(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: PLANT_ZONE }).format(Date.now() + days * DAY_MS);
}

/** A moment some minutes ago, as a form stores it. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A moment some minutes ago, as it is typed into a form: local time, `YYYY-MM-DDTHH:MM`. */
export function typedMinutesAgo(minutes: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: PLANT_ZONE, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(Date.now() - minutes * 60_000).replace(' ', 'T');
}
