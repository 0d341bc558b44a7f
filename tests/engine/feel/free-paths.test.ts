import { expect } from 'chai';
import { evaluate } from 'feelin';
import { readFeelTree } from '../../../engine/feel/feel-tree.ts';
import { freePaths } from '../../../engine/feel/free-paths.ts';
import { ADDED_FUNCTIONS } from '../../../engine/feel/functions.ts';
import { FUNCTION_NAMES } from '../../../engine/feel/function-names.ts';

/** Each expression with the paths that it reads, in order. */
const READS: readonly (readonly [feel: string, paths: readonly string[]])[] = [
  ['data.a.b > settings.limit', ['data.a.b', 'settings.limit']],
  ['instance.number', ['instance.number']],
  ['for l in data.lines return l.qty * l.price', ['data.lines', 'data.lines.qty', 'data.lines.price']],
  ['for l in data.lines, p in l.parts return p.id', ['data.lines', 'data.lines.parts', 'data.lines.parts.id']],
  ['some s in data.list satisfies list contains(["a"], s)', ['data.list', 'data.list']],
  ['for i in 1..count(data.list) return i', ['data.list']],
  ['every r in [data.a, data.b] satisfies r.outcome = "ok"', ['data.a', 'data.b']],
  ['data.lines[qty > data.least].product', ['data.lines.product', 'data.lines.qty', 'data.least']],
  ['data.lines[item.qty > 1]', ['data.lines', 'data.lines.qty']],
  ['data.lines[1].lot', ['data.lines.lot']],
  ['(for x in data.a return {said: x.said})[said != null].said', ['data.a', 'data.a.said']],
  ['{a: data.x, b: a + y}.b', ['data.x', 'y']],
  ['date and time(data.at) > now', ['data.at', 'now']],
  ['if tasks.start.by = null then visits.a else visits.b', ['tasks.start.by', 'visits.a', 'visits.b']],
  ['get value({rework: "a"}, data.way)', ['data.way']],
  ['data.pd-review', ['data.pd', 'review']],
  ['(data.order).note', ['data.order.note']],
  ['plus(moment: data.at, duration: "P1D")', ['data.at']],
];

describe('what an expression reads', () => {
  for (const [feel, paths] of READS) {
    it(`[WF61] ${feel}`, () => {
      const tree = readFeelTree(feel);
      if (tree.kind === 'broken') throw new Error('It cannot be read.');
      const read = freePaths(tree.root, ['data', 'tasks', 'visits', 'event', 'instance', 'settings', 'now']);
      expect(read.map(({ path }) => path.join('.'))).to.deep.equal(paths);
    });
  }

  it('[WF60] text that breaks off says where', () => {
    expect(readFeelTree('data.a >')).to.deep.equal({ kind: 'broken', from: 8 });
    expect(readFeelTree('  ')).to.deep.equal({ kind: 'broken', from: 0 });
  });

  it('[WF64] every function that lint knows is there', () => {
    const added: readonly string[] = ADDED_FUNCTIONS;
    const isMissing = (name: string): boolean =>
      evaluate(`${name}()`, {}).warnings.some(({ type }) => type === 'NO_FUNCTION_FOUND');
    expect([...FUNCTION_NAMES].filter((name) => !added.includes(name) && isMissing(name))).to.deep.equal([]);
    expect(isMissing('nothing such')).to.equal(true);
  });
});
