import { expect } from 'chai';
import { IMPORT_TABLE, ONE_FILE_RULES } from './import-table.ts';
import { importsOf, sourceFiles } from './source-files.ts';

const FILES = sourceFiles('engine', 'server', 'ui');
const rowOf = (path: string) => IMPORT_TABLE.find((row) => path.startsWith(`${row.folder}/`));
const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

describe('the architecture', () => {
  it('imports run one way, as the table says', () => {
    const broken = FILES.flatMap(importsOf).filter(({ from, to, ours }) => {
      const row = rowOf(from);
      if (row === undefined) return false;
      if (ours)
        return !(
          within(to, row.folder) ||
          row.ours.some((folder) => within(to, folder)) ||
          /\.(css|svg)$/.test(to) ||
          to === 'server/project-root.ts'
        );
      return !(
        row.packages.includes(to) ||
        (to.startsWith('node:') && row.folder.startsWith('server/')) ||
        to.startsWith('@fontsource')
      );
    });
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).to.deep.equal([]);
  });

  it('every folder of the engine and the server stands in the table', () => {
    const folders = new Set(
      FILES.filter(({ path }) => path.split('/').length > 2 && !path.startsWith('ui/')).map(({ path }) =>
        path.split('/').slice(0, 2).join('/'),
      ),
    );
    expect([...folders].filter((folder) => !IMPORT_TABLE.some((row) => row.folder === folder))).to.deep.equal([]);
  });

  it('only main and tests import what chooses the adapters', () => {
    const found = FILES.flatMap(importsOf).filter(({ to }) => to === 'server/compose.ts');
    expect(found.map(({ from }) => from)).to.deep.equal(['server/main.ts']);
  });

  it('no file imports itself through others', () => {
    const graph = new Map(
      FILES.map((file) => [
        file.path,
        importsOf(file)
          .filter(({ ours, typesOnly }) => ours && !typesOnly)
          .map(({ to }) => to),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(circles).to.deep.equal([]);
  });

  for (const { what, found, file } of ONE_FILE_RULES) {
    it(`only ${file} knows ${what}`, () => {
      expect(FILES.filter(({ text }) => found.test(text)).map(({ path }) => path)).to.deep.equal([file]);
    });
  }

  it('the engine asks no clock, no chance and no surroundings', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|DateTime\.(now|local)\(|\bsetTimeout\b|\bprocess\.|\bconsole\.|\bfetch\(|from 'node:/;
    const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      FILES.filter(({ path, text }) => path.startsWith('engine/') && impure.test(code(text))).map(({ path }) => path),
    ).to.deep.equal([]);
  });

  it('no file is longer than 300 lines, and none is a catch-all', () => {
    const tests = sourceFiles('tests');
    const long = [...FILES, ...tests].filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path);
    const vague = [...FILES, ...tests]
      .filter(({ path }) => /\/(utils?|helpers?|manager|types|common|misc)\.tsx?$/.test(path))
      .map(({ path }) => path);
    expect([long, vague]).to.deep.equal([[], []]);
  });

  it('tests do not sleep', () => {
    const sleeping = sourceFiles('tests').filter(
      ({ path, text }) => path.endsWith('.test.ts') && /\bsetTimeout\b|\bwaitForTimeout\b/.test(text),
    );
    expect(sleeping.map(({ path }) => path)).to.deep.equal([]);
  });
});
