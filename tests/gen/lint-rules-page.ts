import { FORM_RULES } from '../../engine/form/lint/form-rules.ts';
import { READ_RULES } from '../../engine/lint/read-rules.ts';
import type { LintRule } from '../../engine/lint/rule.ts';
import { EXPLORE_RULES } from '../../engine/workflow/explore/explore-rules.ts';
import { WORKFLOW_RULES } from '../../engine/workflow/lint/workflow-rules.ts';

type Row = Omit<LintRule<never>, 'check'>;

const table = (rules: readonly Row[]): string =>
  [
    '| rule | code | | what it finds | what to do |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(
      ({ id, code, severity, title, remedy }) =>
        `| **${id}** | \`${code}\` | ${severity} | ${cell(title)} | ${cell(remedy)} |`,
    ),
  ].join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/<(?=[a-z])/g, '&lt;');

/** The page of all rules, as `docs/lint-rules.md` holds it. Written from the registries: change those, not the page. */
export function lintRulesPage(): string {
  return `# What is checked before a workflow is published

*This page is written by \`npm run gen\` from the registries of the rules. Change those, not this page.*

A workflow and its forms are read, linted and explored. Every problem has a place (a JSON pointer into the file), a code, and a sentence that says what to do; all of them are reported at once, in the order of the file. An **error** keeps the workflow from being published, and nothing is stored. A **warning** does not. \`params.rule\` of a problem is the id of its rule here.

## Reading a file

${table(READ_RULES)}

## Workflows

${table(WORKFLOW_RULES)}

## Exploring a workflow

Every combination of states that a case can come to is walked, over both values of each guard and all timers, under a budget. A guard counts as a choice, so a way that the data can never open counts as open.

${table(EXPLORE_RULES)}

## Forms

${table(FORM_RULES)}
`;
}
