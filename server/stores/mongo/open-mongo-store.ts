import type { Connection } from 'mongoose';
import type { Logger } from '../../../engine/ports/logger.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { collectionsOf, nativeOf } from './collections.ts';
import { connect, hostsOf, type Patience } from './connect.ts';
import { openDueWork } from './due-work.ts';
import { guardCalls } from './guard-calls.ts';
import { openInstanceCommits } from './instance-commits.ts';
import { openInstanceList } from './instance-list.ts';
import { openInstanceReads } from './instance-reads.ts';
import { migrate } from './migrations.ts';
import { openModels } from './models.ts';
import { openProjections, type Projections } from './projections.ts';
import { openRecordCollection } from './record-collection.ts';
import { refuseStandalone } from './refuse-standalone.ts';
import { openTaskList } from './task-list.ts';
import { translateError } from './translate-error.ts';

export interface MongoStoreOptions {
  readonly uri: string;
  /** Instead of the one that the URI names; `gembaflow` if neither does. */
  readonly database?: string;
  readonly production: boolean;
  readonly allowStandalone: boolean;
  readonly logger: Logger;
  /** How long the database is waited for; seconds, if nothing is said. */
  readonly patience?: Partial<Patience>;
}

export interface MongoStore extends Store {
  /** Brings the lists and the history of all cases up to date; gives how many were behind. It is done every minute anyway. */
  repair(): Promise<number>;
}

/**
 * Opens the store on a MongoDB deployment, for any number of servers at once.
 *
 * Refuses with `store.unavailable`, within seconds, a database that cannot be reached, a single server in production,
 * and a database that a newer program has written. See docs/adr/0002-what-a-commit-is-on-mongodb.md.
 */
export async function openMongoStore(options: MongoStoreOptions): Promise<MongoStore> {
  const { uri, database, patience, logger } = options;
  const connection = await connect({ uri, database, patience });
  try {
    await refuseStandalone(connection, hostsOf(uri), options);
    await migrate(nativeOf(connection));
    const projections = openProjections(collectionsOf(connection), logger);
    await projections.sweep();
    return storeOn(connection, projections);
  } catch (error) {
    await connection.destroy(true);
    throw translateError(error);
  }
}

function storeOn(connection: Connection, projections: Projections): MongoStore {
  const collections = collectionsOf(connection);
  const models = openModels(connection);
  const reads = openInstanceReads(collections, projections);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await projections.close();
    await connection.destroy();
  };
  const calls: Omit<MongoStore, 'close'> = {
    refusesGaps: false,
    ...reads,
    ...openInstanceCommits({ instances: collections.instances, reads, projections }),
    ...openDueWork(collections),
    ...openTaskList(models),
    ...openInstanceList(models),
    ...openRecordCollection(collections, models),
    repair: () => projections.repair(),
  };
  return {
    ...guardCalls(() => closing !== undefined, calls),
    close() {
      closing ??= close();
      return closing;
    },
  };
}
