import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { sourceFiles } from './source-files.ts';

const SPEC = readFileSync(join(PROJECT_ROOT, 'engine', 'SPEC.md'), 'utf8');
const LINT_PAGE = readFileSync(join(PROJECT_ROOT, 'docs', 'lint-rules.md'), 'utf8');
const RULES = [...SPEC.matchAll(/^- \*\*([A-Z]{2,3}\d+)\*\* /gm)].map((match) => match[1] ?? '');
/** Rules of the lint: their page is written from the registries, and each rule's fixtures are tested beside it. */
const LINT_RULES = [...LINT_PAGE.matchAll(/^\| \*\*([A-Z]{2}\d+)\*\* /gm)].map((match) => match[1] ?? '');
const TESTS = sourceFiles('tests').filter(({ path }) => path.endsWith('.ts'));
/** Ids in square brackets at the beginning of a title, also of titles that are made from a template. */
const QUOTED = new Map(
  TESTS.flatMap(({ path, text }) =>
    [...text.matchAll(/['"`]((?:\[[A-Z]{2,3}\d+\] ?)+)/g)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/[A-Z]{2,3}\d+/g)].map(([id]) => [id, path] as const),
    ),
  ),
);

describe('the rules of SPEC.md', () => {
  it('stand there once each', () => {
    expect(RULES.filter((rule, index) => RULES.indexOf(rule) !== index)).to.deep.equal([]);
    expect(RULES.length).to.be.greaterThan(100);
  });

  it('have each a test that quotes them', () => {
    expect(RULES.filter((rule) => !QUOTED.has(rule))).to.deep.equal([]);
  });

  it('are all that tests quote', () => {
    expect(
      [...QUOTED].filter(([id]) => ![...RULES, ...LINT_RULES].includes(id)).map(([id, path]) => `${id} in ${path}`),
    ).to.deep.equal([]);
  });

  it('no two tests of one place have one title', () => {
    const twice = TESTS.filter(({ path }) => path.endsWith('.test.ts')).flatMap(({ path, text }) => {
      const titles = [...text.matchAll(/\bit\(\s*(['"`])((?:(?!\1).)*)\1/g)].map((match) => match[2] ?? '');
      return titles
        .filter((title, index) => !title.includes('${') && titles.indexOf(title) !== index)
        .map((title) => `${path}: ${title}`);
    });
    expect(twice).to.deep.equal([]);
  });
});
