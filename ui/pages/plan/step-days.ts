const DAY_MS = 86_400_000;
const SATURDAY = 6;

/** The day before a local date that is no Saturday or Sunday. Holidays are the plant's: the server shows its next day. */
export function dayBefore(date: string): string {
  return stepDay(date, -1);
}

/** The day after a local date that is no Saturday or Sunday. */
export function dayAfter(date: string): string {
  return stepDay(date, 1);
}

function stepDay(date: string, step: 1 | -1): string {
  let at = Date.parse(`${date}T00:00:00Z`);
  do at += step * DAY_MS;
  while ([0, SATURDAY].includes(new Date(at).getUTCDay()));
  return new Date(at).toISOString().slice(0, 10);
}
