import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PROJECT_ROOT } from '../../server/project-root.ts';

const ADAPTER = join('server', 'stores', 'mongo');

/** What may stand in which source file. */
describe('the words of the MongoDB adapter', () => {
  const sources = ['engine', 'server', 'ui'].flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
  const textOf = (file: string): string => readFileSync(join(PROJECT_ROOT, file), 'utf8');
  const filesThat = (pattern: RegExp, files: readonly string[]): readonly string[] =>
    files.filter((file) => pattern.test(textOf(file)));
  const inside = sources.filter((file) => file.startsWith(ADAPTER + sep));
  const outside = sources.filter((file) => !file.startsWith(ADAPTER + sep));

  it('[MG15] nobody outside the adapter names the driver', () => {
    expect(inside.length).to.be.greaterThan(5);
    expect(filesThat(/from '(mongoose|mongodb)|import\('(mongoose|mongodb)/, outside)).to.deep.equal([]);
  });

  it('[MG15] nobody outside the adapter reaches into it but through its opening', () => {
    const reaching = outside.filter((file) =>
      [...textOf(file).matchAll(/from '[^']*stores\/mongo\/([^']+)'/g)].some(
        ([, name]) => name !== 'open-mongo-store.ts',
      ),
    );
    expect(reaching).to.deep.equal([]);
  });

  it('[MG15] no document is saved or replaced as a whole, and no transaction, change stream or session is used', () => {
    expect(
      filesThat(/\.save\(|findOneAndReplace|replaceOne|bulkSave|startSession|withTransaction|\.watch\(/, inside),
    ).to.deep.equal([]);
  });

  it('[MG15] the adapter reads no clock', () => {
    expect(filesThat(/Date\.now|new Date\(|performance\.now/, inside)).to.deep.equal([]);
  });
});
