import { inFileOrder } from '../../lint/file-order.ts';
import { applyRules } from '../../lint/rule.ts';
import type { Problem } from '../../model/problem.ts';
import { type LintSubject, openLintContext } from './lint-context.ts';
import type { Surroundings } from './surroundings.ts';
import { WORKFLOW_RULES } from './workflow-rules.ts';

/**
 * Everything that is wrong with a workflow in its surroundings, in file order: errors that stop it from being
 * published, and warnings.
 *
 * Pure. The machine has the shape of the schema (`parseWorkflow`); whether all can be reached is asked by
 * `exploreWorkflow`, what is wrong with its forms by `lintForm`.
 */
export function lintWorkflow(subject: LintSubject, surroundings: Surroundings): readonly Problem[] {
  return inFileOrder(subject.machine, applyRules(WORKFLOW_RULES, openLintContext(subject, surroundings)));
}
