import type { Connection } from 'mongoose';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Logger } from '../../../engine/ports/logger.ts';
import { nativeOf } from './collections.ts';

export interface StandalonePolicy {
  readonly production: boolean;
  readonly allowStandalone: boolean;
  readonly logger: Logger;
}

/** A server alone has no majority: what it acknowledged is lost with its disk. Refused in production, else one warning. MG3 */
export async function refuseStandalone(connection: Connection, where: string, policy: StandalonePolicy): Promise<void> {
  const hello = await askHello(connection);
  if (hello['setName'] !== undefined || hello['msg'] === 'isdbgrid') return;
  if (policy.production && !policy.allowStandalone) {
    throw new EngineError(
      'store.unavailable',
      `The database at ${where} is a single server, which loses acknowledged work with its disk. Use a replica set, or set MONGODB_ALLOW_STANDALONE=1 to run on it all the same.`,
    );
  }
  policy.logger.warn(
    { database: where },
    'The database is a single server: acknowledged work is only as safe as its disk. Use a replica set in production.',
  );
}

async function askHello(connection: Connection): Promise<{ readonly [field: string]: unknown }> {
  const admin = nativeOf(connection).admin();
  // Servers that speak the protocol without being MongoDB may know only the older name.
  return admin.command({ hello: 1 }).catch(() => admin.command({ isMaster: 1 }));
}
