import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { addressKind } from './address-kind.ts';
import { hostOf, type WebhookSettings } from './webhook-settings.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Asks the name service once. A parameter, so that a test can lie like a hostile one. */
export type ResolveHost = (host: string) => Promise<readonly Address[]>;

/** Where a request goes: a URL that may be asked, by the addresses that were checked. */
export interface Target {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
  /** `host:port`, for the circuit breaker and for sentences. */
  readonly name: string;
  readonly addresses: readonly Address[];
}

const LONGEST_URL = 2_048;
const USUAL_PORTS = new Set([80, 443]);

/** The machine's own name service. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Says where a request may go, or refuses with `target.not_allowed`. Every address of a name must be allowed: one that
 * is not would be the one that is connected to. The caller connects to these addresses and never asks again. HO3–HO5
 */
export async function checkTarget(
  text: string,
  { allow }: Pick<WebhookSettings, 'allow'>,
  resolve: ResolveHost,
): Promise<Target> {
  const { url, host, port } = readUrl(text);
  const name = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const ofHost = allow.filter((one) => one.host === host);
  const isListed = ofHost.some((one) => (one.port === null ? USUAL_PORTS.has(port) : one.port === port));
  if (!isListed && !USUAL_PORTS.has(port))
    throw refuse(`${name} may not be asked: its port is neither 80 nor 443. Allow it with WEBHOOK_ALLOW=${name}.`);
  const family = isIP(host);
  const addresses = family === 0 ? await ask(host, resolve) : [{ address: host, family }];
  const kinds = addresses.map(({ address }) => addressKind(address));
  if (kinds.includes('never'))
    throw refuse(`${name} may not be asked: no program has such an address. Correct the URL.`);
  if (kinds.includes('private') && !isListed)
    throw refuse(
      `${name} may not be asked: it lies inside a private network. If that is meant, allow it with WEBHOOK_ALLOW=${name}.`,
    );
  return { url, host, port, name, addresses };
}

/** The parser turns decimal, hexadecimal and short spellings of an address into the usual one. */
function readUrl(text: string): { readonly url: URL; readonly host: string; readonly port: number } {
  if (text.length > LONGEST_URL || !URL.canParse(text)) throw refuse('The URL cannot be read. Correct it.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refuse(`Only http and https are asked, not ${url.protocol.slice(0, 20)} Correct the URL.`);
  if (url.username !== '' || url.password !== '')
    throw refuse('The URL carries a name or password. They are never written there; remove them.');
  const host = hostOf(url);
  if (host === '') throw refuse('The URL names no host. Correct it.');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return { url, host, port };
}

async function ask(host: string, resolve: ResolveHost): Promise<readonly Address[]> {
  const found = await resolve(host).catch((): readonly Address[] => []);
  if (found.length === 0) throw new EffectFailure('target.unreachable', `The name ${host} leads to no address.`, true);
  return found;
}

const refuse = (message: string): EffectFailure => new EffectFailure('target.not_allowed', message, false);
