import { SILENT } from '../../../engine/ports/logger.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openMailCourier } from '../../../server/mail/courier.ts';
import { openMailOutbox } from '../../../server/mail/mail-outbox.ts';
import type { Mailer } from '../../../server/mail/mailer.ts';
import type { MailItem, MailRow } from '../../../server/mail/mail-row.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { seedPlant } from '../../support/open-demo-plant.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';

/** Outbox and courier on the demo plant's people, driven by hand. */
export async function openMailDesk(mailer: Mailer, given: { readonly store?: Store; readonly now?: number } = {}) {
  const store = given.store ?? openMemoryStore();
  const clock = openManualClock(given.now ?? MONDAY_9);
  await seedPlant(store);
  const keeper = await openPlantKeeper(store, clock, PROJECT_ROOT);
  const outbox = openMailOutbox({ store, clock, keeper, onQueued: () => undefined });
  let leases = 0;
  const courier = openMailCourier({
    ...{ store, clock, keeper, mailer, logger: SILENT },
    publicUrl: 'https://flow.norte.example',
    newToken: () => `lease-${++leases}`,
    jitter: () => 0,
  });
  const rows = async (): Promise<readonly MailRow[]> =>
    (await store.listRecords({ register: 'mails', limit: 100 })).items.map((one) => one.value as unknown as MailRow);
  return { store, clock, keeper, outbox, courier, rows };
}

/** Something to tell, in all languages. */
export function news(id: string, changes: Partial<MailItem> = {}): MailItem {
  return {
    id: `${String(MONDAY_9).padStart(15, '0')}:${id}`,
    title: { en: `Order ${id} decided`, es: `Pedido ${id}: decisión`, 'zh-TW': `訂單 ${id} 已決定` },
    text: { en: 'Approved.', es: 'Aprobación: sí, en época.', 'zh-TW': '已核准。' },
    instance: { id: 'case-1', number: 'ORV-2611-001' },
    ...changes,
  };
}

/** A mailer that notes letters; `fail` throws before, `die` after it was taken. */
export function noteMailer(act: { before?: () => void; after?: () => void } = {}) {
  const sent: Parameters<Mailer['send']>[0][] = [];
  const mailer: Mailer = {
    async send(letter) {
      act.before?.();
      sent.push(letter);
      act.after?.();
    },
    close: () => undefined,
  };
  return { sent, mailer, act };
}
