import { expect } from 'chai';
import { errorsOf } from '../../engine/model/problem.ts';
import { lintForm } from '../../engine/form/lint-form.ts';
import { REGISTERS } from '../../server/services/registers.ts';
import { readBundles } from '../support/procedure-world.ts';

describe('forms of the whole procedures', () => {
  for (const [id, form] of new Map(readBundles().flatMap(({ forms }) => Object.entries(forms))))
    it(`the form ${id} of the whole procedures has no error`, () => {
      expect(errorsOf(lintForm(form, {}, { registers: new Set([...REGISTERS, 'people']) }))).to.deep.equal([]);
    });
});
