import { expect } from 'chai';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';
import { answer, signing } from '../../support/sign-in-tests.ts';

describe('signatures of a step that is done once for each item', () => {
  it('[SG9] answers that are collected sign one by one: another voids none', async () => {
    // given
    const world = openTestEngine(
      sampleVersion(
        sampleFile({
          vote: {
            description: 'Vote',
            meta: {
              task: {
                form: 'note',
                roles: ['checker'],
                sign: 'reviewed',
                forEach: { items: ['one', 'two'] },
                outcomes: { agree: 'Agree' },
              },
            },
            on: { collected: { description: 'Voted', target: 'stored' } },
          },
          stored: { description: 'Stored', type: 'final' },
        }),
      ),
    );
    const started = await world.start('amy', { note: 'vote' });
    // when
    const first = await answer(world, started, {
      outcome: 'agree',
      signing: await signing(world, started, { meaning: 'reviewed' }),
    });
    const second = await answer(world, first, {
      outcome: 'agree',
      signing: await signing(world, first, { meaning: 'reviewed' }),
    });
    // then
    expect(second.signatures?.map(({ voided }) => voided)).to.deep.equal([null, null]);
    expect(second.status).to.equal('done');
  });
});
