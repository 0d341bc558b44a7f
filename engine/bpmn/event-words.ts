/** Names that nobody wrote: of events and delays without a description. */

const UNITS = new Map([
  ['Y', 'y'],
  ['M', 'mo'],
  ['W', 'w'],
  ['D', 'd'],
  ['TH', 'h'],
  ['TM', 'min'],
  ['TS', 's'],
]);

/** An event as words: `not_a_nc` → `not a nc`. BP9 */
export function eventWords(event: string): string {
  return event.replaceAll(/[_.]+/g, ' ').trim().toLowerCase();
}

/** A delay as words: `PT8H` → `8 h`, `P1DT4H@office` → `1 d 4 h`; nothing for an expression. BP9 */
export function delayWords(delay: string): string | undefined {
  const [duration = ''] = delay.split('@');
  const [days = '', time = ''] = duration.replace(/^P/, '').split('T');
  const parts = [...partsOf(days, ''), ...partsOf(time, 'T')];
  return duration.startsWith('P') && parts.length > 0 ? parts.join(' ') : undefined;
}

/** The ISO part of a delay, for readers that know no calendars; undefined for an expression. */
export function isoDelay(delay: string): string | undefined {
  return delay.startsWith('=') ? undefined : delay.split('@')[0];
}

function partsOf(text: string, prefix: string): readonly string[] {
  return [...text.matchAll(/([\d.]+)([A-Z])/g)].map(
    ([, count = '', unit = '']) => `${count} ${UNITS.get(prefix + unit) ?? unit}`,
  );
}
