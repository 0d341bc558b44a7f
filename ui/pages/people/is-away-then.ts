import type { PersonRowView } from '../../../server/services/views/plant-view.ts';

/** True if an absence of the person shares a moment with the range. Without a whole range nothing is said. */
export function isAwayThen(
  { standIns }: Pick<PersonRowView, 'standIns'>,
  fromAt: string | null,
  untilAt: string | null,
): boolean {
  if (fromAt === null || untilAt === null) return false;
  return standIns.some(
    (entry) =>
      entry.kind === 'absence' &&
      Date.parse(entry.fromAt) < Date.parse(untilAt) &&
      Date.parse(fromAt) < Date.parse(entry.untilAt),
  );
}
