import type { Problem } from '../model/problem.ts';

/** What a rule found, without what is the same for all its findings. */
export interface Finding {
  readonly path: string;
  /** A whole sentence that names the thing and says what to do. */
  readonly message: string;
  readonly params?: Problem['params'];
}

/** One thing that a check of files looks for. A file and a registry line each. */
export interface LintRule<C> {
  /** `WF12`: how the docs, the tests and the editor name it. */
  readonly id: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, and what to do about it, as the docs say it. */
  readonly title: string;
  readonly remedy: string;
  /** Pure. Finds all, in no particular order. */
  readonly check: (context: C) => readonly Finding[];
}

/** Everything that the rules find. `params.rule` names the rule. */
export function applyRules<C>(rules: readonly LintRule<C>[], context: C): readonly Problem[] {
  return rules.flatMap((rule) => rule.check(context).map((finding) => problemOf(rule, finding)));
}

/** A finding with what its rule says of all of them. */
export function problemOf(rule: Omit<LintRule<never>, 'check'>, { path, message, params }: Finding): Problem {
  return { path, code: rule.code, severity: rule.severity, message, params: { ...params, rule: rule.id } };
}
