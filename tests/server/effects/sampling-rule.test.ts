import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { PROJECT_ROOT } from '../../../server/project-root.ts';

type Cell = readonly [string, number];
type Table = { readonly [letter: string]: { readonly [aql: string]: Cell } };

const TABLES = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'server', 'effects', 'compute', 'sampling-tables.json'), 'utf8'),
) as { readonly sample_size: { readonly [letter: string]: number }; readonly normal: Table; readonly tightened: Table };

const LETTERS = 'ABCDEFGHJKLMNPQR'.split('');
const SIZES = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000];
const AQLS = ['0.65', '1.0', '1.5', '2.5', '4.0', '6.5'];

/** One kind of inspection: the letters whose plan accepts none, the arrows after them, and the steps that follow. */
interface Rule {
  readonly none: string;
  /** Arrows after the letter that accepts none: up to it, or down to the first that accepts one. */
  readonly arrows: readonly ('up' | 'down')[];
  readonly steps: readonly number[];
}

const NORMAL: Rule = { none: 'FEDCBA', arrows: ['up', 'down'], steps: [1, 2, 3, 5, 7, 10, 14, 21] };
const TIGHTENED: Rule = { none: 'GFEDCB', arrows: ['down', 'down'], steps: [1, 2, 3, 5, 8, 12, 18] };

/** The letter whose plan is used and what it accepts, made by rule. */
function made(rule: Rule, aql: number, letter: number): Cell {
  const none = LETTERS.indexOf(rule.none[aql] ?? '');
  const at = (place: number, accepts: number): Cell => [LETTERS[place] ?? '', accepts];
  if (letter <= none) return at(none, 0);
  const first = none + rule.arrows.length + 1;
  if (letter < first) return rule.arrows[letter - none - 1] === 'up' ? at(none, 0) : at(first, 1);
  const place = Math.min(letter - first, rule.steps.length - 1);
  return at(first + place, rule.steps[place] ?? 0);
}

describe('the tables of sampling plans', () => {
  it('[CO6] each letter has its sample, each larger than the one before', () => {
    expect(LETTERS.map((letter) => TABLES.sample_size[letter])).to.deep.equal(SIZES);
  });

  for (const [name, rule] of [
    ['normal', NORMAL],
    ['tightened', TIGHTENED],
  ] as const)
    it(`[CO6] every cell of ${name} inspection is the one that the rule of the standard makes`, () => {
      // when
      const byRule = LETTERS.map((_, letter) => AQLS.map((_aql, aql) => made(rule, aql, letter)));

      // then
      const inTable = LETTERS.map((letter) => AQLS.map((aql) => TABLES[name][letter]?.[aql]));
      expect(inTable).to.deep.equal(byRule);
    });
});
