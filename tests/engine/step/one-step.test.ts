import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], changes: Parameters<typeof sampleFile>[1] = {}) =>
  openTestEngine(sampleVersion(sampleFile(states, changes)));

describe('one step', () => {
  it('[SP1] answers that do not fit are refused with all problems, and nothing is written', async () => {
    // given
    const test = open(MAKE_AND_CHECK);
    const instance = await test.start('amy');

    // when
    const error = await refusalOf(test.complete(instance, 'make', 'amy', 'made', { count: -1, note: 7, other: true }));

    // then
    expect(error.code).to.equal('answers.invalid');
    expect(error.problems.map((problem) => `${problem.path} ${problem.code}`).sort()).to.deep.equal([
      '/count answers.minimum',
      '/note answers.type',
      '/other answers.unknown_field',
    ]);
    expect(await test.fresh(instance)).to.deep.equal(instance);
  });

  it('[SP2] answers and who gave them are there before the guards', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker'], { into: 'asked' }),
        on: {
          go: [
            {
              target: 'many',
              guard: '= data.asked.count > 5 and tasks.asked.by = "amy" and data.asked.outcome = "go"',
            },
            { target: 'few' },
          ],
        },
      },
      many: { type: 'final' },
      few: { type: 'final' },
    };
    const test = open(states);

    // when
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'go', { count: 6 });

    // then
    expect(after.end?.end).to.equal('many');
    expect(after.data['asked']).to.deep.equal({ count: 6, outcome: 'go' });
    expect(after.evidence['asked']).to.include({ by: 'amy', outcome: 'go', department: 'MA' });
  });

  it('[SP2] a second visit overwrites the answers, history keeps both', async () => {
    // given
    const test = open(MAKE_AND_CHECK);
    let instance = await test.start('amy');

    // when
    instance = await test.complete(instance, 'make', 'amy', 'made', { count: 1 });
    instance = await test.complete(instance, 'check', 'cat', 'bad');
    instance = await test.complete(instance, 'make', 'ben', 'made', { count: 2 });

    // then
    expect(instance.data['make']).to.deep.equal({ count: 2, outcome: 'made' });
    expect(instance.evidence['make']).to.deep.include({ by: 'ben', all: ['amy', 'ben'] });
    const counts = (await test.store.history(instance.id, 0, 99)).flatMap((entry) =>
      'make' in entry.changes ? [entry.changes['make']] : [],
    );
    expect(counts).to.deep.equal([
      { count: 1, outcome: 'made' },
      { count: 2, outcome: 'made' },
    ]);
  });

  it('[SP3] a guard that is null is no', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: {
          go: [
            { target: 'yes', guard: '= data.nothing.there' },
            { target: 'yes', guard: '= not(data.nothing)' },
            { target: 'no' },
          ],
        },
      },
      yes: { type: 'final' },
      no: { type: 'final' },
    };
    const test = open(states);
    expect((await test.complete(await test.start('amy'), 'ask', 'amy', 'go')).end?.end).to.equal('no');
  });

  it('[SP4] a visit is counted before the entry of its own state, and left states are left innermost first', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: { meta: task(['maker']), on: { go: { target: 'outer' } } },
      outer: {
        initial: 'inner',
        exit: { type: 'set', params: { order: '= data.order + "outer"' } },
        states: {
          inner: {
            entry: { type: 'set', params: { seen: '= visits.inner', order: '= ""' } },
            exit: { type: 'set', params: { order: '= data.order + "inner "' } },
            meta: task(['maker']),
            on: { out: { target: '#sample.end' } },
          },
        },
      },
      end: { type: 'final' },
    };
    const test = open(states);

    // when
    let instance = await test.complete(await test.start('amy'), 'ask', 'amy', 'go');
    expect(instance.data['seen']).to.equal(1);
    instance = await test.complete(instance, 'inner', 'amy', 'out');

    // then
    expect(instance.data['order']).to.equal('inner outer');
    const left = (await test.store.history(instance.id, 0, 9))
      .at(-1)
      ?.notes.flatMap((note) => (note.kind === 'left' ? [note.state] : []));
    expect(left?.slice(0, 2)).to.deep.equal(['inner', 'outer']);
  });

  it('[SP5] set sees what was set before it in the step, and null clears', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        entry: { type: 'set', params: { a: 1, b: '= data.a + 1', gone: 'here' } },
        meta: task(['maker']),
        on: { go: { target: 'end', actions: { type: 'set', params: { gone: null, c: '= data.gone' } } } },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    expect(instance.data).to.include({ a: 1, b: 2, gone: 'here' });
    const after = await test.complete(instance, 'ask', 'amy', 'go');
    expect(after.data).to.not.have.any.keys('gone', 'c');
    const entry = (await test.store.history(instance.id, 1, 1))[0];
    expect(entry?.changes).to.deep.include({ gone: null });
  });

  it('[SP6] params are evaluated when they are reached: an earlier set is seen, a later one is not', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: {
          go: {
            target: 'wait',
            actions: [
              { type: 'set', params: { word: 'early' } },
              { type: 'notify', params: { to: ['maker'], template: 'x', with: { word: '= data.word' } } },
              { type: 'set', params: { word: 'late' } },
            ],
          },
        },
      },
      wait: { meta: task(['maker']), on: { done: { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = open(states);

    // when
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'go');

    // then
    expect(Object.values(after.effects)[0]?.input).to.deep.include({ with: { word: 'early' } });
    expect(after.data['word']).to.equal('late');
  });

  it('[SP7] now is one value a step', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        entry: [
          { type: 'set', params: { first: '= now' } },
          { type: 'set', params: { second: '= now' } },
        ],
        meta: task(['maker']),
        on: { go: { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    expect(instance.data['first']).to.equal('2026-11-23T01:00:00.000Z');
    expect(instance.data['second']).to.equal(instance.data['first']);
    expect((await test.store.history(instance.id, 0, 1))[0]?.at).to.equal(Date.UTC(2026, 10, 23, 1));
  });

  it('[SP8] an expression that fails in the middle of a step changes nothing', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { go: { target: 'later', actions: { type: 'set', params: { half: 'done' } } } },
      },
      later: {
        meta: task(['maker']),
        on: { done: { target: 'end' } },
        after: { '= data.nonsense': { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');

    // when
    const error = await refusalOf(test.complete(instance, 'ask', 'amy', 'go'));

    // then
    expect(error.code).to.equal('expression.failed');
    expect(error.message).to.match(/delay .*later/);
    expect(await test.fresh(instance)).to.deep.equal(instance);
  });

  it('[SP9] taking a task does not move a data wait beside it', async () => {
    // given
    const states: WorkflowFile['states'] = {
      both: {
        type: 'parallel',
        states: {
          work: {
            initial: 'work_task',
            states: {
              work_task: { meta: task(['maker']), on: { done: { target: 'work_done' } } },
              work_done: { type: 'final' },
            },
          },
          watch: {
            initial: 'watching',
            states: {
              watching: { always: { guard: '= event.type = "claim"', target: 'watched' } },
              watched: { type: 'final' },
            },
          },
        },
        onDone: { target: 'end' },
      },
      end: { type: 'final' },
    };
    const test = open(states);

    // when
    const after = await test.claim(await test.start('amy'), 'work_task', 'amy');

    // then
    expect(after.state).to.deep.equal({ both: { work: 'work_task', watch: 'watching' } });
    expect(openStates(after)).to.deep.equal(['work_task']);
  });
});
