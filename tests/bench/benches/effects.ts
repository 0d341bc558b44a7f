import { join } from 'node:path';
import { NO_REFS } from '../../../engine/model/command.ts';
import type { EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { BRANCHED, BRANCHES } from '../support/bench-workflows.ts';
import { openBenchPlant } from '../support/open-bench-plant.ts';
import { progress, reportBroken, reportRuns, reportSetting } from '../support/report.ts';

/** Effects that the worker hands to their handlers and takes back; and branches of one case that are joined. */

const RUNS = 3;
const CASES = 2_000;
const folder = openBenchFolder();

const perSecond: number[] = [];
const wrong: string[] = [];
for (let run = 0; run <= RUNS; run += 1) {
  progress(`  effects: run ${run} of ${RUNS}`);
  const keys = new Set<string>();
  const handler: EffectHandler = {
    name: 'query',
    asked: ['invoke'],
    input: {},
    run: async (_input, { key }) => {
      keys.add(key);
      return { seen: true };
    },
  };
  const store = openSqliteStore({ file: join(folder, `effects-${run}.db`) });
  const states = {
    look: { invoke: { src: 'query', input: {}, onDone: { target: 'end' } } },
    end: { type: 'final' },
  } as const;
  const test = openTestEngine(sampleVersion(sampleFile(states)), { store, handlers: [handler] });
  await Promise.all(
    Array.from({ length: CASES }, (_none, index) =>
      test.send({ kind: 'start', id: `s${index}`, workflow: 'sample', by: 'amy', answers: {}, refs: NO_REFS }),
    ),
  );
  const begun = performance.now();
  await test.worker.drain();
  const elapsedMs = performance.now() - begun;
  if (keys.size !== CASES) wrong.push(`${CASES} effects were asked for, ${keys.size} reached their handler.`);
  if (run > 0) perSecond.push((CASES * 1_000) / elapsedMs);
  await store.close();
}
const EFFECTS = { name: 'sqlite.effects_per_s', unit: 'effects/s' };
if (wrong.length > 0) reportBroken([EFFECTS], wrong);
else reportRuns(EFFECTS, perSecond);
reportSetting(
  `${CASES} cases that wait for one effect each: claimed in pages of 50, its result is a step; the handler does nothing`,
);

const joined: number[] = [];
for (let run = 0; run <= RUNS; run += 1) {
  const plant = await openBenchPlant(folder, BRANCHED);
  const instance = await plant.start();
  const begun = performance.now();
  const ends = await Promise.all(
    Array.from({ length: BRANCHES }, (_none, index) => plant.complete(instance, `work_${index}`, 'done')),
  );
  const elapsedMs = performance.now() - begun;
  const done = ends.filter((one) => one.status === 'done').length;
  if (done !== 1) wrong.push(`${BRANCHES} branches were completed; the case ended ${done} times.`);
  wrong.push(...(await plant.check()));
  if (run > 0) joined.push(elapsedMs);
  await plant.close();
}
const JOINED = { name: 'branches_joined_ms.64', unit: 'ms' };
if (wrong.length > 0) reportBroken([JOINED], wrong);
else reportRuns(JOINED, joined);
reportSetting(
  `${BRANCHES} branches of one case completed by ${BRANCHES} clients at once, until the case has ended; no completion is lost`,
);
