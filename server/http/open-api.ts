import type { Express } from 'express';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Sessions } from '../identity/sessions.ts';
import { openSigner } from '../identity/signer.ts';
import type { RunningPlant } from '../open-plant.ts';
import { openAnswerDoor } from '../services/answer-door.ts';
import { openAttachments } from '../services/attachments.ts';
import { openSchedules } from '../schedules/schedules.ts';
import { openBoards } from '../services/boards.ts';
import { openLots } from '../services/lots.ts';
import { openCases } from '../services/cases.ts';
import { openComments } from '../services/comments.ts';
import { openDiagrams } from '../services/diagrams.ts';
import { openDrafts } from '../services/drafts.ts';
import { openFiles } from '../services/files.ts';
import { openOversight } from '../services/oversight.ts';
import { openPlantFace } from '../services/plant-face.ts';
import { openPlantCalendars } from '../services/plant-calendars.ts';
import { openPlantLadders } from '../services/plant-ladders.ts';
import { openPlantSettings } from '../services/plant-settings.ts';
import { openRowDesk } from '../services/change-rows.ts';
import { openRegisterRows } from '../services/register-rows.ts';
import { openRegisters } from '../services/registers.ts';
import { openStandIns } from '../services/stand-ins.ts';
import { openTasks } from '../services/tasks.ts';
import { openGuides } from '../services/guides.ts';
import { openWorkflows } from '../services/workflows.ts';
import { openApiOf } from './openapi.ts';
import { openApp } from './open-app.ts';
import type { Route } from './route.ts';
import { boardRoutes } from './routes/board-routes.ts';
import { conversationRoutes } from './routes/conversation-routes.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { openMailDesk } from '../mail/mail-desk.ts';
import { importRoutes } from './routes/import-routes.ts';
import { instanceRoutes } from './routes/instance-routes.ts';
import { openMake } from '../make/make.ts';
import { lotRoutes } from './routes/lot-routes.ts';
import { mailRoutes } from './routes/mail-routes.ts';
import { makeRoutes } from './routes/make-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import { oversightRoutes } from './routes/oversight-routes.ts';
import { plantPartRoutes } from './routes/plant-part-routes.ts';
import { plantRoutes } from './routes/plant-routes.ts';
import { registerRoutes } from './routes/register-routes.ts';
import { scheduleRoutes } from './routes/schedule-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { standInRoutes } from './routes/stand-in-routes.ts';
import { streamRoute } from './routes/stream-route.ts';
import { taskRoutes } from './routes/task-routes.ts';
import { workflowRoutes } from './routes/workflow-routes.ts';

/** The version that the API's description names. */
const API_VERSION = '0.1.0';

export interface ApiParts {
  readonly plant: RunningPlant;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly pageDir: string | null;
}

export interface RunningApi {
  readonly app: Express;
  readonly routes: readonly Route[];
  readonly openApi: JsonObject;
  /** From now on `/ready` says no. */
  stopTaking(): void;
}

/** Puts services behind routes. */
export function openApi({ plant, sessions, accounts, pageDir }: ApiParts): RunningApi {
  const { store, clock, keeper, logger, changes, documents, notifications } = plant;
  const registers = openRegisters(store, keeper);
  const files = openFiles(store, clock);
  const doors = openAnswerDoor(registers, files);
  const cases = openCases(plant, doors);
  const tasks = openTasks(plant, cases, doors);
  const drafts = openDrafts(plant, tasks);
  const talking = { ...plant, files };
  const attachments = openAttachments(talking);
  const workflows = openWorkflows(plant);
  const diagrams = openDiagrams(plant);
  const signer = openSigner({ accounts, sessions, clock });
  const admin = { store, clock, keeper };
  let taking = true;
  const isReady = async (): Promise<boolean> =>
    taking &&
    (await store.nextDueAt().then(
      () => true,
      () => false,
    ));

  const routes: readonly Route[] = [
    ...sessionRoutes({ accounts, sessions, keeper, signer }),
    ...workflowRoutes({ workflows, diagrams, guides: openGuides(plant, workflows) }),
    ...boardRoutes({ boards: openBoards(plant) }),
    ...lotRoutes({ lots: openLots(plant) }),
    ...instanceRoutes({ cases, diagrams, drafts, signer }),
    ...taskRoutes({ tasks, drafts, signer }),
    ...draftRoutes({ drafts }),
    ...conversationRoutes({ comments: openComments({ ...talking, attachments }), attachments }),
    ...messageRoutes({ messages: plant.messages }),
    ...oversightRoutes({ oversight: openOversight(plant, cases) }),
    ...plantRoutes({ face: openPlantFace(keeper), registers, notifications, clock }),
    ...registerRoutes({ rows: openRegisterRows(plant), desk: openRowDesk(plant) }),
    ...importRoutes({ store, imports: plant.imports }),
    ...makeRoutes({ make: openMake(plant) }),
    ...scheduleRoutes({ schedules: openSchedules(plant) }),
    ...standInRoutes({ standIns: openStandIns(admin) }),
    ...plantPartRoutes({
      store,
      ladders: openPlantLadders(admin),
      calendars: openPlantCalendars(admin),
      settings: openPlantSettings(admin),
    }),
    ...mailRoutes({ desk: openMailDesk({ store, clock, kick: mailKick(plant) }) }),
    ...fileRoutes({ files, documents }),
    streamRoute(changes),
    ...serviceRoutes({ isReady, openApi: () => description }),
  ];
  const description = openApiOf(routes, API_VERSION);
  // The first picture takes a second; better before anybody waits for it.
  void diagrams
    .warm()
    .catch((error: unknown) => logger.warn({ error: String(error) }, 'A picture could not be drawn.'));
  return {
    app: openApp({ routes, sessions, keeper, logger, pageDir }),
    routes,
    openApi: description,
    stopTaking() {
      taking = false;
    },
  };
}

/** Wakes the courier of mails; null where the plant sends none. */
function mailKick({ mailCourier }: RunningPlant): (() => void) | null {
  return mailCourier === null ? null : () => mailCourier.kick();
}
