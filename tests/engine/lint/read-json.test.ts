import { expect } from 'chai';
import * as fc from 'fast-check';
import { readJson } from '../../../engine/lint/read-json.ts';

const LIMITS = { characters: 10_000, depth: 20 };
const SEED = 20_261_123;

/** Texts with the places that are expected to be found in them. */
const BROKEN: readonly (readonly [text: string, path: string, line: number, column: number, says: RegExp])[] = [
  ['', '', 1, 1, /ends where a value/],
  ['{\n  "a": 1,\n}', '', 3, 1, /Remove the comma/],
  ['{\n  "a": 1\n  "b": 2\n}', '', 3, 3, /A comma or "}"/],
  ['{"a": [1, 2}', '/a', 1, 12, /A comma or "\]"/],
  ["{'a': 1}", '', 1, 2, /double quotes/],
  ['{"a": \'x\'}', '/a', 1, 7, /double quotes/],
  ['{"a": "x\n"}', '/a', 1, 7, /not closed/],
  ['{"a" 1}', '/a', 1, 6, /colon/],
  ['// note\n{}', '', 1, 1, /no comments/],
  ['{} {}', '', 1, 4, /goes on after its end/],
  ['{"a": {"b": tru}}', '/a/b', 1, 13, /A value is expected/],
  ['[1, 2', '', 1, 6, /file ends before/],
  ['{"a": 01}', '', 1, 8, /A comma or "}"/],
];

describe('reading JSON that somebody wrote', () => {
  for (const [text, path, line, column, says] of BROKEN) {
    it(`[RD1] says where ${JSON.stringify(text)} breaks`, () => {
      // when
      const read = readJson(text, LIMITS);

      // then
      if (read.kind !== 'refused') throw new Error('It was read.');
      const [problem, ...others] = read.problems;
      expect(others).to.deep.equal([]);
      expect(problem).to.deep.include({ code: 'json.unreadable', params: { line, column } });
      expect(problem?.message)
        .to.match(says)
        .and.to.match(new RegExp(`^Line ${line}, column ${column}: `));
      expect(problem?.path).to.equal(path);
    });
  }

  it('[RD1] what JSON.parse reads is read, to the same value', () => {
    const property = fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (text, space) => {
      const written = JSON.stringify(JSON.parse(text), null, space);
      fc.pre(!/"(?:__proto__|constructor|prototype)"/.test(written));
      const read = readJson(written, LIMITS);
      expect(read).to.deep.equal({ kind: 'read', value: JSON.parse(written) });
    });
    fc.assert(property, { numRuns: 500, seed: SEED });
  });

  it('[RD1] what JSON.parse refuses is refused', () => {
    const mangled = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '{', '}', ']', ':', '1', '\\', '\n', 'x'),
      )
      .map(([text, at, piece]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place + (piece === '' ? 1 : 0));
      });
    const property = fc.property(mangled, (text) => {
      // A number that would be infinite is refused here and not there.
      fc.pre(!/__proto__|constructor|prototype|\de\+?\d{3}/i.test(text));
      const expected = parses(text);
      const read = readJson(text, LIMITS);
      const twice = read.kind === 'refused' && read.problems.every(({ code }) => code === 'json.key_twice');
      expect(read.kind === 'read' || twice, text).to.equal(expected);
    });
    fc.assert(property, { numRuns: 2_000, seed: SEED });
  });

  it('[RD2] a key that is written twice is named, at every place', () => {
    const read = readJson('{"a": {"x": 1, "x": 2}, "b": [{"y": 1, "y": 1}]}', LIMITS);
    expect(read.kind === 'refused' && read.problems.map(({ path, code }) => [path, code])).to.deep.equal([
      ['/a/x', 'json.key_twice'],
      ['/b/0/y', 'json.key_twice'],
    ]);
  });

  it('[RD3] keys that JavaScript keeps for itself are named, however deep and however written', () => {
    const read = readJson('{"a": {"__proto__": {}}, "constructor": 1, "b": [{"proto\\u0074ype": 2}]}', LIMITS);
    expect(read.kind === 'refused' && read.problems.map(({ path, code }) => [path, code])).to.deep.equal([
      ['/a/__proto__', 'json.key_forbidden'],
      ['/constructor', 'json.key_forbidden'],
      ['/b/0/prototype', 'json.key_forbidden'],
    ]);
  });

  it('[RD4] a text that is too large is not read', () => {
    const read = readJson(`"${'x'.repeat(LIMITS.characters)}"`, LIMITS);
    expect(read.kind === 'refused' && read.problems.map(({ code }) => code)).to.deep.equal(['json.too_large']);
  });

  it('[RD5] a text that is too deep is refused without exhausting anything', () => {
    const deep = readJson('['.repeat(9_000), LIMITS);
    expect(deep.kind === 'refused' && deep.problems.map(({ code }) => code)).to.deep.equal(['json.too_deep']);
    expect(readJson('['.repeat(20) + ']'.repeat(20), LIMITS).kind).to.equal('read');
  });

  it('a byte order mark is no reason to refuse', () => {
    expect(readJson('\uFEFF{"a": 1}', LIMITS)).to.deep.equal({ kind: 'read', value: { a: 1 } });
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
