import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../../engine/ports/store.ts';
import { SILENT } from '../../../engine/ports/logger.ts';
import { openMongoStore } from '../../../server/stores/mongo/open-mongo-store.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { startMongo } from '../../support/mongo/start-mongo.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { TWO_TASKS } from '../support/bench-workflows.ts';
import { checkCounts } from '../support/count-check.ts';
import { type DayPlan, drawArrivals } from '../support/day-arrivals.ts';
import { openDayStaff, type PlayedCase } from '../support/day-staff.ts';
import { openSeededRandom } from '../support/seeded-random.ts';
import { progress, reportBroken, reportDetail, reportSetting, reportValue } from '../support/report.ts';
import { quantile } from '../support/spread.ts';
import { spawnServer } from '../support/spawn-server.ts';

/** The start of a shift and the hours after it, squeezed: 200 people, tasks that arrive by chance, each looked up, opened and completed. */

const STAFF = 200;
const TASKS_EACH = 40;
const SHIFT_S = 8 * 3_600;
const TRUE_PER_SECOND = (STAFF * TASKS_EACH) / SHIFT_S;
/** One second of the run is a minute of the plant. */
const SQUEEZE = 60;
const PEAK_TIMES = 10;
/** One case in so many is an order review of eight tasks, the rest are pieces of work of two. */
const REVIEW_EVERY = 45;
const TASKS_A_CASE = (8 + 2 * (REVIEW_EVERY - 1)) / REVIEW_EVERY;
/** The bench is ended after 150 s; a machine that is busy has no time for a second day. */
const MOST_BEFORE_MONGO_MS = 60_000;
const PLAN: DayPlan = {
  perSecond: (TRUE_PER_SECOND * SQUEEZE) / TASKS_A_CASE,
  seconds: 20,
  peakSeconds: 1,
  peakTimes: PEAK_TIMES,
};

reportSetting(
  `${STAFF} signed-in people in the roles of a plant, ${TASKS_EACH} tasks each in 8 hours: ${TRUE_PER_SECOND.toFixed(2)} tasks a second; ${PLAN.seconds} minutes of it, one in each second (×${SQUEEZE}), the first ${PLAN.peakSeconds} with ${PEAK_TIMES} times as many`,
);
reportSetting(
  `cases arrive by a seeded Poisson process whether or not the server keeps up; one in ${REVIEW_EVERY} is an order review of eight tasks, two documents and a signature, the others the workflow of two tasks; for each task the inbox is read, the task opened and completed`,
);

const folder = openBenchFolder();
await runDay('sqlite', { DATA_DIR: folder }, async () => openSqliteStore({ file: join(folder, 'gembaflow.db') }));
const spentMs = performance.now();
if (spentMs > MOST_BEFORE_MONGO_MS)
  reportDetail(`not run on MongoDB: the day on SQLite took ${Math.round(spentMs / 1000)} s of the bench's time`);
else await runOnMongo();

async function runOnMongo(): Promise<void> {
  const mongo = await startMongo();
  if (mongo.kind === 'none') return reportDetail(`not run on MongoDB: ${mongo.reason}`);
  reportSetting(`MongoDB: ${mongo.why}`);
  const uri = new URL(mongo.uri);
  uri.pathname = '/gembaflow_bench_day';
  try {
    await runDay('mongodb', { DATA_DIR: folder, MONGODB_URI: uri.href, MONGODB_ALLOW_STANDALONE: '1' }, () =>
      openMongoStore({ uri: uri.href, production: false, allowStandalone: true, logger: SILENT }),
    );
  } finally {
    await mongo.stop();
  }
}

async function runDay(name: string, env: { readonly [name: string]: string }, open: () => Promise<Store>) {
  progress(`  ${name}: loading the plant`);
  const server = await spawnServer(fileURLToPath(new URL('../support/serve-two-tasks.js', import.meta.url)), {
    ...env,
    PORT: '0',
    STAFF: String(STAFF),
  });
  progress(`  ${name}: signing in ${STAFF} people`);
  const random = openSeededRandom(3);
  const staff = await openDayStaff(server.origin, STAFF, random);
  await Promise.all([staff.work(), staff.review()]);
  const arrivals = drawArrivals(PLAN, random);
  progress(`  ${name}: ${arrivals.length} cases in ${PLAN.seconds} s`);
  const warm = staff.take();
  const startedAt = performance.now();
  const cases: Promise<PlayedCase>[] = [];
  for (const [index, dueMs] of arrivals.entries()) {
    const early = startedAt + dueMs - performance.now();
    if (early > 1) await pause(early);
    cases.push(index % REVIEW_EVERY === REVIEW_EVERY - 1 ? staff.review() : staff.work());
  }
  const played = await Promise.all(cases);
  const seconds = (performance.now() - startedAt) / 1000;
  progress(`  ${name}: the last one is done after ${seconds.toFixed(1)} s`);
  const taken = staff.take();
  await server.close();
  progress(`  ${name}: counting`);

  const works = played.filter((one) => one.tasks === 2).length + 1;
  const asked = played.reduce((sum, one) => sum + one.tasks, 0);
  const store = await open();
  const wrong = [
    ...(await checkCounts(
      { store, workflow: TWO_TASKS.machine.id },
      { started: works, ended: works, steps: works * 3 },
    )),
    ...taken.problems.slice(0, 5),
  ];
  await store.close();
  const of = (what: string) => `plant_day.${what}.${name}`;
  const reached = { name: of('completions_per_s'), unit: 'completions/s' };
  if (wrong.length > 0) reportBroken([reached], wrong);
  else reportValue(reached, taken.completeMs.length / seconds);
  reportValue({ name: of('asked_per_s'), unit: 'completions/s' }, asked / PLAN.seconds);
  const [half, most] = [quantile(taken.completeMs, 0.5), quantile(taken.completeMs, 0.95)];
  reportValue({ name: of('complete_p50_ms'), unit: 'ms' }, half);
  reportValue({ name: of('complete_p95_ms'), unit: 'ms' }, most);
  reportValue({ name: of('complete_p99_ms'), unit: 'ms' }, quantile(taken.completeMs, 0.99));
  reportValue({ name: of('inbox_p99_ms'), unit: 'ms' }, quantile(taken.inboxMs, 0.99));
  reportValue({ name: of('tasks_not_done'), unit: 'tasks' }, asked - taken.completeMs.length);
  reportValue({ name: of('times_the_plant'), unit: '×' }, asked / PLAN.seconds / TRUE_PER_SECOND);
  reportValue({ name: of('peak_times_the_plant'), unit: '×' }, SQUEEZE * PEAK_TIMES);
  reportDetail(
    `${name}: ${asked} tasks in ${seconds.toFixed(1)} s, ${warm.completeMs.length} before them to warm up; ${played.filter((one) => one.tasks > 2).length} order reviews`,
  );
}
