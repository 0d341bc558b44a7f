import { expect } from 'chai';
import type { Logger } from '../../engine/ports/logger.ts';
import { openMongoStore } from '../../server/stores/mongo/open-mongo-store.ts';
import { SILENT } from '../../engine/ports/logger.ts';
import {
  describeMongo,
  openTestStore,
  testDatabase,
  uriOfServer,
  withDatabase,
} from '../support/mongo/mongo-for-tests.ts';
import { openProxiedStore } from '../support/mongo/open-proxied-store.ts';
import { refusalOf } from '../support/open-test-engine.ts';
import { sampleInstance, sampleTask, startCommit } from '../support/sample-instance.ts';

/** What is checked before the store is handed out. */
describeMongo('opening a store on MongoDB', () => {
  const isReplicated = async (): Promise<boolean> =>
    'setName' in
    (await withDatabase((db) =>
      db
        .admin()
        .command({ hello: 1 })
        .catch(() => ({})),
    ));

  it('[MG3] a single server is refused in production unless that is allowed; a replica set is welcome', async () => {
    // given
    const isWelcome = await isReplicated();

    // when
    const opening = openTestStore({ production: true, allowStandalone: false });
    const refused = isWelcome ? await opening.then(() => undefined) : await refusalOf(opening);
    const allowed = await openTestStore({ production: true, allowStandalone: true });

    // then
    if (refused !== undefined) {
      expect(refused.code).to.equal('store.unavailable');
      expect(refused.message).to.match(/is a single server.*MONGODB_ALLOW_STANDALONE=1/);
    }
    expect(await allowed.load('x')).to.equal(undefined);
  });

  it('[MG3] outside of production a single server is warned of in one line', async () => {
    // given
    const lines: string[] = [];
    const logger: Logger = { ...SILENT, warn: (_facts, message) => void lines.push(message) };

    // when
    await openTestStore({ production: false, allowStandalone: false, logger });

    // then
    expect(lines.map((line) => line.slice(0, 33))).to.deep.equal(
      (await isReplicated()) ? [] : ['The database is a single server: '],
    );
  });

  it('[MG3] an address where nothing answers is said within six seconds, without its password', async () => {
    // when
    const begun = performance.now();
    const refused = await refusalOf(
      openMongoStore({
        uri: 'mongodb://someone:secret@127.0.0.1:1/plant',
        production: false,
        allowStandalone: true,
        logger: SILENT,
      }),
    );

    // then
    expect(performance.now() - begun).to.be.lessThan(6_000);
    expect(refused.code).to.equal('store.unavailable');
    expect(refused.message).to.match(
      /^The database at 127\.0\.0\.1:1 cannot be reached: .*Check MONGODB_URI and that MongoDB is running\.$/,
    );
    expect(refused.message).to.not.include('secret');
  });

  it('[MG3] an address that is none is said at once', async () => {
    const refused = await refusalOf(
      openMongoStore({ uri: 'localhost:27017', production: false, allowStandalone: true, logger: SILENT }),
    );
    expect(refused.code).to.equal('store.unavailable');
    expect(refused.message).to.include('begins with neither mongodb:// nor mongodb+srv://');
  });

  it('[MG7] opening again, or twice at once, changes nothing', async () => {
    // given
    const [first] = await Promise.all([openTestStore(), openTestStore()]);
    await first.commit(startCommit(sampleInstance()));

    // when
    const again = await openTestStore();

    // then
    expect((await again.load('case-1'))?.number).to.equal('SMP-case-1');
    expect(await withDatabase((db) => db.collection('meta').find().toArray())).to.deep.equal([
      { _id: 'shape', version: 2 },
    ]);
  });

  it('[MG7] tasks of an older database are found by workflow and words once it was opened', async () => {
    // given: rows as they were before
    const first = await openTestStore();
    await first.commit(startCommit(sampleInstance({ tasks: { t1: sampleTask() }, subject: { en: 'Ball BEARINGS' } })));
    await withDatabase(async (db) => {
      await db.collection('tasks').updateMany({}, { $unset: { search: '', workflow: '' } });
      await db
        .collection<{ _id: string; version: number }>('meta')
        .updateOne({ _id: 'shape' }, { $set: { version: 1 } });
    });

    // when
    const again = await openTestStore();

    // then
    const box = { words: ['a:r:maker'], person: 'amy', viewer: null, workflow: 'sample', q: 'bearings' };
    expect(await again.countTasks(box, 10)).to.equal(1);
  });

  it('[MG7] an opened database is not asked for its indexes again', async () => {
    await openTestStore();
    const { proxy } = await openProxiedStore();
    expect(proxy.takeLog().map((command) => command.name)).to.deep.equal(['find', 'find']);
  });

  it('[MG7] a database of a newer program is refused', async () => {
    // given
    await withDatabase((db) =>
      db.collection<{ _id: string; version: number }>('meta').insertOne({ _id: 'shape', version: 99 }),
    );

    // when
    const refused = await refusalOf(openTestStore());

    // then
    expect(refused.message).to.equal(
      'The database was written by a newer Gembaflow (shape 99). Start that one, or restore a backup.',
    );
    await withDatabase((db) => db.dropDatabase());
  });

  it('[MG7] the promises that indexes carry are kept by unique ones', async () => {
    await openTestStore();
    const indexes = await withDatabase((db) => db.collection('instances').indexes());
    const unique = indexes.filter((index) => index.unique === true).map((index) => index.name);
    expect(unique).to.include.members(['key_held', 'series_seq']);
  });

  it('[MG3] the database may be named in the address', async () => {
    // when
    const uri = uriOfServer().replace(/^(mongodb:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${testDatabase()}`);
    const store = await openMongoStore({
      uri: uri.includes('@') ? `${uri}&authSource=admin` : uri,
      production: false,
      allowStandalone: true,
      logger: SILENT,
    });
    await store.putRecord({ register: 'things', id: 'a', value: 1 });
    await store.close();

    // then
    expect(await withDatabase((db) => db.collection('records').countDocuments())).to.equal(1);
    await withDatabase((db) => db.dropDatabase());
  });
});
