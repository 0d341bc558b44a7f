import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDriver } from '../../server/stores/sqlite/driver.ts';
import { openInstanceTable } from '../../server/stores/sqlite/instance-table.ts';
import { migrate } from '../../server/stores/sqlite/schema.ts';
import { openWriteQueue } from '../../server/stores/sqlite/write-queue.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { isEngineError } from '../../engine/model/engine-error.ts';
import { sampleInstance, sampleTask, startCommit } from '../support/sample-instance.ts';

describe('the embedded store', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gembaflow-sqlite-'));
    file = join(folder, 'plant.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('[SQ1] it is opened with WAL and FULL, and says so when asked', () => {
    const driver = openDriver(file);
    expect(driver.prepare('PRAGMA journal_mode').get()?.['journal_mode']).to.equal('wal');
    expect(driver.prepare('PRAGMA synchronous').get()?.['synchronous']).to.equal(2);
    driver.close();
  });

  it('[SQ1] too few values for a statement are refused, and only texts, numbers and null are bound', () => {
    const driver = openDriver(file);
    driver.exec('CREATE TABLE t (a, b)');
    const insert = driver.prepare('INSERT INTO t VALUES (?, ?)');
    expect(() => insert.run('only one')).to.throw('2 places');
    expect(() => insert.run('a', {} as never)).to.throw();
    driver.close();
  });

  it('[SQ2] one write that fails in a shared transaction rolls back alone', async () => {
    // given
    const store = openSqliteStore({ file });

    // when
    const results = await Promise.all([
      store.commit(startCommit(sampleInstance({ id: 'a' }))),
      store
        .commit(startCommit({ ...sampleInstance({ id: 'b' }), status: null as never }))
        .catch((error: unknown) => (isEngineError(error) ? error.code : String(error))),
      store.commit(startCommit(sampleInstance({ id: 'c' }))),
    ]);

    // then
    expect(results).to.deep.equal([{ kind: 'applied' }, 'store.unavailable', { kind: 'applied' }]);
    expect(await store.load('b')).to.equal(undefined);
    expect(await store.history('b', 0, 9)).to.deep.equal([]);
    await store.close();
    const again = openSqliteStore({ file });
    expect((await again.load('c'))?.id).to.equal('c');
    await again.close();
  });

  it('[SQ4] a full disk is said as it is, loses nothing that was answered, and passes when there is room', async () => {
    // given a database that may grow by four pages
    const driver = openDriver(file);
    migrate(driver);
    const queue = openWriteQueue(driver);
    const table = openInstanceTable(driver, queue, 0);
    const pages = Number(driver.prepare('PRAGMA page_count').get()?.['page_count']);
    driver.exec(`PRAGMA max_page_count=${pages + 4}`);

    // when
    const big = (id: string) => startCommit(sampleInstance({ id, data: { note: 'x'.repeat(3_000) } }));
    const ids = Array.from({ length: 12 }, (_, index) => `case-${index}`);
    const results = await Promise.all(
      ids.map(async (id) =>
        table.commit(big(id)).then(
          () => 'applied',
          (error: unknown) => (isEngineError(error) ? error.code : String(error)),
        ),
      ),
    );

    // then
    expect(new Set(results)).to.include('store.full');
    for (const [index, id] of ids.entries()) {
      expect((await table.load(id))?.id, id).to.equal(results[index] === 'applied' ? id : undefined);
      expect(results[index], id).to.be.oneOf(['applied', 'store.full']);
    }
    driver.exec('PRAGMA max_page_count=100000');
    expect(await table.commit(big('later'))).to.deep.equal({ kind: 'applied' });
    queue.close();
    driver.close();
  });

  it('[SQ2] what was written before close is there after it', async () => {
    const store = openSqliteStore({ file });
    const writing = store.commit(startCommit(sampleInstance()));
    await store.close();
    expect(await writing).to.deep.equal({ kind: 'applied' });
    const again = openSqliteStore({ file });
    expect((await again.load('case-1'))?.rev).to.equal(1);
    await again.close();
  });

  it('[SQ3] a database of a newer program is refused and left as it is', () => {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openSqliteStore({ file })).to.throw('newer Gembaflow');
  });

  it('[SQ3] an empty database is brought to the newest shape, and one of that shape is opened as it is', async () => {
    await openSqliteStore({ file }).close();
    const database = new DatabaseSync(file);
    const version = Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
    database.close();
    expect(version).to.be.greaterThan(0);
    await openSqliteStore({ file }).close();
  });

  it('[SQ3] tasks of an older database are found by workflow and words once it was opened', async () => {
    // given: the shape before
    const first = openSqliteStore({ file });
    await first.commit(startCommit(sampleInstance({ tasks: { t1: sampleTask() }, subject: { en: 'Ball BEARINGS' } })));
    await first.close();
    const database = new DatabaseSync(file);
    database.exec('DROP TABLE case_words; PRAGMA user_version = 2');
    database.close();

    // when
    const again = openSqliteStore({ file });

    // then
    const box = { words: ['a:r:maker'], person: 'amy', viewer: null, workflow: 'sample', q: 'bearings' };
    expect(await again.countTasks(box, 10)).to.equal(1);
    await again.close();
  });

  it('[SQ1] a folder that is not there is a sentence that says what to do', () => {
    expect(() => openSqliteStore({ file: join(folder, 'nowhere', 'plant.db') })).to.throw(
      /cannot be opened.*folder exists/,
    );
  });
});
