import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { GENERATED_FILES } from './generated-files.ts';

describe('files that are written from the code', () => {
  for (const [path, make] of GENERATED_FILES) {
    it(`${path} is what the code says (else: npm run gen)`, () => {
      expect(readFileSync(path, 'utf8')).to.equal(make());
    });
  }
});
