import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import type { EffectHandler } from '../../../../engine/ports/effect-handler.ts';
import { openCircuitBreaker } from '../../../../server/effects/circuit-breaker.ts';
import { readWebhookSettings } from '../../../../server/effects/http/webhook-settings.ts';
import { openHttpEffect } from '../../../../server/effects/http.ts';
import { type ManualClock, openManualClock } from '../../../support/manual-clock.ts';
import { MONDAY_9, openTestEngine } from '../../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../../support/sample-workflow.ts';
import { openTarget, type TestTarget } from './open-target.ts';

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

describe('a case that asks another program', () => {
  let clock: ManualClock;
  let target: TestTarget | undefined;
  beforeEach(() => {
    clock = openManualClock(MONDAY_9);
  });
  afterEach(async () => {
    await target?.close();
    target = undefined;
  });

  const listen = async (answer: (response: ServerResponse, call: number) => void): Promise<string> => {
    target = await openTarget(answer);
    return `http://127.0.0.1:${target.port}/scrap`;
  };
  const effect = (port: number): EffectHandler =>
    openHttpEffect({
      clock,
      breaker: openCircuitBreaker(clock),
      webhooks: readWebhookSettings({ WEBHOOK_ALLOW: `127.0.0.1:${port}` }).settings,
    });

  it('[HO1] [HO6] a case waits while the target fails, comes back under the same id, and moves by the answer', async () => {
    // given
    const url = await listen((response, count) => json(response, count === 1 ? 500 : 200, { number: 'ERP-7' }));
    const version = sampleVersion(
      sampleFile({
        post: {
          invoke: {
            src: 'http',
            input: { method: 'POST', url, body: '= {note: data.request.note}' },
            onDone: [
              { target: 'posted', guard: '= event.data.body.number = "ERP-7" and data.post.status = 200' },
              { target: 'odd' },
            ],
            onError: [{ target: 'failed' }],
          },
        },
        posted: { type: 'final' },
        odd: { type: 'final' },
        failed: { type: 'final' },
      }),
    );
    const test = openTestEngine(version, { handlers: [effect(target?.port ?? 0)], clock });
    const instance = await test.start('amy', { note: 'bolts' });

    // when
    await test.worker.drain();
    await test.pass(60_000);

    // then
    expect((await test.fresh(instance)).end?.end).to.equal('posted');
    expect(target?.seen.map(({ body }) => body)).to.deep.equal(['{"note":"bolts"}', '{"note":"bolts"}']);
    expect(new Set(target?.seen.map(({ headers }) => headers['webhook-id'])).size).to.equal(1);
  });

  it('[HO6] a target that is gone becomes an incident, and a person who tries again asks under the same id', async () => {
    // given: a target that is killed
    const url = await listen((response) => json(response, 200, {}));
    const port = target?.port ?? 0;
    await target?.close();
    const version = sampleVersion(
      sampleFile(
        {
          post: { invoke: { src: 'http', input: { method: 'POST', url }, onDone: [{ target: 'posted' }] } },
          posted: { type: 'final' },
        },
        { meta: { owner: ['check_manager'] } },
      ),
    );
    const test = openTestEngine(version, { handlers: [effect(port)], clock });
    const instance = await test.start('amy');
    await test.worker.drain();
    for (let minute = 0; minute < 12; minute += 1) await test.pass(60_000);
    const [incident] = Object.values((await test.fresh(instance)).incidents);
    expect(incident?.message).to.match(/gave up after 8 attempts: 127\.0\.0\.1:\d+ cannot be reached/);

    // when: it is there again, at the same port
    target = await openTarget((response) => json(response, 200, {}), port);
    await test.send({
      kind: 'resolve',
      id: 'again',
      instance: instance.id,
      incident: incident?.id ?? '',
      action: 'retry',
      by: 'eve',
      reason: 'The ERP is back.',
    });
    await test.pass(60_000);

    // then
    expect((await test.fresh(instance)).end?.end).to.equal('posted');
    expect(target.seen.map(({ headers }) => headers['webhook-id'])).to.deep.equal([`${instance.id}:post#1`]);
  });
});
