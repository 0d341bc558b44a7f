import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { openCircuitBreaker } from '../../../server/effects/circuit-breaker.ts';
import type { ResolveHost } from '../../../server/effects/http/check-target.ts';
import { readWebhookSettings } from '../../../server/effects/http/webhook-settings.ts';
import { HTTP_EFFECT, openHttpEffect } from '../../../server/effects/http.ts';
import { type ManualClock, openManualClock } from '../../support/manual-clock.ts';
import { failureOf } from './http/failure-of.ts';
import { SELF_SIGNED } from './http/self-signed.ts';
import { openTarget, type TestTarget } from './http/open-target.ts';

const NOON = Date.UTC(2026, 10, 23, 4);
const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const OLD_SECRET = `whsec_${Buffer.from('the key that was used last year').toString('base64')}`;
const KEY = 'case-1:post#1';

const json = (response: ServerResponse, status: number, body: unknown, headers: object = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

describe('the effect http', () => {
  let clock: ManualClock;
  let target: TestTarget | undefined;
  beforeEach(() => {
    clock = openManualClock(NOON);
  });
  afterEach(async () => {
    await target?.close();
    target = undefined;
  });

  const listen = async (answer: (response: ServerResponse, call: number) => void): Promise<string> => {
    target = await openTarget(answer);
    return `http://127.0.0.1:${target.port}/scrap?lot=L1`;
  };
  const effect = (env: { readonly [name: string]: string } = {}, resolve?: ResolveHost) =>
    openHttpEffect({
      clock,
      breaker: openCircuitBreaker(clock),
      webhooks: readWebhookSettings({ WEBHOOK_ALLOW: `127.0.0.1:${target?.port ?? 80}`, ...env }).settings,
      ...(resolve === undefined ? {} : { resolve }),
    });
  const call = (more: object = {}) => ({
    key: KEY,
    attempt: 1,
    instance: 'case-1',
    askedAt: NOON,
    signal: new AbortController().signal,
    ...more,
  });
  const run = (input: JsonObject, env = {}) => effect(env).run({ method: 'POST', ...input }, call());

  it('sends JSON, and gives status, few headers and the body that came back', async () => {
    // given
    const url = await listen((response) => json(response, 201, { ok: [1, '林'] }, { etag: '"7"', 'x-other': 'no' }));

    // when
    const output = await run({ url, body: { lot: 'L1', qty: 3 }, headers: { 'X-Plant': 'norte' } });

    // then
    expect(output).to.deep.equal({
      status: 201,
      headers: { content_type: 'application/json', etag: '"7"' },
      body: { ok: [1, '林'] },
    });
    const [seen] = target?.seen ?? [];
    expect([seen?.method, seen?.path, seen?.body, seen?.headers['x-plant']]).to.deep.equal([
      'POST',
      '/scrap?lot=L1',
      '{"lot":"L1","qty":3}',
      'norte',
    ]);
    expect(seen?.headers['content-type']).to.equal('application/json');
  });

  it('[HO1] [HO2] is signed so that the receiver can verify it, by each key of the secret', async () => {
    // given
    const url = await listen((response) => json(response, 200, {}));

    // when
    await run({ url, body: { a: 'ñ' }, secret: 'erp' }, { WEBHOOK_SECRET_ERP: `${SECRET} ${OLD_SECRET}` });

    // then: as a receiver would, from the text of the standard
    const headers = target?.seen[0]?.headers ?? {};
    const body = target?.seen[0]?.body ?? '';
    expect(headers['webhook-id']).to.equal(KEY);
    expect(headers['webhook-timestamp']).to.equal(String(NOON / 1_000));
    const signatures = [SECRET, OLD_SECRET].map((secret) => {
      const hmac = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'));
      return `v1,${hmac.update(`${KEY}.${NOON / 1_000}.${body}`).digest('base64')}`;
    });
    expect(String(headers['webhook-signature']).split(' ')).to.deep.equal(signatures);
  });

  it('[HO2] a named secret that the plant does not have is refused before anything is sent', async () => {
    const url = await listen((response) => json(response, 200, {}));
    const failure = await failureOf(run({ url, secret: 'erp' }, { WEBHOOK_SECRET: SECRET }));
    expect([failure.code, failure.retry, target?.seen.length]).to.deep.equal(['secret.unknown', false, 0]);
  });

  it('[HO6] a redirect is refused and not followed', async () => {
    const url = await listen((response) => void response.writeHead(302, { location: '/elsewhere' }).end());
    const failure = await failureOf(run({ url }));
    expect([failure.code, failure.retry, target?.seen.length]).to.deep.equal(['http.302', false, 1]);
  });

  it('[HO6] [HO8] 404 is refused with its status, and nothing of what the target said', async () => {
    const url = await listen((response) => json(response, 404, { secret: 'stack trace' }));
    const failure = await failureOf(run({ url }));
    expect([failure.code, failure.retry, failure.data]).to.deep.equal(['http.404', false, { status: 404 }]);
    expect(JSON.stringify([failure.message, failure.data])).not.to.contain('stack');
  });

  it('[HO6] a target that says when is obeyed, up to a minute, in seconds and as a date', async () => {
    const words = ['7', new Date(NOON + 9_000).toUTCString(), '86400', 'soon'];
    const url = await listen((response, count) =>
      json(response, count % 2 === 1 ? 429 : 503, {}, { 'retry-after': words[count - 1] }),
    );
    const waits: number[] = [];
    for (const _word of words) waits.push((await failureOf(run({ url }))).retryAfterMs);
    expect(waits).to.deep.equal([7_000, 9_000, 60_000, 0]);
  });

  it('[HO7] a target that is silent is left when the time is over, and may be tried again', async () => {
    // given
    const url = await listen(() => undefined);

    // when
    const running = failureOf(run({ url, timeoutMs: 3_000 }));
    await target?.asked();
    clock.move(3_000);

    // then
    const failure = await running;
    expect([failure.code, failure.retry]).to.deep.equal(['target.silent', true]);
  });

  it('[HO7] one that stops in the middle of its answer is left too', async () => {
    const url = await listen((response) => void response.writeHead(200).write('half'));
    const running = failureOf(run({ url }));
    await target?.asked();
    clock.move(10_000);
    expect((await running).code).to.equal('target.silent');
  });

  it('[HO8] an answer of 10 MB is cut, and never tried again: the target did it', async () => {
    const url = await listen((response) => void response.writeHead(200).end(Buffer.alloc(10_000_000, 'x')));
    const failure = await failureOf(run({ url }));
    expect([failure.code, failure.retry]).to.deep.equal(['answer.too_large', false]);
  });

  const answers: readonly [string, string, string | Buffer, unknown][] = [
    ['text', 'text/plain', 'done', 'done'],
    ['Big5', 'text/plain; charset=big5', Buffer.from([0xa4, 0xa4]), '中'],
    ['broken JSON', 'application/json', '{', '{'],
    ['a picture', 'image/png', Buffer.from([137, 80, 0]), null],
    ['nothing', 'text/plain', '', null],
    ['a key of the prototype', 'application/json', '{"__proto__": {"admin": true}}', 'answer.unreadable'],
    ['half a character', 'application/json', '"\\ud800"', 'answer.unreadable'],
    ['a number without end', 'application/json', '1e999', 'answer.unreadable'],
    ['endless depth', 'application/json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'answer.unreadable'],
  ];
  for (const [title, type, body, expected] of answers) {
    it(`[HO8] ${title} as an answer`, async () => {
      const url = await listen((response) => void response.writeHead(200, { 'content-type': type }).end(body));
      const result = await run({ url }).then(
        (output) => (output as JsonObject)['body'],
        (error: { readonly code: string }) => error.code,
      );
      expect(result).to.deep.equal(expected);
    });
  }

  const wrongInputs: readonly [string, JsonObject][] = [
    ['a header that begins another', { headers: { 'x-a': 'b\r\nx-c: d' } }],
    ['credentials', { headers: { Authorization: 'Bearer 123' } }],
    ['a header of the signature', { headers: { 'Webhook-Id': '1' } }],
    ['another host', { headers: { host: 'other' } }],
    ['an unknown method', { method: 'TRACE' }],
    ['a GET with a body', { method: 'GET', body: 'x' }],
    ['a day of patience', { timeoutMs: 86_400_000 }],
  ];
  for (const [title, input] of wrongInputs) {
    it(`[HO7] ${title} is refused before anything is sent`, async () => {
      const url = await listen((response) => json(response, 200, {}));
      const failure = await failureOf(run({ url, ...input }));
      expect([failure.code, failure.retry, target?.seen.length]).to.deep.equal(['input.invalid', false, 0]);
    });
  }

  it('[HO7] a body of more than 256 kB is refused', async () => {
    const url = await listen((response) => json(response, 200, {}));
    expect((await failureOf(run({ url, body: 'x'.repeat(262_145) }))).code).to.equal('request.too_large');
  });

  it('[HO5] the address that was checked is connected to, whatever the name says by then', async () => {
    // given: a name that is looked up well once, and lies afterwards
    const url = await listen((response) => json(response, 200, { from: 'checked' }));
    let lookups = 0;
    const lying: ResolveHost = async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.66', family: 4 }];
    };
    const erp = effect({ WEBHOOK_ALLOW: `erp.example:${target?.port}` }, lying);

    // when
    const output = await erp.run({ method: 'GET', url: url.replace('127.0.0.1', 'erp.example') }, call());

    // then
    expect((output as JsonObject)['body']).to.deep.equal({ from: 'checked' });
    expect([lookups, target?.seen[0]?.headers.host]).to.deep.equal([1, `erp.example:${target?.port}`]);
  });

  it('[CB5] five failures in a row, and the target is asked no more until its rest is over', async () => {
    const url = await listen((response, count) => json(response, count > 5 ? 200 : 500, {}));
    const erp = effect();
    const ask = () => erp.run({ method: 'GET', url }, call());
    for (let time = 0; time < 5; time += 1) expect((await failureOf(ask())).code).to.equal('http.500');
    expect((await failureOf(ask())).code).to.equal('target.resting');
    expect(target?.seen).to.have.length(5);
    clock.move(30_000);
    expect(((await ask()) as JsonObject)['status']).to.equal(200);
  });

  it('[HO7] a name service that never answers is left, too', async () => {
    // given
    const erp = effect({ WEBHOOK_ALLOW: 'erp.example' }, () => new Promise(() => undefined));

    // when
    const running = failureOf(erp.run({ method: 'GET', url: 'http://erp.example/' }, call()));
    clock.move(10_000);

    // then
    expect((await running).code).to.equal('target.silent');
  });

  it('[HO3] a target that cannot prove its name is told nothing', async () => {
    // given
    let asked = 0;
    const secure = createServer(SELF_SIGNED, (_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const name = `erp.plant.example:${(secure.address() as AddressInfo).port}`;
    const erp = effect({ WEBHOOK_ALLOW: name }, async () => [{ address: '127.0.0.1', family: 4 }]);

    // when
    const failure = await failureOf(erp.run({ method: 'GET', url: `https://${name}/` }, call()));

    // then
    expect([failure.code, failure.retry, asked]).to.deep.equal(['target.untrusted', false, 0]);
    secure.close();
  });

  it('is asked by a state that waits and in passing', () => {
    expect(HTTP_EFFECT.asked).to.deep.equal(['invoke', 'action']);
  });
});
