import { createHash, randomBytes } from 'node:crypto';
import type { Instance } from '../engine/model/instance.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { Logger } from '../engine/ports/logger.ts';
import type { Store } from '../engine/ports/store.ts';
import { type Engine, openEngine, instanceIdOf } from '../engine/runtime/engine.ts';
import { openWorker, type Worker } from '../engine/runtime/worker.ts';
import { openAjvChecker } from './checker/ajv-checker.ts';
import { openEffects } from './effects/effect-registry.ts';
import type { Library } from './library/library.ts';
import { type Loop, openLoop } from './open-loop.ts';
import type { PlantKeeper } from './plant/plant-keeper.ts';
import { type Documents, openDocuments } from './services/documents.ts';
import { type Messages, openMessages } from './services/messages.ts';
import { type Notifications, openNotifications } from './services/notifications.ts';
import type { Changes } from './services/changes.ts';

export interface PlantParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
  readonly library: Library;
  readonly logger: Logger;
  readonly changes: Changes;
}

/** The engine with its worker and effects on one store: what runs a plant, on whatever clock. */
export interface RunningPlant extends PlantParts {
  readonly engine: Engine;
  readonly worker: Worker;
  /** Delivers messages to cases. */
  readonly courier: Loop;
  readonly messages: Messages;
  readonly documents: Documents;
  readonly notifications: Notifications;
}

const checker = openAjvChecker();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Opens the engine and everything that acts for it. Nothing runs by itself until the worker is started. */
export function openPlant(parts: PlantParts): RunningPlant {
  const { store, clock, keeper, library, logger, changes } = parts;
  const documents = openDocuments(store);
  const notifications = openNotifications(store, changes);
  const onCommit = (after: Instance): void => {
    changes.tell({ kind: 'case', instance: after.id, viewers: after.viewers });
    if (messages.mayWait()) courier.kick();
    if (after.nextDueAt !== null && after.nextDueAt <= clock.now()) worker.kick();
  };
  const engine = openEngine({
    store,
    clock,
    plant: () => keeper.plant(),
    time: () => keeper.time(),
    checker,
    sha256,
    latest: (workflow) => library.latest(workflow),
    compiled: (workflow, hash) => library.compiled(workflow, hash),
    onCommit,
  });
  const messages = openMessages({ store, engine, clock });
  const courier = openLoop({
    clock,
    logger,
    name: 'The courier of messages',
    pollMs: 2_000,
    work: () => messages.deliver(),
  });
  const handlers = openEffects({
    store,
    clock,
    keeper,
    library,
    documents,
    notifications,
    engine: () => engine,
    messages: () => messages,
  });
  const worker = openWorker({
    store,
    engine,
    clock,
    handlers,
    logger,
    childId: (command) => instanceIdOf(command, sha256),
    newToken: () => randomBytes(12).toString('base64url'),
    jitter: () => randomBytes(4).readUInt32BE() / 2 ** 32,
  });
  return { ...parts, engine, worker, courier, messages, documents, notifications };
}
