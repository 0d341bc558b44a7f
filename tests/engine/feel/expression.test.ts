import { expect } from 'chai';
import { EngineError } from '../../../engine/model/engine-error.ts';
import { compileExpression, readExpression } from '../../../engine/feel/expression.ts';
import { feelFunctions } from '../../../engine/feel/functions.ts';
import { FEEL_ROOTS } from '../../../engine/workflow/names.ts';

const NAMES = FEEL_ROOTS;
const ask = (feel: string, values: { readonly [name: string]: unknown } = {}) =>
  compileExpression(
    feel,
    NAMES,
    feelFunctions(() => '2026-01-01T00:00:00.000Z'),
  ).evaluate(NAMES.map((name) => values[name] ?? null));

describe('expressions', () => {
  it('[FE1] asking a thousand times leaves nothing behind and gives the same', () => {
    // given
    const compiled = compileExpression('data.missing.x = 1 or data.n > 2', NAMES);

    // when
    const values = Array.from({ length: 1_000 }, () =>
      compiled.evaluate([{ n: 3 }, null, null, null, null, null, null]),
    );

    // then
    expect(new Set(values)).to.deep.equal(new Set([true]));
  });

  it('[FE2] every root can be named, the one that begins an operator too', () => {
    expect(
      ask('instance.number + data.a + event.by + now', {
        instance: { number: 'N' },
        data: { a: 'a' },
        event: { by: 'b' },
        now: 'T',
      }),
    ).to.equal('NabT');
    expect(ask('tasks.start.by', { tasks: { start: { by: 'U1' } } })).to.equal('U1');
    expect(
      ask('visits.again + settings.group.most', { visits: { again: 2 }, settings: { group: { most: 3 } } }),
    ).to.equal(5);
  });

  it('[FE2] a missing value is null, and a comparison with it is no', () => {
    expect(ask('data.nothing.deeper', { data: {} })).to.equal(null);
    expect(ask('data.nothing > 3', { data: {} })).to.not.equal(true);
    expect(ask('not(data.nothing)', { data: {} })).to.equal(null);
  });

  it('[FE3] values are JSON', () => {
    expect(ask('date("2026-11-23")')).to.equal('2026-11-23');
    expect(ask('1 / 0')).to.equal(null);
    expect(ask('{a: [1, date("2026-01-02")], b: null}')).to.deep.equal({ a: [1, '2026-01-02'], b: null });
    expect(ask('function(x) x')).to.equal(null);
  });

  it('[FE4] text that is no FEEL says where it breaks', () => {
    const read = readExpression('data.a + ');
    expect(read.kind === 'broken' && read.from).to.equal(9);
    expect(readExpression('').kind).to.equal('broken');
    expect(() => compileExpression('data.a and', NAMES)).to.throw(EngineError);
  });

  it('[FE4] an expression says which paths it reads and what its conjuncts are', () => {
    const read = readExpression(
      'data.a.b = 1 and (settings.limits.many > 2 and some s in data.list satisfies s = tasks.start.by)',
    );
    const facts = read.kind === 'read' ? read.facts : undefined;
    expect(facts?.paths).to.deep.include.members([
      ['data', 'a', 'b'],
      ['settings', 'limits', 'many'],
      ['data', 'list'],
      ['tasks', 'start', 'by'],
    ]);
    expect(facts?.conjuncts).to.have.length(3);
  });

  it('[FN1] coalesce is the first value that is not null', () => {
    expect(ask('coalesce(data.x, null, "b", "c")', { data: {} })).to.equal('b');
    expect(ask('coalesce(data.x)', { data: {} })).to.equal(null);
    expect(ask('coalesce(false, true)')).to.equal(false);
  });

  it('[FN2] money rounds half away from zero, in decimals', () => {
    expect(ask('money(1.005, 2)')).to.equal(1.01);
    expect(ask('money(-1.005, 2)')).to.equal(-1.01);
    expect(ask('money(0.1 + 0.2, 2)')).to.equal(0.3);
    expect(ask('money(7200, 2)')).to.equal(7200);
    expect(ask('money(null, 2)')).to.equal(null);
  });

  it('[FN3] earliest and latest leave out nulls and take lists', () => {
    expect(ask('earliest(data.b, data.a, null)', { data: { a: '2026-01-02', b: '2026-01-03' } })).to.equal(
      '2026-01-02',
    );
    expect(ask('latest(data.list)', { data: { list: ['2026-01-02', null, '2026-01-03'] } })).to.equal('2026-01-03');
    expect(ask('latest(null)')).to.equal(null);
  });

  it('[FN4] plus asks working time, and is null for what cannot be read', () => {
    expect(ask('plus(now, "PT1H")', { now: '2026-01-01T00:00:00Z' })).to.equal('2026-01-01T00:00:00.000Z');
    expect(ask('plus(null, "PT1H")')).to.equal(null);
    expect(ask('plus(now, 3)', { now: '2026-01-01T00:00:00Z' })).to.equal(null);
  });
});
