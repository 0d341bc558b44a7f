import { expect } from 'chai';
import { instanceIdOf } from '../../../engine/runtime/engine.ts';
import { openTestEngine, sha256, type TestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const CHILD = sampleVersion(
  sampleFile(
    {
      work: {
        meta: { task: { form: 'note', roles: ['checker'] } },
        on: { done: { target: 'finished' }, given_up: { target: 'gone' } },
      },
      finished: { type: 'final' },
      gone: { type: 'final', meta: { end: 'cancelled' } },
    },
    { id: 'child', meta: { number: 'CHD-{seq3}' } },
  ),
);

async function childOf(test: TestEngine, instance: { id: string }, place: string) {
  const child = await test.store.load(instanceIdOf(`child:${instance.id}:${place}`, sha256));
  if (child === undefined) throw new Error('The child did not start.');
  return child;
}

describe('children that were left', () => {
  it("[EA7] [CH3] a child that was left and ended without being done is nobody's incident", async () => {
    // given: two children, of which one is enough
    const test = openTestEngine(
      sampleVersion(
        sampleFile({
          wait: {
            meta: { forEach: { items: ['a', 'b'], as: 'lot', until: 'any', rest: 'left' } },
            invoke: {
              src: 'workflow:child',
              input: { answers: { note: '= lot' } },
              onDone: { target: 'next' },
              onError: { target: 'end' },
            },
          },
          next: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'end' } } },
          end: { type: 'final' },
        }),
      ),
      { others: [CHILD] },
    );
    const instance = await test.start('amy');
    await test.pass(1);
    await test.complete(await childOf(test, instance, 'wait#1/0'), 'work', 'cat', 'done');
    await test.pass(1);

    // when
    await test.complete(await childOf(test, instance, 'wait#1/1'), 'work', 'cat', 'given_up');
    await test.pass(1);

    // then
    const after = await test.fresh(instance);
    expect([after.state, after.effects, after.incidents]).to.deep.equal(['next', {}, {}]);
  });
});
