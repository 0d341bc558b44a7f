import mongoose from 'mongoose';
import type { MongoStore, MongoStoreOptions } from '../../../server/stores/mongo/open-mongo-store.ts';
import { afterThisTest, openTestStore, uriOfServer } from './mongo-for-tests.ts';
import { type MongoProxy, openProxy, type Target } from './proxy.ts';
import type { WireCommand } from './wire-message.ts';

/** Patience of tests: a lost answer is given up soon, and the server is looked for again at once. */
const PATIENCE = { selectMs: 3_000, socketMs: 1_000 };

export interface ProxiedStore {
  readonly store: MongoStore;
  readonly proxy: MongoProxy;
}

/** Opens a store that speaks to the database through a proxy of its own; `says` are options of the address. */
export async function openProxiedStore(options: Partial<MongoStoreOptions> = {}, says = ''): Promise<ProxiedStore> {
  const proxy = await openProxy(await primaryOf(uriOfServer()));
  afterThisTest(() => proxy.close());
  const store = await openTestStore({
    uri: uriThrough(proxy.port, uriOfServer()) + says,
    patience: PATIENCE,
    ...options,
  });
  return { store, proxy };
}

/** True for the first write of a kind to a collection. */
export function writeTo(collection: string): (command: WireCommand) => boolean {
  return (command) => command.collection === collection && ['insert', 'update'].includes(command.name);
}

/** True for the write that decides a step: a start, or an update that matches the turn. Confirmations match none. */
export function isCommit(command: WireCommand): boolean {
  const [first] = (command.body['updates'] ?? []) as readonly { readonly q: object }[];
  return (
    command.collection === 'instances' && (command.name === 'insert' || (first !== undefined && 'turn' in first.q))
  );
}

/** The reply of a server that has just stopped being the primary. */
export const NOT_PRIMARY = {
  answer: { ok: 0, code: 10107, codeName: 'NotWritablePrimary', errmsg: 'not primary' },
} as const;

/** What a server says of a key that is there already. */
export const DUPLICATE = { code: 11000, codeName: 'DuplicateKey', errmsg: 'E11000 duplicate key error' } as const;

/** The server that takes writes. A driver that finds a replica set by itself would go around the proxy. */
async function primaryOf(uri: string): Promise<Target> {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  const admin = client.db('admin');
  const hello = await admin.command({ hello: 1 }).catch(() => admin.command({ isMaster: 1 }));
  await client.close();
  const address =
    typeof hello['primary'] === 'string'
      ? hello['primary']
      : (/^mongodb:\/\/(?:[^@/]*@)?([^/?,]+)/.exec(uri)?.[1] ?? '');
  const [host = '', port = '27017'] = address.split(':');
  return { host, port: Number(port) };
}

/** The same address through a port of this machine: user and options stay, the name of the set goes. */
export function uriThrough(port: number, uri: string): string {
  const [, user = '', path = '/', query = ''] = /^mongodb:\/\/([^@/]*@)?[^/?]+(\/[^?]*)?(?:\?(.*))?$/.exec(uri) ?? [];
  const kept = query.split('&').filter((option) => option !== '' && !option.startsWith('replicaSet='));
  return `mongodb://${user}127.0.0.1:${port}${path}?${[...kept, 'directConnection=true', 'minHeartbeatFrequencyMS=20'].join('&')}`;
}
