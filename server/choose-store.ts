import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../engine/model/engine-error.ts';
import { type Logger, SILENT } from '../engine/ports/logger.ts';
import type { Store } from '../engine/ports/store.ts';
import type { Config } from './config.ts';

/**
 * Opens the store that the configuration names: MongoDB, or the embedded database in the data folder.
 *
 * The driver that is not used is not loaded. Warnings go to `warn`, a line each.
 */
export async function openStore(config: Config, warn: (line: string) => void): Promise<Store> {
  if (config.mongodbUri !== null) {
    const { openMongoStore } = await import('./stores/mongo/open-mongo-store.ts');
    const logger: Logger = { ...SILENT, warn: (_facts, message) => warn(message) };
    return openMongoStore({
      uri: config.mongodbUri,
      production: config.production,
      allowStandalone: config.mongodbAllowStandalone,
      logger,
    });
  }
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new EngineError(
      'store.unavailable',
      `The folder ${config.dataDir} cannot be made. Set DATA_DIR to a folder that may be written to.`,
      { cause },
    );
  }
  const { openSqliteStore } = await import('./stores/sqlite/open-sqlite-store.ts');
  return openSqliteStore({ file: join(config.dataDir, 'gembaflow.db') });
}
