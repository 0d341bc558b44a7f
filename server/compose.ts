import type { Server } from 'node:http';
import { join } from 'node:path';
import { EngineError } from '../engine/model/engine-error.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { Logger } from '../engine/ports/logger.ts';
import type { Store } from '../engine/ports/store.ts';
import { openStore } from './choose-store.ts';
import type { Config } from './config.ts';
import { isLoopback } from './config.ts';
import { isDemoLoaded, loadDemo } from './demo/load-demo.ts';
import { openApi, type RunningApi } from './http/open-api.ts';
import { openAccounts } from './identity/accounts.ts';
import { openSessions } from './identity/sessions.ts';
import { openSignInBrake } from './identity/sign-in-brake.ts';
import { openLibrary } from './library/library.ts';
import { lintBundleIn } from './library/lint-bundle.ts';
import { publishFolder } from './library/publish-folder.ts';
import { openSmtpMailer } from './mail/smtp-mailer.ts';
import { openPlant, type RunningPlant } from './open-plant.ts';
import { openPlantKeeper, PEOPLE, type PlantKeeper } from './plant/plant-keeper.ts';
import { publishRegisters } from './registers/publish-registers.ts';
import { keepRegister, REFUSED_REGISTERS, REGISTER_FILES } from './registers/register-files.ts';
import { openChanges } from './services/changes.ts';

/** How often people and settings that other servers or the command line changed are read again. */
const REFRESH_MS = 5_000;

export interface ComposeParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where workflows, forms and demo data lie. */
  readonly root: string;
  /** Long work says what it is doing. */
  readonly say: (line: string) => void;
  readonly pageDir: string | null;
}

/** A server that is ready to listen. */
export interface Composed extends RunningApi {
  readonly plant: RunningPlant;
  /** What was left out, and warnings, for the log. */
  readonly demo: boolean;
  /** Takes no more, finishes what it took, and closes the store. */
  close(server: Server | null): Promise<void>;
}

/** The only place that chooses adapters: reads the configuration and puts the house together. */
export async function compose(parts: ComposeParts): Promise<Composed> {
  const { config, clock, logger, root, say } = parts;
  const store = await openStore(config, say);
  const changes = openChanges();
  const keeper = await openPlantKeeper(store, clock, root);
  const library = await openLibrary(store);
  const mail =
    config.mail === null ? null : { ...config.mail, mailer: openSmtpMailer(config.mail.smtpUrl, config.mail.from) };
  const plant = openPlant({ store, clock, keeper, library, logger, changes, mail, webhooks: config.webhooks });

  await publishPlantRegisters(store, keeper, say);
  const folders = { workflows: join(root, 'workflows'), forms: join(root, 'forms') };
  for (const result of await publishFolder(library, folders, { lint: lintBundleIn(keeper), at: clock.now() })) {
    if (result.kind === 'left-out')
      for (const problem of result.problems) say(`  left out ${result.workflow}: ${problem.path} ${problem.message}`);
  }
  const demo = await withDemo({ ...parts, store }, plant);
  refuseOpenDemo(config, demo);

  const sessions = openSessions(store, clock);
  const accounts = openAccounts({ store, keeper, brake: openSignInBrake(store, clock) });
  const api = openApi({ plant, sessions, accounts, pageDir: parts.pageDir });
  const refresh = setInterval(() => void keeper.refresh().catch(() => undefined), REFRESH_MS);
  refresh.unref();
  plant.worker.start();
  plant.courier.start();
  plant.ticker.start();
  plant.importer.start();
  plant.mailCourier?.start();
  return {
    ...api,
    plant,
    demo,
    async close(server) {
      clearInterval(refresh);
      api.stopTaking();
      changes.close();
      if (server !== null) await new Promise<void>((resolve) => server.close(() => resolve()));
      await plant.ticker.stop();
      await plant.courier.stop();
      await plant.imports.stop();
      await plant.importer.stop();
      await plant.mailCourier?.stop();
      mail?.mailer.close();
      await plant.worker.stop();
      await plant.engine.idle();
      await store.close();
    },
  };
}

/** Registers whose files are unsound, or which stored rows do not fit, stay as they were before. */
async function publishPlantRegisters(store: Store, keeper: PlantKeeper, say: ComposeParts['say']): Promise<void> {
  const read = { registers: REGISTER_FILES, refused: REFUSED_REGISTERS };
  for (const kept of await publishRegisters(store, read, new Set(keeper.plant().roles.keys()))) {
    keepRegister(kept.register, kept.former);
    const instead = kept.former === null ? 'it is left out' : 'the one before stays in force';
    say(`  refused the register ${kept.register}, ${instead}:`);
    for (const problem of kept.problems) say(`    ${problem.path} ${problem.message}`);
  }
}

/** Loads the demo plant into an empty store, unless it was declined. */
async function withDemo(
  { config, root, say, store }: ComposeParts & { readonly store: Store },
  plant: RunningPlant,
): Promise<boolean> {
  if (await isDemoLoaded({ store })) return true;
  const begun = plant.keeper.facts().demo;
  const empty = (await store.listRecords({ register: PEOPLE, limit: 1 })).items.length === 0;
  if (config.demo === 'no' || !(empty || begun)) return begun;
  say('Loading the demo plant');
  await loadDemo(plant, join(root, 'server', 'demo'), (line) => say(`  ${line}`));
  return true;
}

/** People whose password is in the documentation are not shown to a network by accident. */
function refuseOpenDemo(config: Config, demo: boolean): void {
  if (!demo || isLoopback(config.host) || config.demo === 'yes') return;
  throw new EngineError(
    'request.invalid',
    `This plant has demo people, whose password everybody knows, and would listen on ${config.host}. Set DEMO=1 to allow that, or use a new DATA_DIR with DEMO=0.`,
  );
}
