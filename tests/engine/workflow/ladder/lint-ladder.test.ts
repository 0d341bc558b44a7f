import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { LANGUAGES } from '../../../../engine/model/language.ts';
import type { Ladder, LadderLevel } from '../../../../engine/model/person.ts';
import { lintLadder } from '../../../../engine/workflow/ladder/lint-ladder.ts';
import { PROJECT_ROOT } from '../../../../server/project-root.ts';

const AROUND = { roles: new Set(['plant_manager', 'general_manager']), calendars: new Set(['office', 'always']) };
const FIRST: LadderLevel = { id: 'first', after: '50%', to: ['assignee'], say: 'reminder' };

const ladder = (...levels: readonly LadderLevel[]): Ladder => ({ id: 'some', title: { en: 'Some' }, levels });
const changed = (change: Partial<LadderLevel>): Ladder => ladder({ ...FIRST, ...change });

/** Each bad ladder with the problems that are found in it. */
const BAD: Record<string, { ladder: Ladder; problems: readonly (readonly [path: string, code: string])[] }> = {
  'no level': { ladder: ladder(), problems: [['/levels', 'ladder.levels_missing']] },
  'an unknown role': {
    ladder: changed({ to: ['assignee', 'nobody'] }),
    problems: [['/levels/0/to/1', 'ladder.role_unknown']],
  },
  'a level that tells nobody': { ladder: changed({ to: [] }), problems: [['/levels/0/to', 'ladder.nobody']] },
  'a role named twice': {
    ladder: changed({ to: ['plant_manager', 'plant_manager'] }),
    problems: [['/levels/0/to/1', 'ladder.named_twice']],
  },
  'no share and no duration': {
    ladder: changed({ after: 'soon' }),
    problems: [['/levels/0/after', 'ladder.duration_invalid']],
  },
  'a share of nothing': {
    ladder: changed({ after: '0%' }),
    problems: [['/levels/0/after', 'ladder.per_cent_impossible']],
  },
  'no time at all': { ladder: changed({ after: 'PT0S' }), problems: [['/levels/0/after', 'ladder.duration_zero']] },
  'an unknown calendar': {
    ladder: changed({ atLeast: 'PT30M@moon' }),
    problems: [['/levels/0/atLeast', 'ladder.calendar_unknown']],
  },
  'telling again every second': {
    ladder: changed({ every: 'PT1S' }),
    problems: [['/levels/0/every', 'ladder.repeats_too_often']],
  },
  'shares that do not rise': {
    ladder: ladder(FIRST, { ...FIRST, id: 'second', after: '50%' }),
    problems: [['/levels/1/after', 'ladder.not_rising']],
  },
  'durations that do not rise': {
    ladder: ladder({ ...FIRST, after: 'PT1H' }, { ...FIRST, id: 'second', after: 'PT30M' }),
    problems: [['/levels/1/after', 'ladder.not_rising']],
  },
  'two levels of one name': {
    ladder: ladder(FIRST, { ...FIRST, after: '100%' }),
    problems: [['/levels/1/id', 'ladder.id_twice']],
  },
  'several at once': {
    ladder: changed({ after: '1001%', to: ['nobody'], every: '1 day' }),
    problems: [
      ['/levels/0/after', 'ladder.per_cent_impossible'],
      ['/levels/0/every', 'ladder.duration_invalid'],
      ['/levels/0/to/0', 'ladder.role_unknown'],
    ],
  },
};

describe('lint of ladders', () => {
  for (const [name, { ladder: bad, problems }] of Object.entries(BAD)) {
    it(`[PS1] finds ${name}`, () => {
      const found = lintLadder(bad, AROUND);
      expect(found.map(({ path, code }) => [path, code])).to.deep.equal(problems);
      for (const { message } of found) expect(message).to.match(/[.]$/);
    });
  }

  it('[PS1] shares and durations in one ladder are each in order', () => {
    const good = ladder(
      { ...FIRST, after: 'P2D', every: 'P2D' },
      { ...FIRST, id: 'half', after: '50%' },
      { ...FIRST, id: 'later', after: 'P3D@office', to: ['supervisor', 'department_head'] },
      { ...FIRST, id: 'full', after: '100%', atLeast: 'PT30M', to: ['general_manager'] },
    );
    expect(lintLadder(good, AROUND)).to.deep.equal([]);
  });
});

describe('the ladders that ship', () => {
  const read = <T>(name: string): T =>
    JSON.parse(readFileSync(join(PROJECT_ROOT, 'server', 'plant', name), 'utf8')) as T;
  const ladders = read<readonly Ladder[]>('ladders.json');
  const ids = (name: string) => new Set(read<readonly { readonly id: string }[]>(name).map(({ id }) => id));

  it('[PS2] have no problems and a name in every language', () => {
    const around = { roles: ids('roles.json'), calendars: ids('calendars.json') };
    for (const one of ladders) {
      expect(lintLadder(one, around), one.id).to.deep.equal([]);
      expect(Object.keys(one.title), one.id).to.have.members([...LANGUAGES]);
    }
  });

  it('[PS2] hold the default one: reminder, overdue, and three levels up to the general manager', () => {
    const levels = ladders.find(({ id }) => id === 'default')?.levels ?? [];
    expect(levels.map(({ after, to }) => [after, ...to])).to.deep.equal([
      ['50%', 'assignee'],
      ['100%', 'assignee', 'supervisor'],
      ['150%', 'department_head'],
      ['200%', 'plant_manager'],
      ['300%', 'general_manager'],
    ]);
    expect(levels[2]).to.deep.include({ atLeast: 'PT30M', may: ['reassign'] });
  });

  it('[PS2] hold one level higher for each that a shortage may name', () => {
    const known = ladders.map(({ id }) => id);
    for (const id of ['default', 'shortage-s1', 'shortage-s2'])
      expect(known).to.include.members([id, `${id}-one-level-up`]);
  });
});
