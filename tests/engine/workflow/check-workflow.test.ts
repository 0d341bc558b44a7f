import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { checkWorkflow } from '../../../engine/workflow/check-workflow.ts';
import { parseWorkflow } from '../../../engine/workflow/parse-workflow.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { fixtureFile, placesOf } from './lint/fixtures.ts';
import { allTexts, SAMPLE_SURROUNDINGS } from './lint/sample-surroundings.ts';

const check = openFileChecker();
const { forms, templates, ...AROUND } = SAMPLE_SURROUNDINGS;
const TEMPLATES = Object.fromEntries(
  [...templates].flatMap(([id, languages]) => [...languages].map((language) => [`${id}.${language}`, ''])),
);

function checked(patch: JsonObject, text?: string) {
  const machine = fixtureFile<WorkflowFile>('workflow', patch);
  const used = [...forms].filter(([id]) => id === 'request' || id === 'work');
  const rest = { texts: allTexts(machine), forms: Object.fromEntries(used), formTexts: {}, templates: TEMPLATES };
  const { problems, file } = checkWorkflow({
    parsed: parseWorkflow(text ?? JSON.stringify(machine), check),
    rest,
    surroundings: AROUND,
  });
  // The forms here are drafts without titles and translations.
  return { file, errors: problems.filter(({ severity }) => severity === 'error') };
}

/** What a workflow can be wrong in, each with its place. */
const WRONG: readonly (readonly [what: string, patch: JsonObject, path: string, code: string])[] = [
  ['misses a field', { meta: { start: { into: null } } }, '/meta/start/into', 'workflow.key_missing'],
  [
    'targets a state that is not there',
    { states: { make: { on: { made: { target: 'nowhere' } } } } },
    '/states/make/on/made/target',
    'workflow.target_unknown',
  ],
  [
    'names an unknown form',
    { states: { make: { meta: { task: { form: 'nothing' } } } } },
    '/states/make/meta/task/form',
    'workflow.form_unknown',
  ],
  [
    'names an unknown role',
    { states: { make: { meta: { task: { roles: ['nobody'] } } } } },
    '/states/make/meta/task/roles/0',
    'workflow.role_unknown',
  ],
  ['names an unknown action', { states: { make: { entry: 'sing' } } }, '/states/make/entry', 'workflow.action_unknown'],
  ['names an unknown calendar', { meta: { calendar: 'moon' } }, '/meta/calendar', 'workflow.calendar_unknown'],
  [
    'has a FEEL error',
    {
      states: {
        make: {
          on: {
            made: [{ description: 'Made', target: 'stored', guard: '= data.make.count > ' }, { target: 'thrown_away' }],
          },
        },
      },
    },
    '/states/make/on/made/0/guard',
    'workflow.feel_broken',
  ],
  [
    'has a state that cannot be reached',
    { states: { lost: { description: 'Lost', type: 'final' } } },
    '/states/lost',
    'explore.state_unreached',
  ],
  [
    'has a state that cannot be left',
    {
      states: {
        make: { on: { dropped: { target: 'limbo' } } },
        thrown_away: null,
        limbo: { description: 'Limbo', after: { P1D: { target: 'limbo', reenter: true } } },
      },
    },
    '/states/limbo',
    'explore.never_ends',
  ],
  [
    'has two tasks that write one name',
    {
      states: {
        make: { on: { made: { target: 'again' } } },
        again: {
          description: 'Again',
          meta: { task: { form: 'work', roles: ['maker'], due: 'PT1H', into: 'make' } },
          on: { ok: { description: 'OK', target: 'stored' } },
        },
      },
    },
    '/states/again/meta/task/into',
    'workflow.writer_twice',
  ],
  [
    'has an id that JavaScript keeps for itself',
    {
      states: {
        make: { on: { made: { target: 'valueOf' } } },
        valueOf: { description: 'V', after: { P1D: { target: 'stored' } } },
      },
    },
    '/states/valueOf',
    'workflow.name_inherited',
  ],
  [
    'has nobody for a task',
    { states: { make: { meta: { task: { roles: ['sleeper'] } } } } },
    '/states/make/meta/task/roles',
    'workflow.role_vacant',
  ],
];

describe('checking a workflow that is being written', () => {
  it('what lint and explorer both find of a state is said once', () => {
    const limbo = {
      states: { make: { on: { dropped: { target: 'limbo' } } }, thrown_away: null, limbo: { description: 'Limbo' } },
    };
    expect(placesOf(checked(limbo).errors)).to.deep.equal([{ path: '/states/limbo', code: 'workflow.state_dead' }]);
  });

  it('a good one has no problems', () => {
    const { file, errors } = checked({});
    expect(errors).to.deep.equal([]);
    expect(file).to.be.an('object');
  });

  for (const [what, patch, path, code] of WRONG) {
    it(`one that ${what} has exactly this problem, with its place and a sentence`, () => {
      const { errors } = checked(patch);
      expect(placesOf(errors)).to.deep.equal([{ path, code }]);
      expect(errors[0]?.message).to.match(/^["A-Z].*[.?]$/s);
    });
  }

  it('all problems are there at once, in the order of the file', () => {
    // given every fragment but the one that takes the shape away
    const patches = WRONG.slice(1).map(([, patch]) => patch);
    const all = patches.reduce<JsonObject>(together, {});

    // when
    const { errors, file } = checked({ ...all, meta: { ...(all['meta'] as JsonObject), subjct: 'x' } });

    // then a misspelt key hides none of the others
    expect(errors.map(({ code }) => code)).to.include.members([
      'workflow.key_unknown',
      'workflow.calendar_unknown',
      'workflow.action_unknown',
      'workflow.writer_twice',
      'workflow.form_unknown',
    ]);
    expect(errors.map(({ path }) => path)).to.deep.equal(
      [...errors.map(({ path }) => path)].sort((a, b) => orderOf(a) - orderOf(b)),
    );
    expect(file).to.equal(null);
  });

  it('an id such as __proto__ is found in the text, where a parser would lose it', () => {
    const { errors, file } = checked({}, '{"id": "x", "states": {"__proto__": {"type": "final"}}}');
    expect(placesOf(errors)).to.deep.equal([{ path: '/states/__proto__', code: 'json.key_forbidden' }]);
    expect(file).to.equal(null);
  });
});

function together(a: JsonObject, b: JsonObject): JsonObject {
  const isObject = (value: unknown): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [
      key,
      isObject(a[key]) && isObject(b[key]) ? together(a[key], b[key]) : (b[key] ?? a[key] ?? null),
    ]),
  );
}

/** The sections of the base file, in its order. */
function orderOf(path: string): number {
  return [
    '/meta',
    '/initial',
    '/states/make',
    '/states/stored',
    '/states/lost',
    '/states/limbo',
    '/states/again',
    '/states/valueOf',
  ].findIndex((start) => path.startsWith(start));
}
