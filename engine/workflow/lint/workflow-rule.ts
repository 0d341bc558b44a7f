import type { LintRule } from '../../lint/rule.ts';
import type { LintContext } from './lint-context.ts';

/** A rule about workflow files. */
export type WorkflowRule = LintRule<LintContext>;
