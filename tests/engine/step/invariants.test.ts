import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const HOUR = 3_600_000;
const _DAY = 24 * HOUR;
const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], handlers: readonly EffectHandler[] = []) =>
  openTestEngine(sampleVersion(sampleFile(states)), { handlers });

/** A handler that keeps what it was asked and answers as it is told. */
function _recording(
  answer: (call: number) => unknown,
): EffectHandler & { readonly calls: { readonly key: string; readonly attempt: number; readonly input: unknown }[] } {
  const calls: { key: string; attempt: number; input: unknown }[] = [];
  return {
    name: 'query',
    asked: ['invoke', 'action'],
    input: {},
    calls,
    run: async (input, { key, attempt }) => {
      calls.push({ key, attempt, input });
      return answer(calls.length) as never;
    },
  };
}

describe('invariants', () => {
  it('[IN6] a case that waits for nothing has an incident', async () => {
    const test = open({
      ask: { meta: task(['maker']), on: { done: { target: 'stuck' } } },
      stuck: {},
      end: { type: 'final' },
    });
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'done');
    expect(Object.values(after.incidents).map((incident) => incident.code)).to.deep.equal(['case.stuck']);
  });

  it('[IN9] a commit that would outgrow the limit is refused', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: {
          grow: {
            target: 'ask',
            reenter: true,
            actions: {
              type: 'set',
              params: {
                pile: '= concatenate(coalesce(data.pile, []), for i in 1..20000 return "a text that takes some room")',
              },
            },
          },
        },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    let instance = await test.start('amy');
    for (let round = 0; round < 3; round += 1) instance = await test.complete(instance, 'ask', 'amy', 'grow');
    expect((await refusalOf(test.complete(instance, 'ask', 'amy', 'grow'))).code).to.equal('instance.too_large');
  });
});
