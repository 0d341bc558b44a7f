import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { TWO_TASKS } from '../support/bench-workflows.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { perSecond, runClients } from '../support/clients.ts';
import { checkCounts } from '../support/count-check.ts';
import { type HttpSession, openHttpSession } from '../support/http-session.ts';
import { type FigureName, progress, reportBroken, reportRuns, reportSetting, reportValue } from '../support/report.ts';
import { quantile } from '../support/spread.ts';
import { spawnServer } from '../support/spawn-server.ts';

/** Completions of tasks over HTTP: the product's own server as a program of its own, signed-in people, real forms and rights. */

const CLIENTS = 16;
const RUNS = 3;
const CLOSED_MS = 4_000;
/** 500 people who do 40 tasks in a shift come to 0.7 a second, 14 at a peak of twenty times that; this is seven such peaks. */
const OPEN_PER_SECOND = 100;
const OPEN_SECONDS = 6;

const COMPLETIONS: FigureName = { name: 'http.completions_per_s', unit: 'completions/s' };
const P50: FigureName = { name: 'http.complete_p50_ms', unit: 'ms' };
const P99: FigureName = { name: 'http.complete_p99_ms', unit: 'ms' };
const OPEN_P50: FigureName = { name: `http.complete_p50_ms.at_${OPEN_PER_SECOND}_per_s`, unit: 'ms' };
const OPEN_P99: FigureName = { name: `http.complete_p99_ms.at_${OPEN_PER_SECOND}_per_s`, unit: 'ms' };

/** A pair of people at one place: who makes, and who checks. */
interface Place {
  readonly maker: HttpSession;
  readonly checker: HttpSession;
}

interface CaseAnswer {
  readonly id: string;
  readonly tasks: readonly { readonly id: string; readonly state: string }[];
}

const folder = openBenchFolder();
const server = await spawnServer(fileURLToPath(new URL('../support/serve-two-tasks.js', import.meta.url)), {
  DATA_DIR: folder,
  PORT: '0',
});
const places: readonly Place[] = await Promise.all(
  Array.from({ length: CLIENTS }, async () => ({
    maker: await openHttpSession(server.origin, 'liao'),
    checker: await openHttpSession(server.origin, 'diego'),
  })),
);
let started = 0;
let completed = 0;
let ended = 0;

async function startCase({ maker }: Place): Promise<CaseAnswer> {
  const begun = await maker.send('POST', '/api/instances', {
    workflow: TWO_TASKS.machine.id,
    answers: { note: 'Piece of the bench', count: 1 },
  });
  started += 1;
  return begun as CaseAnswer;
}

async function completeNext(place: Place, at: CaseAnswer, times: number[]): Promise<CaseAnswer> {
  const [task] = at.tasks;
  const making = task?.state === 'make';
  const calledAt = performance.now();
  const after = await (making ? place.maker : place.checker).send('POST', `/api/tasks/${task?.id}/complete`, {
    outcome: making ? 'made' : 'good',
    answers: { note: 'Measured and found as drawn', count: 1 },
  });
  times.push(performance.now() - calledAt);
  completed += 1;
  if (!making) ended += 1;
  return after as CaseAnswer;
}

/** Each place starts a case and brings it to its end, as fast as the server answers. Starts take their share of the time and are not counted. */
async function runClosed(
  forMs: number,
): Promise<{ readonly completionsPerSecond: number; readonly times: readonly number[] }> {
  const times: number[] = [];
  const run = await runClients({ clients: CLIENTS, forMs }, async (client) => {
    const place = places[client] as Place;
    await completeNext(place, await completeNext(place, await startCase(place), times), times);
  });
  return { completionsPerSecond: perSecond(run) * 2, times };
}

/** Completions arrive at a fixed rate, whether or not the server keeps up; a wait counts from when each was due. */
async function runOpen(): Promise<readonly number[]> {
  const wanted = OPEN_PER_SECOND * OPEN_SECONDS;
  const waiting: CaseAnswer[] = [];
  while (waiting.length < wanted) waiting.push(...(await Promise.all(places.map(startCase))));
  const times: number[] = [];
  const calls: Promise<unknown>[] = [];
  const startedAt = performance.now();
  for (let call = 0; call < wanted; call += 1) {
    const dueAt = startedAt + (call * 1000) / OPEN_PER_SECOND;
    const early = dueAt - performance.now();
    if (early > 1) await pause(early);
    calls.push(
      completeNext(places[call % CLIENTS] as Place, waiting[call] as CaseAnswer, []).then(() =>
        times.push(performance.now() - dueAt),
      ),
    );
  }
  await Promise.all(calls);
  return times;
}

reportSetting(
  `${CLIENTS} clients on one machine with the server, each with two signed-in people and connections of its own; SQLite with synchronous=FULL; POST /api/tasks/:id/complete of the workflow of two tasks`,
);
reportSetting(
  `closed loop: ${RUNS} runs of ${CLOSED_MS / 1000} s that start a case for every two completions; then ${OPEN_PER_SECOND} completions a second for ${OPEN_SECONDS} s, timed from when each was due`,
);
progress('  warming up');
await runClosed(CLOSED_MS);
const runs: Awaited<ReturnType<typeof runClosed>>[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  progress(`  run ${run} of ${RUNS}`);
  runs.push(await runClosed(CLOSED_MS));
}
progress(`  at ${OPEN_PER_SECOND} a second`);
const open = await runOpen();
for (const { maker, checker } of places) {
  maker.close();
  checker.close();
}
await server.close();

const file = join(folder, 'gembaflow.db');
const store = openSqliteStore({ file });
const wrong = await checkCounts(
  { store, workflow: TWO_TASKS.machine.id },
  { started, ended, steps: started + completed },
);
await store.close();
if (wrong.length > 0) reportBroken([COMPLETIONS], wrong);
else
  reportRuns(
    COMPLETIONS,
    runs.map((run) => run.completionsPerSecond),
  );
reportRuns(
  P50,
  runs.map((run) => quantile(run.times, 0.5)),
);
reportRuns(
  P99,
  runs.map((run) => quantile(run.times, 0.99)),
);
reportValue(OPEN_P50, quantile(open, 0.5));
reportValue(OPEN_P99, quantile(open, 0.99));
