import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { SILENT } from '../../../engine/ports/logger.ts';
import {
  type MongoStore,
  type MongoStoreOptions,
  openMongoStore,
} from '../../../server/stores/mongo/open-mongo-store.ts';
import { startMongo } from './start-mongo.ts';

/**
 * One database server for all MongoDB suites of a run, and a database of its own for each test.
 *
 * Importing this file starts it; the run's end stops it. A database stays when its test fails.
 */

/** The server, or why there is none. */
export const testMongo = await startMongo();

/** A fault is waited out in a second or two; a slow machine takes its time. */
const TEST_MS = 20_000;

let current = 'outside of a test';
let opened: MongoStore[] = [];
const endings: (() => Promise<unknown>)[] = [];

beforeEach(function () {
  current = [this.currentTest?.file ?? '', this.currentTest?.fullTitle() ?? ''].join('\n').replace(/^.*\/tests\//, '');
});

afterEach(async function () {
  const stores = opened;
  opened = [];
  await Promise.all(stores.map((store) => store.close()));
  for (const end of endings.splice(0)) await end();
  if (stores.length > 0 && this.currentTest?.state === 'passed') await withDatabase((db) => db.dropDatabase());
});

after(async () => {
  if (testMongo.kind !== 'none') await testMongo.stop();
});

/** Registers suites if there is a server. Otherwise says so, loudly; with `CI=true` that is a failure. */
export function describeMongo(title: string, suites: () => void): void {
  if (testMongo.kind !== 'none') {
    describe(`${title} (${testMongo.why})`, function () {
      this.timeout(TEST_MS);
      suites();
    });
    return;
  }
  const { reason } = testMongo;
  process.stderr.write(`\n  NOT RUN: ${title}: ${reason}\n`);
  if (process.env['CI'] === 'true') {
    describe(title, () => {
      it('has a database to run on', () => {
        throw new Error(reason);
      });
    });
  }
}

/** Opens a store on the database of this test; more than one shares it. It is closed after the test. */
export async function openTestStore(options: Partial<MongoStoreOptions> = {}): Promise<MongoStore> {
  const store = await openMongoStore({
    uri: uriOfServer(),
    database: testDatabase(),
    production: false,
    allowStandalone: true,
    logger: SILENT,
    ...options,
  });
  opened.push(store);
  return store;
}

/** Runs after the test, when its stores are closed. */
export function afterThisTest(end: () => Promise<unknown>): void {
  endings.push(end);
}

/** The database of the test that runs, named by where it stands. */
export function testDatabase(): string {
  return `gembaflow_test_${createHash('sha256').update(current).digest('hex').slice(0, 24)}`;
}

/** The server's address. */
export function uriOfServer(): string {
  if (testMongo.kind === 'none') throw new Error(testMongo.reason);
  return testMongo.uri;
}

/** Looks into the test's database beside the store, or changes it, as another program would. */
export async function withDatabase<T>(look: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uriOfServer()).connect();
  try {
    return await look(client.db(testDatabase()));
  } finally {
    await client.close();
  }
}
