import { expect } from 'chai';
import { createMachine } from 'xstate';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });

/** Two people at once, each in a branch. */
const SIDE_BY_SIDE: WorkflowFile['states'] = {
  both: {
    type: 'parallel',
    states: {
      left: {
        initial: 'left_task',
        states: {
          left_task: { meta: task(['maker']), on: { yes: { target: 'left_done' }, no: { target: 'left_done' } } },
          left_done: { type: 'final' },
        },
      },
      right: {
        initial: 'right_task',
        states: {
          right_task: { meta: task(['checker']), on: { yes: { target: 'right_done' }, no: { target: 'right_done' } } },
          right_done: { type: 'final' },
        },
      },
    },
    onDone: { target: 'stored' },
  },
  stored: { type: 'final' },
};

describe('the compiled machine', () => {
  it("[CP1] a later event does not run the first state's entry again", async () => {
    // given
    const states: WorkflowFile['states'] = {
      first: {
        entry: { type: 'set', params: { count: '= coalesce(data.count, 0) + 1', color: 'grey' } },
        meta: task(['maker']),
        on: { done: { target: 'second', actions: { type: 'set', params: { color: 'blue' } } } },
      },
      second: { meta: task(['maker']), on: { done: { target: 'third' } } },
      third: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    let instance = await test.start('amy');

    // when
    instance = await test.complete(instance, 'first', 'amy', 'done');
    instance = await test.complete(instance, 'second', 'amy', 'done');

    // then
    expect(instance.data['count']).to.equal(1);
    expect(instance.data['color']).to.equal('blue');
  });

  it('[CP2] one answer moves only its own task', async () => {
    // given
    const test = openTestEngine(sampleVersion(sampleFile(SIDE_BY_SIDE)));
    const instance = await test.start('amy');
    expect(openStates(instance)).to.deep.equal(['left_task', 'right_task']);

    // when
    const after = await test.complete(instance, 'left_task', 'amy', 'no');

    // then
    expect(openStates(after)).to.deep.equal(['right_task']);
    expect((await test.complete(after, 'right_task', 'cat', 'no')).status).to.equal('done');
  });

  it('[CP3] a state that is entered again closes its task and opens it anew', async () => {
    // given
    const states: WorkflowFile['states'] = {
      again: {
        meta: task(['maker']),
        on: { once_more: { target: 'again', reenter: true }, done: { target: 'end' } },
        after: { PT1H: { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    const instance = await test.start('amy');
    const [first] = Object.keys(instance.tasks);

    // when
    const after = await test.complete(instance, 'again', 'amy', 'once_more');

    // then
    expect(Object.keys(after.tasks)).to.have.length(1).and.not.include(first);
    expect(Object.values(after.tasks)[0]?.visit).to.equal(2);
    expect(Object.values(after.timers).map((timer) => timer.visit)).to.deep.equal([2]);
  });

  it('[CP4] the file is a machine that XState opens, and compiling leaves it as it is', () => {
    const file = sampleFile(MAKE_AND_CHECK);
    const before = JSON.stringify(file);
    openTestEngine(sampleVersion(file));
    expect(JSON.stringify(file)).to.equal(before);
    expect(() => createMachine(JSON.parse(before) as never)).to.not.throw();
  });

  it('[CP6] an endless always is refused, and the case stays where it is', async () => {
    // given
    const states: WorkflowFile['states'] = {
      calm: { meta: task(['maker']), on: { go: { target: 'round' } } },
      round: { always: { target: 'and_round' } },
      and_round: { always: { target: 'round' } },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    const instance = await test.start('amy');

    // when
    const error = await refusalOf(test.complete(instance, 'calm', 'amy', 'go'));

    // then
    expect(error.code).to.equal('step.endless');
    expect(await test.fresh(instance)).to.deep.equal(instance);
  });

  it('[EV1] no outcome and no command reaches the events of XState itself', async () => {
    // given
    const test = openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK)));
    const instance = await test.start('amy');

    // then
    for (const forged of [
      'xstate.done.state.make',
      'xstate.stop',
      'xstate.after.P2D@office.sample.check',
      'toString',
      '__proto__',
      'gembaflow.start',
    ]) {
      expect((await refusalOf(test.complete(instance, 'make', 'amy', forged))).code, forged).to.equal(
        'task.outcome_not_offered',
      );
      expect((await refusalOf(test.command(instance, forged, 'amy'))).code, forged).to.equal('command.not_offered');
    }
    expect(await test.fresh(instance)).to.deep.equal(instance);
  });
});
