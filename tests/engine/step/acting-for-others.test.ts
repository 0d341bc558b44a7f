import { expect } from 'chai';
import type { Plant } from '../../../engine/model/person.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { mayView } from '../../../engine/step/people.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const standingIn = (pairs: readonly (readonly [string, readonly string[]])[]): Plant =>
  samplePlant({ actsFor: new Map(pairs) });
const open = (plant: Plant = samplePlant(), states: { readonly [key: string]: StateFile } = MAKE_AND_CHECK) =>
  openTestEngine(sampleVersion(sampleFile(states)), { plant });

describe('acting for others', () => {
  it('[SI1] a stand-in does the task, and the history names both', async () => {
    // given
    const test = open(standingIn([['amy', ['cat']]]));
    const instance = await test.complete(await test.start('ben'), 'make', 'ben', 'made');

    // when
    const ended = await test.complete(instance, 'check', 'amy', 'good');

    // then
    expect(ended.status).to.equal('done');
    expect(ended.evidence['check']).to.include({ by: 'amy', onBehalfOf: 'cat' });
    expect((await test.store.history(ended.id, 2, 10))[0]?.event).to.include({ by: 'amy', onBehalfOf: 'cat' });
  });

  it('[SI2] separation of duties holds for the stand-in and for whom they stand in', async () => {
    // given: amy made it; ben stands in for amy, and amy for cat
    const test = open(
      standingIn([
        ['amy', ['cat']],
        ['guy', ['amy']],
      ]),
      {
        make: MAKE_AND_CHECK['make'] as StateFile,
        check: {
          meta: { task: { form: 'note', roles: ['maker', 'checker'], notBy: ['make'] } },
          on: { good: { target: 'stored' } },
        },
        stored: { type: 'final' },
        dropped: { type: 'final' },
      },
    );
    const instance = await test.complete(await test.start('amy'), 'make', 'guy', 'made');

    // when: guy acted for amy, so both are kept out
    const byBoth = await Promise.all(
      ['guy', 'amy'].map((by) => refusalOf(test.complete(instance, 'check', by, 'good'))),
    );

    // then
    expect(instance.evidence['make']?.all).to.deep.equal(['guy', 'amy']);
    expect(byBoth.map(({ code, params }) => [code, params['reason']])).to.deep.equal([
      ['permission.denied', 'excluded'],
      ['permission.denied', 'excluded'],
    ]);
  });

  it('[SI3] nobody hands on what was handed to them', async () => {
    // given: pam stands in for amy, who stands in for cat
    const test = open(
      standingIn([
        ['amy', ['cat']],
        ['pam', ['amy']],
      ]),
    );
    const instance = await test.complete(await test.start('ben'), 'make', 'ben', 'made');

    // when / then
    expect((await refusalOf(test.complete(instance, 'check', 'pam', 'good'))).params['reason']).to.equal('role');
  });

  it('[SI4] a stand-in sees the case while the range lasts', async () => {
    // given
    const plant = standingIn([['guy', ['cat']]]);
    const test = open(plant);
    const instance = await test.complete(await test.start('amy'), 'make', 'ben', 'made');
    const guy = plant.people.get('guy') as NonNullable<ReturnType<Plant['people']['get']>>;

    // when / then
    expect(mayView(instance.viewers, guy, plant)).to.equal(true);
    expect(mayView(instance.viewers, guy, samplePlant())).to.equal(false);
  });

  const handOn = (
    test: ReturnType<typeof open>,
    instance: { id: string; tasks: object },
    to: string,
    by: string,
    reason = 'is away',
  ) =>
    test.send({
      kind: 'reassign',
      id: `r-${to}-${by}-${reason}`,
      instance: instance.id,
      task: Object.keys(instance.tasks)[0] ?? '',
      to,
      by,
      reason,
    });

  it('[RA1] [RA3] the head of the department hands a task to anybody, who may then do it', async () => {
    // given
    const test = open();
    const instance = await test.complete(await test.start('amy'), 'make', 'ben', 'made');

    // when
    const refused = await refusalOf(handOn(test, instance, 'dan', 'dan'));
    const silent = await refusalOf(handOn(test, instance, 'amy', 'eve', ''));
    const given = (await handOn(test, instance, 'amy', 'eve')).instance;
    const ended = await test.complete(given, 'check', 'amy', 'good');

    // then
    expect([refused.code, silent.code]).to.deep.equal(['permission.denied', 'answers.invalid']);
    expect(Object.values(given.tasks)[0]).to.include({ assignee: 'amy' });
    expect(ended.status).to.equal('done');
  });

  it('[RA1] who holds a task hands it to somebody who may do it already, and to nobody else', async () => {
    // given
    const test = open();
    const instance = await test.complete(await test.start('amy'), 'make', 'ben', 'made');
    const held = await test.claim(instance, 'check', 'cat');

    // when
    const wrong = await refusalOf(handOn(test, held, 'amy', 'cat'));
    const given = (await handOn(test, held, 'dan', 'cat')).instance;

    // then
    expect(wrong.code).to.equal('task.not_reassigned');
    expect(Object.values(given.tasks)[0]?.assignee).to.equal('dan');
  });

  it('[RA2] nobody gets a task whom separation of duties keeps out', async () => {
    // given
    const test = open();
    const instance = await test.complete(await test.start('amy'), 'make', 'ben', 'made');

    // when / then
    expect((await refusalOf(handOn(test, instance, 'ben', 'eve'))).params['reason']).to.equal('excluded');
    expect((await refusalOf(handOn(test, instance, 'nobody', 'eve'))).params['reason']).to.equal('inactive');
  });

  it('[SI2] [EA5] for whom an answer was given has answered', async () => {
    // given: ben stands in for cat
    const vote: StateFile = {
      meta: {
        task: {
          form: 'note',
          roles: ['checker'],
          outcomes: { agree: 'Agree' },
          forEach: { items: [1, 2], as: 'place', oncePerPerson: true },
        },
      },
      on: { collected: { target: 'stored' } },
    };
    const test = open(standingIn([['ben', ['cat']]]), { vote, stored: { type: 'final' } });
    const instance = await test.complete(await test.start('amy'), 'vote', 'ben', 'agree');

    // when / then
    const refused = await refusalOf(test.complete(instance, 'vote', 'cat', 'agree'));
    expect([refused.code, refused.params['reason']]).to.deep.equal(['permission.denied', 'excluded']);
  });

  it('[WH8] who may not do it any more holds up nobody: the absent person comes back and does it', async () => {
    // given
    const test = open(standingIn([['pam', ['cat']]]));
    const made = await test.complete(await test.start('ben'), 'make', 'ben', 'made');
    const instance = await test.claim(made, 'check', 'pam');

    // when: the range is over
    test.setPlant(samplePlant());

    // then
    expect((await test.complete(instance, 'check', 'cat', 'good')).status).to.equal('done');
  });
});
