import type { LintRule } from '../../lint/rule.ts';

/** What the explorer reports. The ids and sentences of the docs; the walk itself finds them. */
export const STATE_UNREACHED = {
  id: 'EX1',
  code: 'explore.state_unreached',
  severity: 'error',
  title: 'A state that no case can ever reach.',
  remedy: 'Let a way lead to it, or remove it.',
} as const;

/** Nobody would ever know that such a case waits for nothing. */
export const DEAD_END = {
  id: 'EX2',
  code: 'explore.dead_end',
  severity: 'error',
  title: 'A case can come to where nothing is open: no task, no timer, no invocation, and it has not ended.',
  remedy: 'Add a way out there, or make it final.',
} as const;

/** Void and withdraw end any case, so commands of the root prove nothing. */
export const NEVER_ENDS = {
  id: 'EX3',
  code: 'explore.never_ends',
  severity: 'error',
  title:
    'From some point on a case can go round and round, and no way leads to an end. Commands of the whole workflow do not count.',
  remedy: 'Let one of these ways lead to a final state.',
} as const;

/** The engine would break such a step off, and the event be lost. */
export const ENDLESS_STEP = {
  id: 'EX4',
  code: 'explore.endless_step',
  severity: 'error',
  title: 'Decisions lead round in a circle without waiting for anything, if their guards hold.',
  remedy: 'Put a task, a timer or an invocation between them.',
} as const;

/** Never "ok": what was not looked at is not proved. */
export const OVER_BUDGET = {
  id: 'EX5',
  code: 'explore.over_budget',
  severity: 'warning',
  title:
    'The workflow has more combinations of states than were looked at, so it is not proved that all can be reached and left.',
  remedy: 'Make branches shorter, or move some into a workflow of their own.',
} as const;

/** All of them, for the docs. */
export const EXPLORE_RULES: readonly Omit<LintRule<never>, 'check'>[] = [
  STATE_UNREACHED,
  DEAD_END,
  NEVER_ENDS,
  ENDLESS_STEP,
  OVER_BUDGET,
];
