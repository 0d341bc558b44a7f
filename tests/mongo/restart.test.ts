import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SILENT } from '../../engine/ports/logger.ts';
import { openMongoStore } from '../../server/stores/mongo/open-mongo-store.ts';
import { afterThisTest, describeMongo, testMongo } from '../support/mongo/mongo-for-tests.ts';
import { startJavaServer } from '../support/mongo/java-server.ts';
import { expectStoryTold, openStory } from '../support/mongo/plant-story.ts';
import { openProxy } from '../support/mongo/proxy.ts';
import { refusalOf } from '../support/open-test-engine.ts';

/** A server of its own that is stopped and started on its file. Only where the suites run on the Java server anyway. */
if (testMongo.kind === 'java') describeMongo('a restart of the database', describeRestart);
else process.stderr.write('\n  NOT RUN: a restart of the database: only the Java server is ours to stop.\n');

function describeRestart(): void {
  it('[MG11] acknowledged work survives, and the store goes on by itself', async () => {
    // given
    const folder = await mkdtemp(join(tmpdir(), 'gembaflow-'));
    afterThisTest(() => rm(folder, { recursive: true }));
    const first = await startJavaServer(join(folder, 'plant.h2'));
    const proxy = await openProxy({ host: '127.0.0.1', port: first.port });
    afterThisTest(() => proxy.close());
    const store = await openMongoStore({
      uri: `mongodb://127.0.0.1:${proxy.port}/?minHeartbeatFrequencyMS=20`,
      production: false,
      allowStandalone: true,
      logger: SILENT,
      patience: { selectMs: 2_000, socketMs: 5_000 },
    });
    const story = openStory(store);
    const ended = await story.run('before');
    const open = await story.test.start('amy', { note: 'open' });

    // when
    await first.stop();
    const refused = await refusalOf(store.load(open.id));
    const second = await startJavaServer(join(folder, 'plant.h2'));
    afterThisTest(() => second.stop());
    proxy.pointAt({ host: '127.0.0.1', port: second.port });
    const next = await openMongoStore({
      uri: `mongodb://127.0.0.1:${second.port}`,
      production: false,
      allowStandalone: true,
      logger: SILENT,
    });

    // then
    expect(refused.code).to.equal('store.unavailable');
    await expectStoryTold(next, ended);
    expect(await next.load(ended.id)).to.deep.equal(ended);
    expect((await story.test.complete(open, 'make', 'amy', 'made', { count: 1 })).rev).to.equal(2);
    expect((await next.load(open.id))?.rev).to.equal(2);
    await next.close();
    await store.close();
  });
}
