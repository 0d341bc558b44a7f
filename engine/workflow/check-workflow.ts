import { inFileOrder } from '../lint/file-order.ts';
import type { Problem } from '../model/problem.ts';
import type { Bundle } from '../model/version.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import type { ExploreOptions } from './explore-workflow.ts';
import { type BundleSurroundings, lintBundle } from './lint-bundle.ts';
import type { ParsedWorkflow } from './parse-workflow.ts';

/** A workflow file as it is being written, with what it is checked against. */
export interface WorkflowToCheck {
  readonly parsed: ParsedWorkflow;
  /** What stands beside it. */
  readonly rest: Omit<Bundle, 'machine'>;
  readonly surroundings: BundleSurroundings;
  readonly options?: ExploreOptions;
}

/** What came of checking a workflow file. */
export interface CheckedWorkflow {
  /** Null if the text has not the shape of a workflow. */
  readonly file: WorkflowFile | null;
  readonly problems: readonly Problem[];
}

/**
 * Lints and explores a workflow file that was read, as far as its shape can be trusted: all problems at once, in file order.
 *
 * Where the schema refuses only words and not the shape, the rest is linted all the same, so that one slip does not
 * hide the others. What has a problem that is no warning cannot be published.
 */
export function checkWorkflow({ parsed, rest, surroundings, options }: WorkflowToCheck): CheckedWorkflow {
  const refused = parsed.kind === 'refused' ? parsed.problems : [];
  const { file } = parsed;
  if (file === null) return { file, problems: refused };
  const linted = lintBundle({ ...rest, machine: file }, surroundings, options);
  const isNew = (problem: Problem): boolean =>
    !refused.some(({ path, code }) => path === problem.path && code === problem.code);
  return {
    file: parsed.kind === 'parsed' ? file : null,
    problems: inFileOrder({ ...file, forms: rest.forms }, [...refused, ...linted.filter(isNew)]),
  };
}
