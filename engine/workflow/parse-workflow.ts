import { keysOf, type FileWords, type ObjectChecker, schemaProblems } from '../lint/schema-problems.ts';
import { isExpression } from '../feel/expression.ts';
import { inFileOrder } from '../lint/file-order.ts';
import { readJson } from '../lint/read-json.ts';
import type { Json } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import { NOT_RUN } from './lint/not-run.ts';
import { walkStates } from './walk-states.ts';
import { WORKFLOW_SCHEMA } from './workflow-schema.ts';

/** What a workflow file may be at most: a megabyte, and as deep as states can sensibly be nested. */
const LIMITS = { characters: 1_048_576, depth: 100 };

/** More than this nobody reads, and lint would take long. */
const MOST_STATES = 1_000;
const MOST_FEEL = 100_000;

const WORDS: FileWords = { kind: 'workflow', keys: keysOf(WORKFLOW_SCHEMA), notRun: NOT_RUN };

/** The file, or all that is wrong with how it is built. */
export type ParsedWorkflow =
  | { readonly kind: 'parsed'; readonly file: WorkflowFile }
  /** `file` is there if its shape can be trusted all the same, so that lint may say what else is wrong. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly file: WorkflowFile | null };

/**
 * Reads the text of a workflow file. RD1–RD16
 *
 * Refused with all problems, in file order, each with its place and what to do: text that is no JSON (line and column),
 * too large or too deep, keys written twice or kept by JavaScript, and whatever the schema does not know.
 */
export function parseWorkflow(text: string, checker: ObjectChecker): ParsedWorkflow {
  const read = readJson(text, LIMITS);
  if (read.kind === 'refused') return { ...read, file: null };
  const errors = checker(WORKFLOW_SCHEMA, read.value);
  if (errors.length === 0) return withinReason(fileFrom(read.value));
  const whole = errors.every(
    ({ keyword, params }) => KEEPS_SHAPE.has(keyword) || params['missingProperty'] === 'description',
  );
  const problems = inFileOrder(read.value, schemaProblems(errors, WORDS));
  return { kind: 'refused', problems, file: whole && errors.length < MOST_ERRORS ? fileFrom(read.value) : null };
}

function withinReason(file: WorkflowFile): ParsedWorkflow {
  const states = walkStates(file).length - 1;
  const feel = countFeel(file);
  const tooLarge = (what: string): ParsedWorkflow => {
    const message = `The workflow has ${what} are read. Move part of it into a workflow of its own.`;
    const problem: Problem = { path: '', code: 'workflow.too_large', severity: 'error', message };
    return { kind: 'refused', problems: [problem], file: null };
  };
  if (states > MOST_STATES) return tooLarge(`${states} states; at most ${MOST_STATES}`);
  if (feel > MOST_FEEL) return tooLarge(`${feel} characters of expressions; at most ${MOST_FEEL}`);
  return { kind: 'parsed', file };
}

/** How many characters of expressions stand anywhere inside. */
function countFeel(value: unknown): number {
  if (typeof value !== 'object' || value === null) return isExpression(value) ? value.length : 0;
  return Object.entries(value).reduce(
    (count, [key, entry]) => count + (isExpression(key) ? key.length : 0) + countFeel(entry),
    0,
  );
}

/** Failures of these leave every value of the kind that its type says. */
const KEEPS_SHAPE = new Set([
  'additionalProperties',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'maxItems',
  'minProperties',
]);

/** As many as a checker gives at most: behind them something worse may hide. */
const MOST_ERRORS = 100;

/** The schema has said that it is one. */
const fileFrom = (value: Json): WorkflowFile => value as unknown as WorkflowFile;
