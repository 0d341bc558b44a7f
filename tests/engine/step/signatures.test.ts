import { expect } from 'chai';
import { NO_REFS } from '../../../engine/model/command.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { verifyChain } from '../../../engine/step/history-chain.ts';
import { offerOutcomes } from '../../../engine/step/offers.ts';
import { commandToSign } from '../../../engine/step/sign-answer.ts';
import { openTestEngine, sha256, type TestEngine } from '../../support/open-test-engine.ts';
import { answer, signing } from '../../support/sign-in-tests.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

/** Makes, has it checked with a signature, and stores it; it may be made again after the check. */
const STATES: { readonly [key: string]: StateFile } = {
  make: {
    description: 'Make',
    meta: { task: { form: 'note', roles: ['maker'] } },
    on: { made: { description: 'Made', target: 'check' } },
  },
  check: {
    description: 'Check',
    meta: { task: { form: 'note', roles: ['checker'], sign: '= if outcome = "good" then "verified" else null' } },
    on: { good: { description: 'Good', target: 'store' }, bad: { description: 'Bad', target: 'make' } },
  },
  store: {
    description: 'Store',
    meta: { task: { form: 'note', roles: ['maker'] } },
    on: { stored: { description: 'Stored', target: 'stored' }, again: { description: 'Again', target: 'make' } },
  },
  stored: { description: 'Stored', type: 'final' },
  scrapped: { description: 'Scrapped', type: 'final', meta: { end: 'void' } },
};
const SIGNED = sampleVersion(
  sampleFile(STATES, {
    on: {
      scrap: {
        description: 'Scrap',
        target: '.scrapped',
        meta: { command: { form: 'note', roles: ['checker'], sign: 'rejected' } },
      },
    },
  } as never),
);

async function toCheck(world: TestEngine): Promise<Instance> {
  const started = await world.start('amy', { note: 'first' });
  return world.complete(started, 'make', 'amy', 'made', { count: 3 });
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { readonly code?: string }) => String(error.code),
  );

