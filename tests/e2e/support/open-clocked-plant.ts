import { join } from 'node:path';
import type { StateFile, WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { SILENT } from '../../../engine/ports/logger.ts';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { readWebhookSettings } from '../../../server/effects/http/webhook-settings.ts';
import { openMailCourier } from '../../../server/mail/courier.ts';
import { openSmtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { openSmtpServer, type ReceivedMail } from '../../support/open-smtp-server.ts';
import { openTestApi, type TestApi } from '../../support/open-test-api.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';
import { openApiPerson } from './api-person.ts';

const MINUTE = 60_000;
const PUBLIC_URL = 'https://flow.norte.example';

/** A procedure of a test: what its states are, and what stands in `meta` beside its start by a planner. */
export interface TestProcedure {
  readonly id: string;
  readonly description: string;
  readonly states: { readonly [key: string]: StateFile };
  readonly meta?: Partial<WorkflowFile['meta']>;
}

/** The product with its page, whose clock a test moves, with a real mail server and a port that webhooks may reach. */
export interface ClockedPlant extends TestApi {
  readonly mails: readonly ReceivedMail[];
  /** Publishes a procedure and starts a case of it as Ana, the planner. */
  begin(procedure: TestProcedure, note: string): Promise<InstanceView>;
  /** Moves the clock minute by minute; the worker and the courier of mails do what becomes due. */
  pass(minutes: number): Promise<void>;
}

/** Opens it at a moment. `webhookPort` is one on loopback. */
export async function openClockedPlant(now: number, webhookPort: number): Promise<ClockedPlant> {
  const smtp = await openSmtpServer();
  const mailer = openSmtpMailer(smtp.url, 'flow@norte.example');
  const { settings: webhooks } = readWebhookSettings({ WEBHOOK_ALLOW: `127.0.0.1:${webhookPort}` });
  const outside = { webhooks, mail: { mailer, publicUrl: PUBLIC_URL } };
  const api = await openTestApi(openMemoryStore(), now, join(PROJECT_ROOT, 'dist', 'page'), { outside });
  const { plant, clock } = api;
  let leases = 0;
  // Not the plant's own loop: this one is done when it says so.
  const courier = openMailCourier({
    ...{ store: plant.store, clock, keeper: plant.keeper, logger: SILENT, mailer, publicUrl: PUBLIC_URL },
    newToken: () => `lease-${++leases}`,
    jitter: () => 0,
  });
  const work = async (): Promise<void> => {
    await plant.worker.drain();
    await courier.deliver();
  };
  return {
    ...api,
    mails: smtp.received,
    work,
    async begin(procedure, note) {
      await plant.library.publish(bundleOf(procedure), clock.now());
      const ana = await openApiPerson(api.base, 'ana');
      const started = await ana.post<InstanceView>('/api/instances', { workflow: procedure.id, answers: { note } });
      await work();
      return started;
    },
    async pass(minutes) {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.move(MINUTE);
        await work();
      }
    },
    async close() {
      await api.close();
      mailer.close();
      await smtp.close();
    },
  };
}

function bundleOf({ id, description, states, meta }: TestProcedure) {
  const machine = sampleFile(states, {
    id,
    description,
    meta: {
      number: `${id.slice(0, 3).toUpperCase()}-{seq3}`,
      calendar: 'always',
      start: { form: 'note', roles: ['production_planner'], into: 'request' },
      ...meta,
    },
  });
  return { machine, texts: {}, forms: { note: NOTE_FORM }, formTexts: {}, templates: {} };
}
