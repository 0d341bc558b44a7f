import { expect } from 'chai';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { EffectFailure, type EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

/** A service that refuses until it is mended. */
function mendable(): EffectHandler & { mended: boolean; readonly keys: string[]; readonly order: JsonObject[] } {
  const keys: string[] = [];
  const order: JsonObject[] = [];
  const handler = {
    name: 'query',
    asked: ['invoke', 'action'] as const,
    input: {},
    mended: false,
    keys,
    order,
    async run(input: JsonObject, { key }: { key: string }): Promise<Json> {
      keys.push(key);
      order.push(input);
      if (!handler.mended) throw new EffectFailure('service.broken', 'The service is broken.', false);
      return { found: 1 };
    },
  };
  return handler;
}

const look = (onError?: StateFile['always']): { readonly [key: string]: StateFile } => ({
  look: {
    invoke: { src: 'query', input: {}, onDone: { target: 'end' }, ...(onError === undefined ? {} : { onError }) },
  },
  wrong: { type: 'final' },
  end: { type: 'final' },
});

async function stopped(onError?: StateFile['always']) {
  const service = mendable();
  const file = sampleFile(look(onError), { meta: { owner: ['check_manager'] } });
  const test = openTestEngine(sampleVersion(file), { handlers: [service] });
  const started = await test.start('amy');
  await test.pass(1);
  const instance = await test.fresh(started);
  const incident = Object.keys(instance.incidents)[0] ?? '';
  const decide = (
    action: 'retry' | 'skip' | 'cancel',
    more: { readonly by?: string; readonly reason?: string; readonly value?: Json } = {},
  ) =>
    test.send({
      kind: 'resolve',
      id: `d-${action}-${more.by ?? ''}${more.reason ?? ''}`,
      instance: instance.id,
      incident,
      action,
      by: 'eve',
      reason: 'mended',
      ...more,
    });
  return { test, instance, service, decide };
}

describe('incidents', () => {
  it('[IC1] owners decide, with a reason; nobody else does', async () => {
    const { decide } = await stopped();
    expect((await refusalOf(decide('retry', { by: 'amy' }))).code).to.equal('permission.denied');
    expect((await refusalOf(decide('retry', { reason: ' ' }))).code).to.equal('answers.invalid');
  });

  it('[IC2] retry does it again under the same key, and the case goes on', async () => {
    // given
    const { test, instance, service, decide } = await stopped();
    service.mended = true;

    // when
    await decide('retry');
    await test.pass(1);

    // then
    const after = await test.fresh(instance);
    expect([after.status, after.incidents]).to.deep.equal(['done', {}]);
    expect(new Set(service.keys).size).to.equal(1);
  });

  it('[IC2] skip goes on with a value in place of the result', async () => {
    const { decide } = await stopped();
    const after = (await decide('skip', { value: { found: 7 } })).instance;
    expect([after.status, after.data['look']]).to.deep.equal(['done', { found: 7 }]);
  });

  it('[IC3] cancel takes the way of a failure, and is refused where there is none', async () => {
    const guarded = await stopped({ target: 'wrong', guard: '= event.data.code = "effect.cancelled"' });
    expect((await guarded.decide('cancel')).instance.end?.end).to.equal('wrong');
    const without = await stopped();
    expect((await refusalOf(without.decide('cancel'))).code).to.equal('incident.not_resolved');
  });

  it('[IC4] a task that nobody may do is mended by handing it on', async () => {
    // given
    const states: { readonly [key: string]: StateFile } = {
      check: {
        meta: { task: { form: 'note', roles: ['auditor'], notBy: ['ada', 'pam', 'guy'] } },
        on: { good: { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states, { meta: { owner: ['check_manager'] } })));
    const instance = await test.start('amy');
    const incident = Object.keys(instance.incidents)[0] ?? '';

    // when
    const refused = await refusalOf(
      test.send({
        kind: 'resolve',
        id: 'd1',
        instance: instance.id,
        incident,
        action: 'retry',
        by: 'eve',
        reason: 'try',
      }),
    );
    const task = Object.keys(instance.tasks)[0] ?? '';
    const mended = (
      await test.send({
        kind: 'reassign',
        id: 'd2',
        instance: instance.id,
        task,
        to: 'cat',
        by: 'eve',
        reason: 'only one left',
      })
    ).instance;

    // then
    expect(refused.code).to.equal('incident.not_resolved');
    expect(mended.incidents).to.deep.equal({});
  });

  it('[IC5] owners see what stopped and are told, once; of a notice that failed nobody is told by another', async () => {
    // given
    const told: unknown[] = [];
    const notify: EffectHandler = {
      name: 'notify',
      asked: ['action'],
      input: {},
      async run(input) {
        told.push([input['notice'], input['to']]);
        throw new EffectFailure('mail.broken', 'Nobody can be told.', false);
      },
    };
    const file = sampleFile(look(), { meta: { owner: ['check_manager'] } });
    const test = openTestEngine(sampleVersion(file), { handlers: [mendable(), notify] });
    const instance = await test.start('amy');

    // when
    await test.pass(1);
    await test.pass(60_000);

    // then
    const after = await test.fresh(instance);
    expect(told).to.deep.equal([['incident', ['check_manager']]]);
    expect(after.viewers).to.include.members(['r:check_manager', 'r:plant_manager']);
    expect(Object.values(after.incidents).map(({ code }) => code)).to.deep.equal(['service.broken', 'mail.broken']);
  });

  it('[EF8] effects of one case on one record are done in the order in which they were asked for', async () => {
    // given
    const service = { ...mendable(), name: 'record', mended: true };
    const order: unknown[] = [];
    const record: EffectHandler = {
      ...service,
      async run(input) {
        order.push([input['id'], input['set']]);
        return null;
      },
    };
    const write = (id: string, set: string) => ({ type: 'record', params: { register: 'lots', id, set } });
    const states: { readonly [key: string]: StateFile } = {
      one: {
        entry: [write('A', 'first'), write('A', 'second'), write('B', 'other')],
        meta: { task: { form: 'note', roles: ['maker'] } },
        on: { done: { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)), { handlers: [record] });
    const instance = await test.start('amy');

    // when
    const first = await test.store.claimDue({ now: test.clock.now(), leaseMs: 30_000, limit: 10, token: 'mine' });

    // then: the second write of A waits until the first is settled
    expect(first.map((work) => (work.kind === 'effect' ? work.effect.input['set'] : null))).to.deep.equal([
      'first',
      'other',
    ]);
    for (const work of first)
      await test.store.settle({
        instance: instance.id,
        work: work.id,
        lease: 'mine',
        now: test.clock.now(),
        outcome: { kind: 'done' },
      });
    await test.pass(1);
    expect(order).to.deep.equal([['A', 'second']]);
  });

  it('[EF7] [EF8] what follows stopped work on a record is not looked for again and again', async () => {
    // given
    const record = { ...mendable(), name: 'record' };
    const write = (set: string) => ({ type: 'record', params: { register: 'lots', id: 'A', set } });
    const states: { readonly [key: string]: StateFile } = {
      one: {
        entry: [write('first'), write('second')],
        meta: { task: { form: 'note', roles: ['maker'] } },
        on: { done: { target: 'end' } },
      },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)), { handlers: [record] });
    const instance = await test.start('amy');

    // when
    await test.pass(1);

    // then
    const after = await test.fresh(instance);
    expect(Object.values(after.incidents)).to.have.length(1);
    expect(after.nextDueAt).to.equal(null);
  });

  it('[IC4] an incident ends with the work that it stopped, and with the case', async () => {
    // given: a timer whose way cannot be taken, and a command that leaves its state
    const states: { readonly [key: string]: StateFile } = {
      wait: {
        meta: { task: { form: 'note', roles: ['maker'] } },
        on: { done: { target: 'rest' } },
        after: { 'PT1H@always': { actions: [{ type: 'set', params: { x: '= nothing(' } }] } },
      },
      rest: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    const instance = await test.start('amy');
    const timer = Object.keys(instance.timers)[0] ?? '';
    const stopped = await test.send({
      kind: 'stop',
      id: 's1',
      instance: instance.id,
      work: timer,
      code: 'expression.failed',
      message: 'broken',
    });

    // when
    const left = await test.complete(instance, 'wait', 'amy', 'done');

    // then
    expect(Object.values(stopped.instance.incidents)).to.have.length(1);
    expect(left.incidents).to.deep.equal({});
  });

  it('[IC3] a cancel that no way of a failure takes is refused, and the incident stays as it is', async () => {
    const { test, instance, decide } = await stopped({ target: 'wrong', guard: '= event.data.code = "other"' });
    expect((await refusalOf(decide('cancel'))).code).to.equal('incident.not_resolved');
    expect((await test.fresh(instance)).incidents).to.deep.equal(instance.incidents);
  });

  it('[IN6] an answer that moves nothing and a ladder are nothing to wait for', async () => {
    // given: after the first answer the state has nothing but a guarded way
    const states: { readonly [key: string]: StateFile } = {
      vote: {
        meta: {
          task: {
            form: 'note',
            roles: ['maker', 'checker'],
            outcomes: { agree: 'Agree' },
            forEach: { items: [1, 2], as: 'member', until: 'any', rest: 'left' },
          },
        },
        on: { collected: { target: 'dead' } },
      },
      dead: { always: { target: 'end', guard: '= data.request.count = 7' } },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));

    // when
    const after = await test.complete(await test.start('amy'), 'vote', 'ben', 'agree');

    // then
    expect(Object.values(after.incidents).map(({ code }) => code)).to.deep.equal(['case.stuck']);
  });
});
