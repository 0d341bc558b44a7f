import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], changes: Parameters<typeof sampleFile>[1] = {}, plant = samplePlant()) =>
  openTestEngine(sampleVersion(sampleFile(states, changes)), { plant });

/** The sample plant with some people changed. */
function _plantWith(changes: {
  readonly [id: string]: { readonly active?: boolean; readonly roles?: readonly string[] };
}) {
  const plant = samplePlant();
  return { ...plant, people: new Map([...plant.people].map(([id, person]) => [id, { ...person, ...changes[id] }])) };
}

describe('tasks', () => {
  it('[TK1] a task that is left by another way is withdrawn, and its timer with it', async () => {
    // given
    const states: WorkflowFile['states'] = {
      work: {
        initial: 'inner',
        states: {
          inner: {
            meta: task(['maker']),
            on: { done: { target: '#sample.end' } },
            after: { PT1H: { actions: { type: 'set', params: { late: true } } } },
          },
        },
        on: { stop: { target: 'end', meta: { command: { roles: ['checker'] } } } },
      },
      end: { type: 'final', meta: { end: 'cancelled' } },
    };
    const test = open(states);
    const instance = await test.start('amy');

    // when
    const after = await test.command(instance, 'stop', 'cat');

    // then
    expect([after.tasks, after.timers]).to.deep.equal([{}, {}]);
    expect((await test.store.history(after.id, 1, 1))[0]?.notes).to.deep.include({
      kind: 'withdrawn',
      task: Object.keys(instance.tasks)[0],
      state: 'inner',
    });
  });

  it('[TK2] an outcome whose guards are all false is not offered, and nothing changes', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { go: [{ target: 'end', guard: '= data.ask.count > 5' }], other: { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    expect((await refusalOf(test.complete(instance, 'ask', 'amy', 'go', { count: 1 }))).code).to.equal(
      'task.outcome_not_offered',
    );
    expect((await refusalOf(test.complete(instance, 'ask', 'amy', 'unknown'))).code).to.equal(
      'task.outcome_not_offered',
    );
    expect(await test.fresh(instance)).to.deep.equal(instance);
    expect((await test.complete(instance, 'ask', 'amy', 'go', { count: 6 })).status).to.equal('done');
  });

  it('[TK3] a task that another holds is not completed; an unclaimed one is claimed and completed at once', async () => {
    // given
    const test = open(MAKE_AND_CHECK);
    const instance = await test.claim(await test.start('amy'), 'make', 'ben');

    // when
    const error = await refusalOf(test.complete(instance, 'make', 'amy', 'made'));

    // then
    expect(error.code).to.equal('task.claimed');
    expect(error.message).to.contain('Person ben');
    expect(openStates(await test.complete(instance, 'make', 'ben', 'made'))).to.deep.equal(['check']);
  });

  it('[TK4] the end closes everything that is open, in the same commit', async () => {
    // given
    const states: WorkflowFile['states'] = {
      both: {
        type: 'parallel',
        states: {
          left: {
            initial: 'left_task',
            states: { left_task: { meta: task(['maker']), on: { over: { target: '#sample.end' } } } },
          },
          right: {
            initial: 'right_task',
            states: {
              right_task: {
                meta: task(['checker']),
                on: { done: { target: '#sample.end' } },
                after: { P1D: { target: '#sample.end' } },
              },
            },
          },
        },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    expect(Object.keys(instance.timers)).to.have.length(1);

    // when
    const after = await test.complete(instance, 'left_task', 'amy', 'over');

    // then
    expect({
      tasks: after.tasks,
      timers: after.timers,
      status: after.status,
      nextDueAt: after.nextDueAt,
    }).to.deep.equal({ tasks: {}, timers: {}, status: 'done', nextDueAt: null });
    expect(after.rev).to.equal(instance.rev + 1);
    await test.pass(9 * 86_400_000);
    expect((await test.fresh(after)).rev).to.equal(after.rev);
  });

  it('[TK5] taking and giving back are in history; only the holder gives back', async () => {
    // given
    const test = open(MAKE_AND_CHECK);
    let instance = await test.claim(await test.start('amy'), 'make', 'amy');
    const [id = ''] = Object.keys(instance.tasks);
    const release = (by: string) =>
      test.send({ kind: 'release', id: `release-${by}`, instance: instance.id, task: id, by });

    // then
    expect(instance.tasks[id]?.assignee).to.equal('amy');
    expect((await refusalOf(release('ben'))).code).to.equal('task.not_claimed');
    instance = (await release('amy')).instance;
    expect(instance.tasks[id]?.assignee).to.equal(null);
    expect(
      (await test.store.history(instance.id, 0, 9)).map((entry) => `${entry.event.kind} ${entry.event.by}`),
    ).to.deep.equal(['start amy', 'claim amy', 'release amy']);
  });

  it('[TK6] a closed task says so, an unknown one does not exist', async () => {
    // given
    const test = open(MAKE_AND_CHECK);
    const instance = await test.start('amy');
    const [id = ''] = Object.keys(instance.tasks);
    await test.complete(instance, 'make', 'amy', 'made');

    // when
    const closed = await refusalOf(test.complete(instance, 'make', 'ben', 'made'));
    const unknown = await refusalOf(
      test.send({ kind: 'claim', id: 'x', instance: instance.id, task: 't999', by: 'amy' }),
    );

    // then
    expect(id).to.match(/^t\d+$/);
    expect([closed.code, unknown.code]).to.deep.equal(['task.closed', 'task.not_found']);
  });
});
