import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAnswers } from '../../../engine/form/check-answers.ts';
import type { FormFile } from '../../../engine/model/form-file.ts';
import { openAjvChecker } from '../../../server/checker/ajv-checker.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { checkWithCfworker } from '../../../ui/form/cfworker-checker.ts';

const FOLDER = join(PROJECT_ROOT, 'forms');
const CHECKERS = { server: openAjvChecker(), page: checkWithCfworker };

describe('examples of the shipped forms', () => {
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.form.json'))
    .sort()) {
    const form = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as FormFile;
    for (const [place, checker] of Object.entries(CHECKERS)) {
      it(`[FM9] every example of ${form.id} gives the problems it names, in the checker of the ${place}`, () => {
        expect(form.examples ?? []).to.not.be.empty;
        for (const example of form.examples ?? []) {
          const result = checkAnswers(checker, {
            form,
            answers: example.answers,
            outcome: example.outcome ?? null,
            prefill: {},
            data: example.data ?? {},
            refs: example.refs ?? {},
            now: example.now ?? '2026-11-23T01:00:00Z',
          });
          const found = result.kind === 'fit' ? [] : result.problems.map(({ path, code }) => ({ path, code }));
          expect(found, `${form.id}: ${example.title}`).to.have.deep.members([...example.problems]);
        }
      });
    }
  }
});
