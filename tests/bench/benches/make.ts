import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { type FloorTime, openFloorTime } from '../../../engine/plan/floor-time.ts';
import type { RagLimits } from '../../../engine/plan/rag.ts';
import { compileCalendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { BOARD_REGISTERS, type BoardRegister } from '../../../server/make/board-rows.ts';
import { openMake } from '../../../server/make/make.ts';
import { type MakeBoard, openMakeBoard } from '../../../server/make/make-board.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { makeOrdersPlant, ORDERS_PLANT_TEXT, type PlantRow } from '../support/orders-plant.ts';
import { openSeededRandom } from '../support/seeded-random.ts';
import { progress, reportRuns, reportSetting } from '../support/report.ts';

/** What the colours of 5,000 orders cost: all of them, after one change, and a minute later. */

const ORDERS = 5_000;
const RUNS = 5;
const CHANGES = 100;
const T_8 = Date.UTC(2026, 10, 23, 0);
const MINUTE_MS = 60_000;
const LIMITS: RagLimits = { thinSlackDays: 1, attainmentPct: 95, startDays: 2 };

const random = openSeededRandom(11);
const below = (count: number): number => Math.floor(random() * count);
const rows = makeOrdersPlant(ORDERS, T_8, random);
const calendars = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'server', 'plant', 'calendars.json'), 'utf8'),
) as readonly CalendarFile[];

/** Changes that happen all day, one row each. */
const CHANGED: readonly { readonly register: BoardRegister; readonly change: () => JsonObject }[] = [
  { register: 'stock', change: () => ({ qty: below(15_000) }) },
  { register: 'work-orders', change: () => ({ good_qty: below(100) }) },
  { register: 'lots', change: () => ({ holds: below(2) === 0 ? [] : ['NCR-1'] }) },
  { register: 'plan-lines', change: () => ({ done_qty: below(50) }) },
  { register: 'orders', change: () => ({ priority: 1 + below(5) }) },
];

measureCounting();
await measureProduct();
reportSetting(
  `${ORDERS.toLocaleString('en-US')} orders, ${ORDERS_PLANT_TEXT}; ${RUNS} runs, a change is the mean of ${CHANGES}`,
);

/** The arithmetic alone: a board that is filled and read. */
function measureCounting(): void {
  const full: number[] = [];
  const minute: number[] = [];
  const changes = new Map<string, number[]>(CHANGED.map(({ register }) => [register, []]));
  for (let run = 0; run <= RUNS; run += 1) {
    const calendar = compileCalendar({ ...calendarFile() });
    const time = (now: number): FloorTime =>
      openFloorTime(calendar, now, { efficiency: 0.85, netHoursPerDay: 920 / 60, deadlineTime: '17:00' });
    const board = openMakeBoard();
    const fullMs = clocked(() => {
      for (const register of BOARD_REGISTERS)
        for (const row of rows.get(register) ?? []) board.rows.put(register, row.id, row);
      board.list(time(T_8), LIMITS);
    });
    const minuteMs = clocked(() => board.list(time(T_8 + MINUTE_MS), LIMITS));
    const now = time(T_8 + MINUTE_MS);
    const found = CHANGED.map(({ register, change }) => ({ register, ms: changeMs(board, now, { register, change }) }));
    // The first run warms up.
    if (run === 0) continue;
    full.push(fullMs);
    minute.push(minuteMs);
    for (const { register, ms } of found) changes.get(register)?.push(ms);
  }
  reportRuns({ name: 'make_full_ms', unit: 'ms', aim: { atMost: 1_000 } }, full);
  reportRuns({ name: 'make_next_minute_ms', unit: 'ms', aim: { atMost: 500 } }, minute);
  for (const [register, runs] of changes)
    reportRuns({ name: `make_change_ms.${register}`, unit: 'ms', aim: { atMost: 20 } }, runs);
}

function changeMs(board: MakeBoard, time: FloorTime, { register, change }: (typeof CHANGED)[number]): number {
  const ms = clocked(() => {
    for (let count = 0; count < CHANGES; count += 1) {
      const row = anyRow(register);
      board.rows.put(register, row.id, { ...row, ...change() });
      board.list(time, LIMITS);
    }
  });
  return ms / CHANGES;
}

/** What a reader waits for, on a database file: the first look, and the look after a row was written. */
async function measureProduct(): Promise<void> {
  const store = openSqliteStore({ file: join(openBenchFolder(), 'make.db') });
  const { plant } = await openDemoPlant(store, T_8);
  progress('  writing the plant …');
  for (const [register, values] of rows)
    await Promise.all(values.map((value) => store.putRecord({ register, id: value.id, value })));
  const ana = plant.keeper.plant().people.get('U04');
  if (ana === undefined) throw new Error('The demo plant has no planner.');
  const reader = { person: ana, plant: plant.keeper.plant(), language: 'en' } as const;
  const first: number[] = [];
  const after: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const make = openMake(plant);
    const look = () => make.list(reader, { limit: 100 });
    first.push(await clockedWait(look));
    for (let count = 0; count < CHANGES / RUNS; count += 1) {
      const row = anyRow('stock');
      await plant.store.putRecord({ register: 'stock', id: row.id, value: { ...row, qty: below(15_000) } });
      after.push(await clockedWait(look));
    }
  }
  reportRuns({ name: 'make_first_look_ms.sqlite', unit: 'ms', aim: { atMost: 3_000 } }, first);
  reportRuns({ name: 'make_look_after_change_ms.sqlite', unit: 'ms', aim: { atMost: 100 } }, after);
  plant.changes.close();
  await store.close();
}

function calendarFile(): CalendarFile {
  const file = calendars.find(({ id }) => id === 'floor-2shift');
  if (file === undefined) throw new Error('The floor has no calendar.');
  return file;
}

function anyRow(register: BoardRegister): PlantRow {
  const all = rows.get(register) ?? [];
  const row = all[below(all.length)];
  if (row === undefined) throw new Error(`There are no ${register}.`);
  return row;
}

function clocked(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

async function clockedWait(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
