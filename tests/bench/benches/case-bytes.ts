import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openDriver } from '../../../server/stores/sqlite/driver.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { checkCounts } from '../support/count-check.ts';
import { ORDER_REVIEW, playOrderReview, readCirculated } from '../support/play-case.ts';
import {
  type FigureName,
  progress,
  reportBroken,
  reportDetail,
  reportSetting,
  reportValue,
} from '../support/report.ts';

/** What a finished order review leaves in the database: history, its document, found-by rows, papers, notifications. */

const CASES = 60;

const HISTORY: FigureName = { name: 'history_bytes_per_case', unit: 'bytes' };
const ALL: FigureName = { name: 'bytes_per_case', unit: 'bytes' };
const ENTRIES: FigureName = { name: 'history_entries_per_case', unit: 'entries' };

/** What the database holds, in bytes: its file after a checkpoint, the history's texts, and the pages of each table with its indexes. */
interface Sizes {
  readonly file: number;
  readonly history: number;
  readonly entries: number;
  readonly tables: ReadonlyMap<string, number>;
}

const file = join(openBenchFolder(), 'cases.db');

function readSizes(): Sizes {
  const driver = openDriver(file);
  try {
    driver.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const history = driver
      .prepare('SELECT sum(length(CAST(entry AS BLOB))) AS bytes, count(*) AS entries FROM history')
      .get();
    const tables = driver
      .prepare(
        'SELECT m.tbl_name AS name, sum(s.pgsize) AS bytes FROM dbstat s JOIN sqlite_schema m ON m.name = s.name GROUP BY m.tbl_name',
      )
      .all();
    return {
      file: statSync(file).size,
      history: Number(history?.['bytes'] ?? 0),
      entries: Number(history?.['entries'] ?? 0),
      tables: new Map(tables.map((row) => [String(row['name']), Number(row['bytes'])])),
    };
  } finally {
    driver.close();
  }
}

const store = openSqliteStore({ file });
const under = await openDemoPlant(store, MONDAY_9);
const scenario = await readCirculated();
const empty = readSizes();
progress(`  playing ${CASES} order reviews`);
let ended = 0;
let steps = 0;
for (let index = 1; index <= CASES; index += 1) {
  const instance = await playOrderReview(under, scenario, { name: `PO-${index}`, most: Number.POSITIVE_INFINITY });
  if (instance.status === 'done') ended += 1;
  steps += instance.rev;
}
const wrong = await checkCounts({ store, workflow: ORDER_REVIEW }, { started: CASES, ended: CASES, steps });
await store.close();
const full = readSizes();

if (wrong.length > 0 || ended !== CASES)
  reportBroken([HISTORY, ALL], [...wrong, `${ended} of ${CASES} order reviews came to their end`]);
else {
  reportValue(HISTORY, full.history / CASES);
  reportValue(ENTRIES, full.entries / CASES);
  reportValue(ALL, (full.file - empty.file) / CASES);
}
const grown = [...full.tables]
  .map(([name, bytes]) => [name, (bytes - (empty.tables.get(name) ?? 0)) / CASES] as const)
  .sort((a, b) => b[1] - a[1]);
reportDetail(
  `pages by table and case: ${grown
    .filter(([, bytes]) => bytes >= 1)
    .map(([name, bytes]) => `${name} ${Math.round(bytes)}`)
    .join(', ')}`,
);
reportSetting(
  `${CASES} order reviews of the scenario "${scenario.title}", through the product's own parts: ${steps / CASES} steps, one attachment, two documents, seven notifications each; the file after a checkpoint, as it grew, less the plant without cases`,
);
