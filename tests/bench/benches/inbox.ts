import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../../engine/model/person.ts';
import { openCases } from '../../../server/services/cases.ts';
import type { Reader } from '../../../server/services/reader.ts';
import { openTasks, type Tasks } from '../../../server/services/tasks.ts';
import type { Box } from '../../../server/services/views/task-view.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { fillInbox } from '../support/fill-inbox.ts';
import { type LargePlant, makeLargePlant } from '../support/large-plant.ts';
import { playOrderReview, readCirculated } from '../support/play-case.ts';
import { progress, reportBroken, reportDetail, reportSetting, reportValue } from '../support/report.ts';
import { openSeededRandom } from '../support/seeded-random.ts';
import { quantile } from '../support/spread.ts';

/** How long a person waits for a box of the inbox, with very many tasks open in the plant. */

const SIZES = [10_000, 100_000];
const BOXES: readonly Box[] = ['mine', 'available', 'department', 'overdue'];
const PAGE = 50;
const ROUNDS = 25;
/** Boxes that are far too slow are measured less often, never less than thrice. */
const MOST_MS = 12_000;
const SEED = 4711;

const folder = openBenchFolder();
const file = join(folder, 'inbox.db');
const store = openSqliteStore({ file });
const under = await openDemoPlant(store, MONDAY_9);
const { plant } = under;
const tasks = openTasks(plant, openCases(plant, under.doors), under.doors);
const random = openSeededRandom(SEED);
const large = makeLargePlant(plant.keeper.plant(), random);
const model = await playOrderReview(under, await readCirculated(), { name: 'MODEL', most: 1 });

/** People whose boxes differ most: what they are offered, what they see, and how far one must look for it. */
function chooseReaders({ plant: known, holders }: LargePlant): ReadonlyMap<string, Reader> {
  const has = (role: string, fits: (person: Person) => boolean): Person =>
    (holders.get(role)?.find(fits) ?? holders.get(role)?.[0]) as Person;
  const head = known.people.get(known.departments.get('WS')?.head ?? '') as Person;
  const people: readonly (readonly [string, Person])[] = [
    ['operator', has('operator', (person) => person.roles.length === 1)],
    ['several roles', has('qc_inspector', (person) => person.roles.length > 1)],
    ['head of workshop', head],
    ['auditor', has('auditor', () => true)],
    ['sees few cases', has('trainer', (person) => person.roles.length === 1)],
  ];
  return new Map(people.map(([name, person]) => [name, { person, plant: known, language: 'en' }]));
}

/** Times of every call, by who asked for what. The first round is not counted: it fills caches. */
async function measure(readers: ReadonlyMap<string, Reader>): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  const startedAt = performance.now();
  for (let round = 0; round <= ROUNDS && (round <= 3 || performance.now() - startedAt < MOST_MS); round += 1) {
    for (const [name, reader] of readers) {
      for (const [box, call] of callsOf(tasks, reader)) {
        const calledAt = performance.now();
        await call();
        if (round === 0) continue;
        const key = `${box} · ${name}`;
        times.set(key, [...(times.get(key) ?? []), performance.now() - calledAt]);
      }
    }
  }
  return times;
}

function callsOf(boxes: Tasks, reader: Reader): readonly (readonly [string, () => Promise<unknown>])[] {
  const lists = BOXES.map((box) => [box, () => boxes.list(reader, { box, order: 'due', limit: PAGE })] as const);
  return [...lists, ['counts', () => boxes.counts(reader)]];
}

function report(size: number, times: ReadonlyMap<string, readonly number[]>): void {
  const of = (fits: (key: string) => boolean): readonly number[] =>
    [...times].flatMap(([key, values]) => (fits(key) ? values : []));
  const lists = of((key) => !key.startsWith('counts'));
  const counts = of((key) => key.startsWith('counts'));
  reportValue({ name: `inbox_p50_ms.${size}`, unit: 'ms' }, quantile(lists, 0.5));
  reportValue(
    { name: `inbox_p95_ms.${size}`, unit: 'ms', ...(size === 100_000 ? { aim: { atMost: 20 } } : {}) },
    quantile(lists, 0.95),
  );
  reportValue({ name: `inbox_counts_p95_ms.${size}`, unit: 'ms' }, quantile(counts, 0.95));
  const slowest = [...times].map(([key, values]) => [key, quantile(values, 0.95)] as const).sort((a, b) => b[1] - a[1]);
  reportDetail(
    `slowest at ${size}: ${slowest
      .slice(0, 5)
      .map(([key, ms]) => `${key} ${ms.toFixed(1)} ms`)
      .join(', ')}`,
  );
}

const readers = chooseReaders(large);
let filled = { cases: 0, tasks: 0 };
for (const size of SIZES) {
  progress(`  filling up to ${size} open tasks`);
  filled = await fillInbox({ store, large, model, random }, size, filled);
  const listed = await store.countTasks(
    { words: [...large.plant.departments.keys()].map((id) => `d:${id}`), person: '', viewer: null },
    10_000_000,
  );
  // The model case has tasks of its own.
  const expected = filled.tasks + Object.keys(model.tasks).length;
  if (listed !== expected)
    reportBroken(
      [{ name: `inbox_p95_ms.${size}`, unit: 'ms' }],
      [`${listed} open tasks are listed, ${expected} were written`],
    );
  else report(size, await measure(readers));
}
reportSetting(
  `a plant of ${large.plant.people.size} people in ${large.plant.departments.size} departments; ${filled.cases} cases of ${Math.round(JSON.stringify(model).length / 1000)} kB with 1 to 5 open tasks; the database then has ${Math.round(statSync(file).size / 1e6)} MB`,
);
reportSetting(
  `first page of ${PAGE} of each box, earliest due first, as the service gives it to the page; ${[...readers.keys()].join(', ')}; up to ${ROUNDS} rounds`,
);
await store.close();
