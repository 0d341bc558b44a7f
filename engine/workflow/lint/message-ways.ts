import type { LintContext } from './lint-context.ts';
import type { PlacedWay } from './placed-ways.ts';

/** The first way of each message: an `on` key of a state without a task that is no command. */
export function messagesOf({ ways }: Pick<LintContext, 'ways'>): readonly PlacedWay[] {
  return ways.filter(
    ({ kind, index, from, transition }) =>
      kind === 'on' && index === 0 && from.file.meta?.task === undefined && transition.meta?.command === undefined,
  );
}
