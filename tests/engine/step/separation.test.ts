import { expect } from 'chai';
import type { Instance } from '../../../engine/model/instance.ts';
import { SEPARATION_RULES, type SeparationRule } from '../../../engine/model/separation.ts';
import { openTestEngine, type TestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

/** What `amy` has made may not be approved by her, for the reason of a rule. */
function versionUnder(rule: SeparationRule) {
  return sampleVersion(
    sampleFile({
      make: {
        description: 'Make',
        meta: { task: { form: 'note', roles: ['maker'] } },
        on: { made: { description: 'Made', target: 'approve' } },
      },
      approve: {
        description: 'Approve',
        meta: { task: { form: 'note', roles: ['maker'], notBy: ['make'], separation: { make: rule } } },
        on: { approve: { description: 'Approve', target: 'stored' } },
      },
      stored: { description: 'Stored', type: 'final' },
    }),
  );
}

async function made(world: TestEngine): Promise<Instance> {
  return world.complete(await world.start('amy', { note: 'one' }), 'make', 'amy', 'made');
}

function lift(
  world: TestEngine,
  instance: Instance,
  changes: { readonly by?: string; readonly person?: string; readonly reason?: string } = {},
) {
  return world.send({
    kind: 'lift_separation',
    id: `lift-${JSON.stringify(changes)}`,
    instance: instance.id,
    task: Object.keys(instance.tasks)[0] ?? '',
    person: 'amy',
    by: 'pam',
    reason: 'Ben is ill and the lorry waits.',
    ...changes,
  });
}

const refusal = async (work: Promise<unknown>): Promise<{ readonly code?: string; readonly message?: string }> =>
  work.then(
    () => ({ code: 'taken' }),
    (error: { readonly code?: string; readonly message?: string }) => error,
  );

describe('rules of separation of duties', () => {
  for (const rule of Object.keys(SEPARATION_RULES) as SeparationRule[])
    it(`[SD1] a refusal under rule (${rule}) says so`, async () => {
      const world = openTestEngine(versionUnder(rule));
      const told = await refusal(world.complete(await made(world), 'approve', 'amy', 'approve'));
      expect(told.code).to.equal('permission.denied');
      expect(told.message).to.contain(`(${rule}): ${SEPARATION_RULES[rule].en}`);
    });

  for (const rule of ['a', 'e'] as const)
    it(`[SD2] rule (${rule}) is lifted by the plant manager for one person, and listed`, async () => {
      // given
      const world = openTestEngine(versionUnder(rule));
      const waiting = await made(world);
      // when
      const lifted = (await lift(world, waiting)).instance;
      const done = await world.complete(lifted, 'approve', 'amy', 'approve');
      // then
      expect(done.status).to.equal('done');
      const entry = (await world.store.history(lifted.id, lifted.rev - 1, 1))[0];
      expect(entry?.event).to.deep.include({ kind: 'separation', by: 'pam' });
      const listed = Object.values(lifted.effects).find(({ src }) => src === 'record');
      expect(listed?.input).to.deep.include({ register: 'separation-lifted', create: true });
      expect(listed?.input['set']).to.include({ month: '2026-11', person: 'amy', allowed_by: 'pam' });
    });

  it('[SD2] no other rule is lifted', async () => {
    const world = openTestEngine(versionUnder('k'));
    expect((await refusal(lift(world, await made(world)))).code).to.equal('separation.not_lifted');
  });

  it('[SD2] nobody else lifts it, nobody for themselves, and never without a reason', async () => {
    const world = openTestEngine(versionUnder('a'));
    const waiting = await made(world);
    expect((await refusal(lift(world, waiting, { by: 'guy' }))).code).to.equal('permission.denied');
    expect((await refusal(lift(world, waiting, { person: 'pam' }))).code).to.equal('permission.denied');
    expect((await refusal(lift(world, waiting, { reason: 'urgent' }))).code).to.equal('answers.invalid');
    expect((await refusal(lift(world, waiting, { person: 'cat' }))).code).to.equal('separation.not_lifted');
  });
});
