import { randomBytes } from 'node:crypto';
import type { Instance } from '../engine/model/instance.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { Logger } from '../engine/ports/logger.ts';
import type { Store } from '../engine/ports/store.ts';
import { type Engine, openEngine, instanceIdOf } from '../engine/runtime/engine.ts';
import { openWorker, type Worker } from '../engine/runtime/worker.ts';
import { openAjvChecker } from './checker/ajv-checker.ts';
import { openEffects } from './effects/effect-registry.ts';
import type { WebhookSettings } from './effects/http/webhook-settings.ts';
import type { Library } from './library/library.ts';
import { type Loop, openLoop } from './open-loop.ts';
import { openMailCourier } from './mail/courier.ts';
import { type MailOutbox, NO_OUTBOX, openMailOutbox } from './mail/mail-outbox.ts';
import type { Mailer } from './mail/mailer.ts';
import type { PlantKeeper } from './plant/plant-keeper.ts';
import { openScheduler, type Scheduler } from './schedules/scheduler.ts';
import { openTicker } from './schedules/ticker.ts';
import { type Documents, openDocuments } from './services/documents.ts';
import { type Messages, openMessages } from './services/messages.ts';
import { openRegisterImports, type RegisterImports } from './services/register-imports.ts';
import { type Notifications, openNotifications } from './services/notifications.ts';
import type { Changes } from './services/changes.ts';
import { sha256 } from './services/sha256.ts';
import { tellRowChanges } from './services/tell-row-changes.ts';

export interface PlantParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
  readonly library: Library;
  readonly logger: Logger;
  readonly changes: Changes;
  /** How mails leave; without it people are told in the product alone. */
  readonly mail?: PlantMail | null;
  /** Whom workflows may ask outside; without it public hosts, unsigned. */
  readonly webhooks?: WebhookSettings;
}

export interface PlantMail {
  readonly mailer: Mailer;
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string;
}

/** The engine with its worker and effects on one store: what runs a plant, on whatever clock. */
export interface RunningPlant extends PlantParts {
  readonly engine: Engine;
  readonly worker: Worker;
  /** Delivers messages to cases. */
  readonly courier: Loop;
  readonly messages: Messages;
  /** Starts cases at their times. */
  readonly scheduler: Scheduler;
  readonly ticker: Loop;
  /** Reads files of rows and applies them. */
  readonly imports: RegisterImports;
  readonly importer: Loop;
  readonly documents: Documents;
  readonly notifications: Notifications;
  /** Takes mails to the mail server; null where there is none. */
  readonly mailCourier: Loop | null;
}

const checker = openAjvChecker();

/** Opens the engine and everything that acts for it. Nothing runs by itself until the worker is started. */
export function openPlant(given: PlantParts): RunningPlant {
  const parts = { ...given, store: tellRowChanges(given.store, given.changes) };
  const { store, clock, keeper, library, logger, changes } = parts;
  const documents = openDocuments(store);
  const notifications = openNotifications(store, changes);
  const onCommit = (after: Instance): void => {
    changes.tell({ kind: 'case', instance: after.id, viewers: after.viewers, workflow: after.workflow });
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
  const { mails, mailCourier } = openMail(parts);
  const scheduler = openScheduler({ store, engine, clock, keeper, library });
  const ticker = openTicker({ scheduler, clock, logger });
  const handlers = openEffects({
    store,
    clock,
    keeper,
    library,
    documents,
    notifications,
    mails,
    ...(parts.webhooks === undefined ? {} : { webhooks: parts.webhooks }),
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
    newToken,
    jitter,
  });
  return {
    ...parts,
    engine,
    worker,
    courier,
    messages,
    scheduler,
    ticker,
    ...openImporter(parts),
    documents,
    notifications,
    mailCourier,
  };
}

const newToken = (): string => randomBytes(12).toString('base64url');
const jitter = (): number => randomBytes(4).readUInt32BE() / 2 ** 32;

/** Reads files of rows, and applies them in the background. */
function openImporter(parts: PlantParts): Pick<RunningPlant, 'imports' | 'importer'> {
  const imports = openRegisterImports({ ...parts, newToken, onWaiting: () => importer.kick() });
  const importer = openLoop({
    clock: parts.clock,
    logger: parts.logger,
    name: 'The importer of rows',
    pollMs: 5_000,
    work: () => imports.work(),
  });
  return { imports, importer };
}

/** Where mails wait, and who takes them away. */
function openMail({ store, clock, keeper, logger, mail }: PlantParts): {
  readonly mails: MailOutbox;
  readonly mailCourier: Loop | null;
} {
  if (mail === undefined || mail === null) return { mails: NO_OUTBOX, mailCourier: null };
  const courier = openMailCourier({ store, clock, keeper, logger, ...mail, newToken, jitter });
  const mailCourier = openLoop({
    clock,
    logger,
    name: 'The courier of mails',
    pollMs: 5_000,
    work: () => courier.deliver(),
  });
  return { mails: openMailOutbox({ store, clock, keeper, onQueued: () => mailCourier.kick() }), mailCourier };
}
