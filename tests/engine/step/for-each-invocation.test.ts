import { expect } from 'chai';
import type { ForEachFile, StateFile } from '../../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const END: { readonly [key: string]: StateFile } = { end: { type: 'final' } };
const open = (
  vote: StateFile,
  more: { readonly [key: string]: StateFile } = {},
  handlers: readonly EffectHandler[] = [],
) => openTestEngine(sampleVersion(sampleFile({ vote, ...more, ...END })), { handlers });

describe('an invocation for each item', () => {
  const invoking = (forEach: ForEachFile): StateFile => ({
    meta: { forEach },
    invoke: {
      src: 'query',
      input: { lot: '= lot' },
      onDone: { target: 'end' },
      onError: { target: 'wrong', guard: '= event.data.code = "some_failed"' },
    },
  });
  const answering: EffectHandler = {
    name: 'query',
    asked: ['invoke'],
    input: {},
    async run({ lot }, { key }) {
      if (lot === 'bad') throw Object.assign(new Error('x'), {});
      return { lot: lot ?? null, key: key.split(':').slice(1).join(':') };
    },
  };

  it('[EA6] an invocation is done once an item, and its results are an ordered list', async () => {
    // given
    const test = open(invoking({ items: ['a', 'b'], as: 'lot' }), { wrong: { type: 'final' } }, [answering]);
    const instance = await test.start('amy');

    // when
    await test.pass(1);

    // then
    const after = await test.fresh(instance);
    expect(after.end?.end).to.equal('end');
    expect(after.data['vote']).to.deep.equal([
      { item: 'a', lot: 'a', key: 'vote#1/0' },
      { item: 'b', lot: 'b', key: 'vote#1/1' },
    ]);
  });

  it('[EA6] one that failed is some_failed, with all results in order', async () => {
    // given
    const refusing: EffectHandler = {
      ...answering,
      async run(input, call) {
        if (input['lot'] !== 'bad') return answering.run(input, call);
        const { EffectFailure } = await import('../../../engine/ports/effect-handler.ts');
        throw new EffectFailure('conflict', 'Somebody was faster.', false, { record: { qty: 3 } });
      },
    };
    const test = open(invoking({ items: ['bad', 'b'], as: 'lot' }), { wrong: { type: 'final' } }, [refusing]);
    const instance = await test.start('amy');

    // when
    await test.pass(1);

    // then
    const after = await test.fresh(instance);
    expect(after.end?.end).to.equal('wrong');
    expect(after.data['vote']).to.deep.equal([
      { item: 'bad', record: { qty: 3 }, code: 'conflict', message: 'Somebody was faster.' },
      { item: 'b', lot: 'b', key: 'vote#1/1' },
    ]);
  });

  it('[EA6] no item is done in the same step', async () => {
    const instance = await open(invoking({ items: [], as: 'lot' }), { wrong: { type: 'final' } }).start('amy');
    expect([instance.end?.end, instance.rev]).to.deep.equal(['end', 1]);
  });
});
