import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { mayView } from '../../../engine/step/people.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
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
