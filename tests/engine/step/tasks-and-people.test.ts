import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { mayView } from '../../../engine/step/people.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], changes: Parameters<typeof sampleFile>[1] = {}, plant = samplePlant()) =>
  openTestEngine(sampleVersion(sampleFile(states, changes)), { plant });

/** The sample plant with some people changed. */
function plantWith(changes: {
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

describe('who may', () => {
  it('[WH1] the role is asked at completion again, not only at the claim', async () => {
    // given
    const test = open(MAKE_AND_CHECK);
    const instance = await test.start('amy');

    // when
    test.setPlant(plantWith({ amy: { roles: [] } }));

    // then
    expect((await refusalOf(test.claim(instance, 'make', 'amy'))).code).to.equal('permission.denied');
    expect((await refusalOf(test.complete(instance, 'make', 'amy', 'made'))).code).to.equal('permission.denied');
    expect((await refusalOf(test.complete(instance, 'make', 'nobody', 'made'))).code).to.equal('permission.denied');
  });

  it('[WH2] by narrows the roles; alone it names exactly those people', async () => {
    // given
    const states: WorkflowFile['states'] = {
      first: { meta: task(['maker']), on: { done: { target: 'narrowed' } } },
      narrowed: { meta: task(['maker'], { by: ['first'] }), on: { done: { target: 'named' } } },
      named: { meta: { task: { form: 'note', by: ['cat', 'dan'] } }, on: { done: { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = open(states);
    let instance = await test.complete(await test.start('amy'), 'first', 'ben', 'done');

    // then
    expect((await refusalOf(test.complete(instance, 'narrowed', 'amy', 'done'))).code).to.equal('permission.denied');
    instance = await test.complete(instance, 'narrowed', 'ben', 'done');
    expect(Object.values(instance.tasks)[0]?.candidates).to.deep.equal(['p:cat', 'p:dan']);
    expect((await refusalOf(test.complete(instance, 'named', 'ben', 'done'))).code).to.equal('permission.denied');
    expect((await test.complete(instance, 'named', 'dan', 'done')).status).to.equal('done');
  });

  it('[WH3] [WH4] whoever completed any visit of a named task is kept out, whatever their roles', async () => {
    // given
    const plant = plantWith({ amy: { roles: ['maker', 'checker'] }, ben: { roles: ['maker', 'checker'] } });
    const test = open(MAKE_AND_CHECK, {}, plant);
    let instance = await test.complete(await test.start('amy'), 'make', 'amy', 'made');
    instance = await test.complete(instance, 'check', 'cat', 'bad');
    instance = await test.complete(instance, 'make', 'ben', 'made');

    // then
    for (const by of ['amy', 'ben']) {
      const error = await refusalOf(test.claim(instance, 'check', by));
      expect(error.code).to.equal('permission.denied');
      expect(error.params['reason']).to.equal('excluded');
      expect((await refusalOf(test.complete(instance, 'check', by, 'good'))).code).to.equal('permission.denied');
    }
    expect((await test.complete(instance, 'check', 'dan', 'good')).status).to.equal('done');
  });

  it('[WH4] the start counts as a name', async () => {
    const states: WorkflowFile['states'] = {
      ask: { meta: task(['maker'], { notBy: ['start'] }), on: { done: { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    expect((await refusalOf(test.complete(instance, 'ask', 'amy', 'done'))).code).to.equal('permission.denied');
    expect((await test.complete(instance, 'ask', 'ben', 'done')).status).to.equal('done');
  });

  it("[WH5] if nobody may, the head of the role's department is asked, then the plant manager, then the general manager", async () => {
    // given
    const states: WorkflowFile['states'] = {
      check: { meta: task(['checker'], { notBy: ['eve'] }), on: { good: { target: 'end' } } },
      end: { type: 'final' },
    };
    const gone = { cat: { active: false }, dan: { active: false } };

    // then
    const byHead = await open(
      { check: { meta: task(['checker']), on: { good: { target: 'end' } } }, end: { type: 'final' } },
      {},
      plantWith(gone),
    ).start('amy');
    expect(Object.values(byHead.tasks)[0]?.fallback).to.deep.equal(['eve']);
    const byManager = await open(states, {}, plantWith(gone)).start('amy');
    expect(Object.values(byManager.tasks)[0]?.fallback).to.deep.equal(['pam']);
    const byGeneral = await open(states, {}, plantWith({ ...gone, pam: { active: false } })).start('amy');
    expect(Object.values(byGeneral.tasks)[0]?.fallback).to.deep.equal(['guy']);
    const test = open(states, {}, plantWith({ ...gone, pam: { active: false }, guy: { active: false } }));
    const nobody = await test.start('amy');
    expect(Object.values(nobody.incidents).map((incident) => incident.code)).to.deep.equal(['task.nobody']);
  });

  it("[WH5] it is asked after every step: a sibling's answer may take the last one away", async () => {
    // given
    const states: WorkflowFile['states'] = {
      both: {
        type: 'parallel',
        states: {
          left: {
            initial: 'left_task',
            states: {
              left_task: { meta: task(['checker']), on: { done: { target: 'left_done' } } },
              left_done: { type: 'final' },
            },
          },
          right: {
            initial: 'right_task',
            states: {
              right_task: { meta: task(['checker'], { notBy: ['left_task'] }), on: { done: { target: 'right_done' } } },
              right_done: { type: 'final' },
            },
          },
        },
        onDone: { target: 'end' },
      },
      end: { type: 'final' },
    };
    const test = open(states, {}, plantWith({ dan: { active: false } }));
    const instance = await test.start('amy');
    expect(Object.values(instance.tasks).flatMap((open) => open.fallback)).to.deep.equal([]);

    // when
    const after = await test.complete(instance, 'left_task', 'cat', 'done');

    // then
    expect(Object.values(after.tasks)[0]?.fallback).to.deep.equal(['eve']);
    expect((await test.store.history(after.id, 1, 1))[0]?.notes).to.deep.include({
      kind: 'fallback',
      task: Object.keys(after.tasks)[0],
      to: 'eve',
    });
    expect((await test.complete(after, 'right_task', 'eve', 'done')).status).to.equal('done');
  });

  it('[WH6] a task is found by role, and by name where it names people', async () => {
    const states: WorkflowFile['states'] = {
      ask: { meta: task(['maker']), on: { done: { target: 'own' } } },
      own: { meta: { task: { form: 'note', by: ['ask'] } }, on: { done: { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = open(states);
    let instance = await test.start('amy');
    expect(Object.values(instance.tasks)[0]?.candidates).to.deep.equal(['r:maker']);
    instance = await test.complete(instance, 'ask', 'ben', 'done');
    expect(Object.values(instance.tasks)[0]?.candidates).to.deep.equal(['p:ben']);
  });

  it('[WH7] a case is seen by those who take or took part, their heads, its viewers and auditors, and by nobody else', async () => {
    // given
    const plant = samplePlant();
    const test = open(MAKE_AND_CHECK, { meta: { viewers: ['general_manager'] } });
    const first = await test.start('amy');
    const second = await test.complete(first, 'make', 'amy', 'made');
    const see = (viewers: readonly string[]) =>
      [...plant.people.values()].filter((person) => mayView(viewers, person, plant)).map((person) => person.id);

    // then
    expect(see(first.viewers)).to.deep.equal(['amy', 'ben', 'guy', 'ada']);
    expect(see(second.viewers)).to.deep.equal(['amy', 'ben', 'cat', 'dan', 'eve', 'guy', 'ada']);
  });

  it('[WH8] who lost the role loses the claim at the next step', async () => {
    // given
    const states: WorkflowFile['states'] = {
      both: {
        type: 'parallel',
        states: {
          left: {
            initial: 'left_task',
            states: {
              left_task: { meta: task(['maker']), on: { done: { target: 'left_done' } } },
              left_done: { type: 'final' },
            },
          },
          right: {
            initial: 'right_task',
            states: {
              right_task: { meta: task(['checker']), on: { done: { target: 'right_done' } } },
              right_done: { type: 'final' },
            },
          },
        },
        onDone: { target: 'end' },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const claimed = await test.claim(await test.start('amy'), 'right_task', 'cat');

    // when
    test.setPlant(plantWith({ cat: { roles: [] } }));
    const after = await test.complete(claimed, 'left_task', 'amy', 'done');

    // then
    expect(Object.values(after.tasks).map((open) => open.assignee)).to.deep.equal([null]);
  });
});

describe('commands', () => {
  const states: WorkflowFile['states'] = {
    outer: {
      initial: 'inner',
      on: { stop: { target: 'stopped_inside', meta: { command: { form: 'note', roles: ['checker'], into: 'why' } } } },
      states: { inner: { meta: task(['maker']), on: { done: { target: '#sample.later' } } } },
    },
    later: { meta: task(['maker']), on: { done: { target: 'end' } } },
    stopped_inside: { type: 'final', meta: { end: 'cancelled' } },
    stopped: { type: 'final', meta: { end: 'void' } },
    end: { type: 'final' },
  };
  const root = {
    on: {
      stop: { target: '.stopped', guard: '= data.stop.count > 1', meta: { command: { form: 'note', by: ['start'] } } },
    },
  };

  it('[CM1] the innermost active state that declares a command takes it', async () => {
    const test = open(states, root);
    const inside = await test.command(await test.start('amy'), 'stop', 'cat', { note: 'x' });
    expect(inside.end).to.include({ end: 'stopped_inside', status: 'cancelled' });
    const later = await test.complete(await test.start('amy'), 'inner', 'amy', 'done');
    expect((await test.command(later, 'stop', 'amy', { count: 2 })).status).to.equal('void');
  });

  it('[CM2] a command of another person and one whose guard says no are refused', async () => {
    const test = open(states, root);
    const later = await test.complete(await test.start('amy'), 'inner', 'amy', 'done');
    expect((await refusalOf(test.command(later, 'stop', 'ben', { count: 2 }))).code).to.equal('permission.denied');
    expect((await refusalOf(test.command(later, 'stop', 'amy', { count: 1 }))).code).to.equal('command.not_offered');
    expect((await refusalOf(test.command(later, 'other', 'amy'))).code).to.equal('command.not_offered');
    expect(await test.fresh(later)).to.deep.equal(later);
  });

  it("[CM3] a command's answers are checked and land before its guard", async () => {
    const test = open(states, root);
    const instance = await test.start('amy');
    expect((await refusalOf(test.command(instance, 'stop', 'cat', { count: -1 }))).code).to.equal('answers.invalid');
    const after = await test.command(instance, 'stop', 'cat', { note: 'because' });
    expect(after.data['why']).to.deep.equal({ note: 'because' });
    expect(after.evidence['why']?.by).to.equal('cat');
  });

  it('[EN1] the end says its status and output, and an ended case takes nothing', async () => {
    const test = open({
      ask: { meta: task(['maker']), on: { done: { target: 'end' } } },
      end: { type: 'final', meta: { end: 'void' }, output: { count: '= data.ask.count + 1' } },
    });
    const instance = await test.start('amy');
    const after = await test.complete(instance, 'ask', 'amy', 'done', { count: 3 });
    expect(after.end).to.deep.equal({ end: 'end', status: 'void', output: { count: 4 } });
    expect(after.endedAt).to.equal(test.clock.now());
    expect((await refusalOf(test.command(after, 'any', 'amy'))).code).to.equal('instance.ended');
  });
});
