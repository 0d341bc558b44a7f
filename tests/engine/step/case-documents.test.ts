import { expect } from 'chai';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { EffectFailure, type EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

describe('documents of a case', () => {
  it('[EA6] a document made for each item stands among those of the case', async () => {
    // given
    const making: EffectHandler = {
      name: 'document',
      asked: ['invoke'],
      input: {},
      async run({ lot }) {
        return { id: `doc-${String(lot)}`, name: 'Label', sha256: 'x', language: 'en' };
      },
    };
    const invoke = { src: 'document', input: { lot: '= lot' }, onDone: { target: 'end' } };
    const vote = { meta: { forEach: { items: ['a', 'b'], as: 'lot' } }, invoke };
    const version = sampleVersion(sampleFile({ vote, end: { type: 'final' } }));
    const test = openTestEngine(version, { handlers: [making] });
    const instance = await test.start('amy');

    // when
    await test.pass(1);

    // then
    expect((await test.fresh(instance)).documents.map(({ id }) => id)).to.deep.equal(['doc-a', 'doc-b']);
  });

  it('[IC2] a value that a person gave in place of a document opens no document', async () => {
    // given
    const service: EffectHandler = {
      name: 'document',
      asked: ['invoke'],
      input: {},
      async run() {
        throw new EffectFailure('service.broken', 'The printer is broken.', false);
      },
    };
    const states: { readonly [key: string]: StateFile } = {
      print: { invoke: { src: 'document', input: {}, onDone: { target: 'end' } } },
      end: { type: 'final' },
    };
    const file = sampleFile(states, { meta: { owner: ['check_manager'] } });
    const test = openTestEngine(sampleVersion(file), { handlers: [service] });
    const instance = await test.start('amy');
    await test.pass(1);
    const incident = Object.keys((await test.fresh(instance)).incidents)[0] ?? '';

    // when
    const skipped = await test.send({
      kind: 'resolve',
      id: 'd1',
      instance: instance.id,
      incident,
      action: 'skip',
      value: { id: 'of-another-case' },
      by: 'eve',
      reason: 'printed by hand',
    });

    // then
    expect([skipped.instance.status, skipped.instance.documents]).to.deep.equal(['done', []]);
  });
});
