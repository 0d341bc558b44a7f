import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

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
