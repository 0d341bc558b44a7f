import { join } from 'node:path';
import type { Instance } from '../../../engine/model/instance.ts';
import type { Bundle } from '../../../engine/model/version.ts';
import { NO_REFS } from '../../../engine/model/command.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';
import { sampleInstance, sampleTimer, startCommit } from '../../support/sample-instance.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { MAKER } from '../support/bench-workflows.ts';
import { progress, reportBroken, reportSetting, reportValue } from '../support/report.ts';

/** Timers: very many that are due at the same moment, and what a look costs while very many are pending. */

const DUE = 100_000;
const HOUR = 3_600_000;
const TIMERS_A_CASE = 50;
const LOOKS = 300;

const folder = openBenchFolder();
await timersDueAtOnce();
await looksWhilePending();

/** Each fires through the engine's door and ends its case. Lateness is counted from the moment at which all were due. */
async function timersDueAtOnce(): Promise<void> {
  const store = openSqliteStore({ file: join(folder, 'due.db') });
  const { plant, clock } = await openDemoPlant(store, MONDAY_9);
  await plant.library.publish(bundle(), MONDAY_9);
  const started = await plant.engine.send({
    kind: 'start',
    id: 'pattern',
    workflow: 'bench-timer',
    by: MAKER,
    answers: {},
    refs: NO_REFS,
  });
  progress(`  starting ${DUE.toLocaleString('en-US')} cases with a timer each`);
  await copies(
    started.instance,
    DUE - 1,
    async (batch) => void (await Promise.all(batch.map((one) => store.commit(startCommit(one))))),
  );
  clock.move(HOUR);
  progress('  all are due');
  const lateMs: number[] = [];
  const begun = performance.now();
  const told = plant.changes.listen((change) => {
    if (change.kind === 'case') lateMs.push(performance.now() - begun);
  });
  await plant.worker.drain();
  told();
  const ended = await store.countInstances({ viewer: null, status: 'done' }, DUE + 1);
  await store.close();
  const name = (part: string) => ({ name: `timers_late_ms.${part}`, unit: 'ms' });
  if (ended !== DUE || lateMs.length !== DUE)
    return reportBroken(
      [name('p50'), name('p99')],
      [`${DUE} timers were due; ${ended} cases ended, ${lateMs.length} steps were told.`],
    );
  lateMs.sort((a, b) => a - b);
  reportValue(name('p50'), lateMs[Math.floor(DUE * 0.5)] ?? 0);
  reportValue(name('p99'), lateMs[Math.floor(DUE * 0.99)] ?? 0);
  reportValue({ name: 'timers_per_s', unit: 'timers/s' }, (DUE * 1_000) / (lateMs.at(-1) ?? 1));
  reportSetting(
    `${DUE.toLocaleString('en-US')} cases whose timer is due at one moment, one worker, SQLite with synchronous=FULL; each fires in a step of its own`,
  );
}

/** What a poll costs that finds nothing, and one that finds a page: flat, whatever is pending. */
async function looksWhilePending(): Promise<void> {
  for (const pending of [10_000, 1_000_000]) {
    const store = openSqliteStore({ file: join(folder, `pending-${pending}.db`) });
    progress(`  filling up to ${pending.toLocaleString('en-US')} pending timers`);
    const later = MONDAY_9 + 24 * HOUR;
    const timers = Object.fromEntries(
      Array.from({ length: TIMERS_A_CASE }, (_none, index) => [
        `m${index + 1}`,
        sampleTimer({ id: `m${index + 1}`, dueAt: later + index * HOUR }),
      ]),
    );
    const write = async (batch: readonly Instance[]) =>
      void (await Promise.all(batch.map((one) => store.commit(startCommit(one)))));
    await copies(sampleInstance({ timers }), pending / TIMERS_A_CASE, write);
    const looks: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const begun = performance.now();
      await store.claimDue({ now: MONDAY_9, leaseMs: 30_000, limit: 50, token: `look-${look}` });
      looks.push(performance.now() - begun);
    }
    looks.sort((a, b) => a - b);
    reportValue({ name: `timer_poll_ms.${pending}`, unit: 'ms' }, looks[Math.floor(LOOKS / 2)] ?? 0);
    await store.close();
  }
  reportSetting(`a look of the worker that finds nothing due, the middle of ${LOOKS}; ${TIMERS_A_CASE} timers a case`);
}

/** Copies of a case under names of their own, in batches. */
async function copies(
  pattern: Instance,
  count: number,
  write: (batch: readonly Instance[]) => Promise<void>,
): Promise<void> {
  const BATCH = 2_000;
  for (let from = 0; from < count; from += BATCH)
    await write(
      Array.from({ length: Math.min(BATCH, count - from) }, (_none, offset) => {
        const seq = from + offset + 2;
        return {
          ...pattern,
          id: `case-${seq}`,
          seq,
          number: `${pattern.series}${seq}`,
          turn: 1,
          rev: 1,
          commands: [],
          head: '',
        };
      }),
    );
}

function bundle(): Bundle {
  const machine = sampleFile(
    { wait: { after: { 'PT1H@always': { target: 'end' } } }, end: { type: 'final' } },
    {
      id: 'bench-timer',
      meta: { number: 'BENCH-TIMER-{seq6}', start: { form: 'note', roles: ['operator'], into: 'request' } },
    },
  );
  return { machine, texts: {}, forms: { [NOTE_FORM.id]: NOTE_FORM }, formTexts: {}, templates: {} };
}
