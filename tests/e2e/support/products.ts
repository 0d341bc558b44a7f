import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { describeMongo, uriOfServer } from '../../support/mongo/mongo-for-tests.ts';
import { type Product, startProduct } from './start-product.ts';

/** A product takes some seconds to load the demo plant. */
const START_MS = 60_000;

let shared: Promise<Product> | undefined;

/** The product on its embedded database that all suites of a run share. Tests find their own cases by their order number. */
export function sharedProduct(): Promise<Product> {
  shared ??= startProduct();
  return shared;
}

after(async function () {
  this.timeout(START_MS);
  const product = await shared;
  shared = undefined;
  await product?.stop();
});

/** The same suite on the embedded database and on MongoDB. */
export function describeOnBothStores(title: string, suite: (product: () => Promise<Product>) => void): void {
  describe(`${title}, on the embedded database`, () => suite(sharedProduct));
  describeMongo(`${title}, on MongoDB`, () => {
    const database = `gembaflow_e2e_${createHash('sha256').update(title).digest('hex').slice(0, 12)}`;
    let product: Product | undefined;
    before(async function () {
      this.timeout(START_MS);
      await drop(database);
      product = await startProduct(addressOf(database));
    });
    after(async function () {
      this.timeout(START_MS);
      await product?.stop();
      await drop(database);
    });
    suite(async () => {
      if (product === undefined) throw new Error('The product on MongoDB did not start.');
      return product;
    });
  });
}

/** The server's address with another database: `mongodb://a,b/x?y` becomes `mongodb://a,b/database?y`. */
function addressOf(database: string): string {
  return uriOfServer().replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${database}`);
}

async function drop(database: string): Promise<void> {
  const client = await new mongoose.mongo.MongoClient(uriOfServer()).connect();
  try {
    await client.db(database).dropDatabase();
  } finally {
    await client.close();
  }
}
