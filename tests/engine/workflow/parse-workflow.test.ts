import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { parseWorkflow } from '../../../engine/workflow/parse-workflow.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { fixtureFile, placesOf, readFixtures } from './lint/fixtures.ts';

const check = openFileChecker();
const parse = (patch: JsonObject) => parseWorkflow(JSON.stringify(fixtureFile('workflow', patch)), check);

/** Each fragment with what the schema says of it. */
const REFUSED: readonly (readonly [
  rule: string,
  what: string,
  patch: JsonObject,
  problems: readonly (readonly [path: string, code: string])[],
])[] = [
  [
    'RD6',
    'a workflow without a start and a description',
    { description: null, meta: { start: null } },
    [
      ['/description', 'key_missing'],
      ['/meta/start', 'key_missing'],
    ],
  ],
  [
    'RD6',
    'a task without a form',
    { states: { make: { meta: { task: { form: null } } } } },
    [['/states/make/meta/task/form', 'key_missing']],
  ],
  [
    'RD7',
    'misspelt keys at every depth',
    { meta: { subjct: 'x' }, states: { make: { met: {}, on: { made: { traget: 'stored' } } } } },
    [
      ['/meta/subjct', 'key_unknown'],
      ['/states/make/on/made/traget', 'key_unknown'],
      ['/states/make/met', 'key_unknown'],
    ],
  ],
  [
    'RD8',
    'words of XState that are not run',
    { context: {}, states: { make: { history: 'deep', on: { made: { cond: '= true' } } } } },
    [
      ['/states/make/on/made/cond', 'not_run'],
      ['/states/make/history', 'not_run'],
      ['/context', 'not_run'],
    ],
  ],
  [
    'RD9',
    'values of another kind',
    { initial: 7, states: { make: { meta: { task: { show: 'request' } }, on: [] } } },
    [
      ['/initial', 'kind_wrong'],
      ['/states/make/meta/task/show', 'kind_wrong'],
      ['/states/make/on', 'kind_wrong'],
    ],
  ],
  [
    'RD10',
    'values that nobody knows',
    { meta: { unique: 'always' }, states: { make: { type: 'history' } } },
    [
      ['/meta/unique', 'value_unknown'],
      ['/states/make/type', 'value_unknown'],
    ],
  ],
  [
    'RD11',
    'empty names and lists',
    { initial: '', meta: { start: { roles: [] } } },
    [
      ['/meta/start/roles', 'empty'],
      ['/initial', 'empty'],
    ],
  ],
  [
    'RD15',
    'a file that may be nothing',
    { meta: { data: { papers: { type: 'array', 'x-file': { types: ['a/b'], maxMb: 0 } } } } },
    [['/meta/data/papers/x-file/maxMb', 'value_wrong']],
  ],
  ['RD12', 'a description that is a page', { description: 'x'.repeat(501) }, [['/description', 'too_long']]],
  [
    'RD13',
    'a choice that names a value twice',
    { meta: { data: { way: { type: 'string', enum: ['a', 'a'] } } } },
    [['/meta/data/way/enum', 'entry_twice']],
  ],
  ['RD14', 'a fact that is no pointer', { meta: { facts: ['request/note'] } }, [['/meta/facts/0', 'text_wrong']]],
];

describe('reading a workflow file', () => {
  for (const [rule, what, patch, problems] of REFUSED) {
    it(`[${rule}] refuses ${what}`, () => {
      // when
      const parsed = parse(patch);

      // then
      if (parsed.kind !== 'refused') throw new Error('It was read.');
      expect(placesOf(parsed.problems)).to.deep.equal(
        problems.map(([path, code]) => ({ path, code: `workflow.${code}` })),
      );
      for (const { message, severity } of parsed.problems) {
        expect(message).to.match(/[.?]$/);
        expect(severity).to.equal('error');
      }
    });
  }

  it('[RD1] text that is no JSON is refused with line and column', () => {
    const parsed = parseWorkflow('{\n  "id": "x",\n  initial: "a"\n}', check);
    expect(parsed.kind === 'refused' && parsed.problems).to.have.length(1);
    expect(parsed.kind === 'refused' && parsed.problems[0]?.params).to.deep.equal({ line: 3, column: 3 });
    expect(parsed.kind === 'refused' && parsed.file).to.equal(null);
  });

  it('[RD7] a misspelt key is told what it may be, and an unknown value what there is', () => {
    const parsed = parse({ states: { make: { on: { made: { gaurd: '= true' } }, type: 'paralel' } } });
    const messages = parsed.kind === 'refused' ? parsed.problems.map(({ message }) => message) : [];
    expect(messages).to.deep.equal([
      '"gaurd" is not a key that this place knows. Did you mean "guard"?',
      '"type" takes one of: atomic, compound, parallel, final. Choose one.',
    ]);
  });

  it('[RD16] more states or expressions than anybody reads are refused', () => {
    const states = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`s${at}`, { type: 'final' }]));
    const params = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`p${at}`, `= ${'1 + '.repeat(1_000)}1`]));
    for (const patch of [{ states }, { states: { make: { entry: { type: 'set', params } } } }]) {
      const parsed = parse(patch);
      expect(parsed.kind === 'refused' && placesOf(parsed.problems)).to.deep.equal([
        { path: '', code: 'workflow.too_large' },
      ]);
    }
  });

  it('a file whose shape can be trusted is handed on to lint, one whose shape cannot is not', () => {
    const misspelt = parse({ meta: { subjct: 'x' } });
    const shapeless = parse({ states: { make: { on: 7 } } });
    expect(misspelt.kind === 'refused' && misspelt.file).to.be.an('object');
    expect(shapeless.kind === 'refused' && shapeless.file).to.equal(null);
  });

  it('every good fragment of the rules is a workflow', () => {
    for (const kind of ['workflow', 'explore'] as const) {
      for (const { good } of readFixtures(kind).values()) {
        for (const { title, patch } of good) {
          const parsed = parseWorkflow(JSON.stringify(fixtureFile(kind, patch)), check);
          expect(parsed, title).to.have.property('kind', 'parsed');
        }
      }
    }
  });
});