describe('electronic signatures', () => {
  it('[SG1] the file says what an answer is signed with, by its outcome', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    // when
    const offers = offerOutcomes(
      await world.engine.context(checked),
      checked,
      Object.values(checked.tasks)[0] as never,
    );
    // then
    expect(offers.map(({ outcome, sign }) => [outcome, sign])).to.deep.equal([
      ['good', 'verified'],
      ['bad', null],
    ]);
    expect((await answer(world, checked, { outcome: 'bad' })).signatures ?? []).to.deep.equal([]);
  });

  it('[SG2] 11.50: a signature holds the printed name, the moment, the meaning and the reason', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    // when
    const signed = await answer(world, checked, {
      signing: await signing(world, checked, { reason: ' Measured twice ' }),
    });
    // then
    expect(signed.signatures?.[0]).to.include({
      by: 'cat',
      meaning: 'verified',
      reason: 'Measured twice',
      at: world.clock.now(),
      state: 'check',
      outcome: 'good',
      method: 'password',
      voided: null,
    });
    expect(signed.signatures?.[0]?.printedName.en).to.equal('Person cat');
  });

  it('[SG3] an answer that is to be signed is not taken without, nor with another meaning, nor where nothing is signed', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const proper = await signing(world, checked);
    // then
    expect(await codeOf(answer(world, checked, {}))).to.equal('signature.required');
    expect(await codeOf(answer(world, checked, { signing: { ...proper, meaning: 'approved' } }))).to.equal(
      'signature.refused',
    );
    expect(await codeOf(answer(world, checked, { outcome: 'bad', signing: proper }))).to.equal('signature.refused');
    expect((await world.fresh(checked)).rev).to.equal(checked.rev);
  });

  it('[SG4] 11.70: it is bound to exactly what was shown; what changed meanwhile must be read again', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const old = await signing(world, checked);
    const back = await answer(world, checked, { outcome: 'bad' });
    const again = await world.complete(back, 'make', 'amy', 'made', { count: 4 });
    // then
    expect(await codeOf(answer(world, again, { signing: old }))).to.equal('signature.changed');
    expect(await codeOf(answer(world, again, { signing: { ...old, shown: 'made up' } }))).to.equal('signature.changed');
    expect(await codeOf(answer(world, again, { signing: await signing(world, again) }))).to.equal('taken');
  });

  it('[SG4] a signature of another case or task cannot be moved here', async () => {
    const world = openTestEngine(SIGNED);
    const [one, two] = [await toCheck(world), await toCheck(world)];
    // then
    expect(await codeOf(answer(world, two, { signing: await signing(world, one) }))).to.equal('signature.changed');
  });

  it('[SG5] whoever rejects or authorises a concession says why', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const context = await world.engine.context(checked);
    const scrap = (reason: string) =>
      world.send({
        kind: 'command',
        id: `scrap-${reason}`,
        instance: checked.id,
        type: 'scrap',
        by: 'cat',
        answers: {},
        refs: NO_REFS,
        signing: { meaning: 'rejected', reason, method: 'password', shown: commandToSign(context, checked, 'scrap') },
      });
    // then
    expect(await codeOf(scrap('  '))).to.equal('signature.refused');
    const scrapped = (await scrap('Cracked')).instance;
    expect(scrapped.status).to.equal('void');
    expect(scrapped.signatures?.[0]).to.include({ meaning: 'rejected', reason: 'Cracked', subject: 'scrap' });
  });

  it('[SG6] a later change of what it covers voids it, and the history says so; its own kind stays', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const signed = await answer(world, checked, { signing: await signing(world, checked) });
    // when
    const again = await world.complete(signed, 'store', 'amy', 'again', { note: 'not this one' });
    expect(again.signatures?.[0]?.voided).to.equal(null);
    const changed = await world.complete(again, 'make', 'amy', 'made', { count: 5 });
    // then
    expect(changed.signatures?.[0]?.voided).to.deep.equal({ at: world.clock.now(), rev: changed.rev, names: ['make'] });
    const last = (await world.store.history(changed.id, changed.rev - 1, 1))[0];
    expect(last?.notes).to.deep.include({
      kind: 'signature_void',
      signature: changed.signatures?.[0]?.id,
      names: ['make'],
    });
  });

  it('[SG6] the same value written again voids nothing', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const signed = await answer(world, checked, { signing: await signing(world, checked) });
    const again = await world.complete(signed, 'store', 'amy', 'again');
    // when
    const same = await world.complete(again, 'make', 'amy', 'made', { count: 3 });
    // then
    expect(same.signatures?.[0]?.voided).to.equal(null);
  });

  it('[SG7] a proof that fails stands in the history and moves nothing', async () => {
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const task = Object.keys(checked.tasks)[0] ?? '';
    // when
    const noted = (
      await world.send({
        kind: 'signing_failed',
        id: 'failed',
        instance: checked.id,
        subject: task,
        by: 'cat',
        method: 'password',
      })
    ).instance;
    // then
    const last = (await world.store.history(noted.id, noted.rev - 1, 1))[0];
    expect(last?.event).to.deep.equal({
      kind: 'signature',
      type: 'signing_failed',
      by: 'cat',
      subject: task,
      data: { method: 'password' },
      state: 'check',
    });
    expect(noted.tasks).to.deep.equal(checked.tasks);
  });

  it('[SG8] it stands in the chain: nobody changes or removes it unseen', async () => {
    // given
    const world = openTestEngine(SIGNED);
    const checked = await toCheck(world);
    const signed = await answer(world, checked, { signing: await signing(world, checked) });
    const entries = await world.store.history(signed.id, 0, 100);
    // when
    const forged = entries.map((entry) => ({
      ...entry,
      notes: entry.notes.map((note) =>
        note.kind === 'signed' ? { ...note, signature: { ...note.signature, by: 'amy' } } : note,
      ),
    }));
    // then
    const head = { head: signed.head, rev: signed.rev };
    expect(verifyChain(entries, sha256, head).intact).to.equal(true);
    expect(verifyChain(forged, sha256, head).intact).to.equal(false);
  });
});
