import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Person } from '../../../engine/model/person.ts';
import type { Store } from '../../../engine/ports/store.ts';
import type { Reader } from '../../../server/services/reader.ts';
import { exportRegister } from '../../../server/services/register-export.ts';
import type { RegisterImports } from '../../../server/services/register-imports.ts';
import type { ImportView } from '../../../server/services/views/import-view.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { progress, reportBroken, reportRuns, reportSetting, reportValue } from '../support/report.ts';

/** What a file of 50,000 rows costs: its preview, writing it, and how long others wait meanwhile. */

const ROWS = 50_000;
const MONDAY = Date.UTC(2026, 10, 23, 1);
const REGISTER = 'materials';
const FIGURES = [
  { name: 'import_s.preview_csv', unit: 's' },
  { name: 'import_s.apply_adds', unit: 's' },
  { name: 'import_s.preview_xlsx', unit: 's' },
  { name: 'import_s.apply_changes', unit: 's' },
] as const;

const store = openSqliteStore({ file: join(openBenchFolder(), 'imports.sqlite') });
const { plant } = await openDemoPlant(store, MONDAY);
// The file is the whole register, so that it can be read back.
for (const { id } of (await store.listRecords({ register: REGISTER, limit: 200 })).items)
  await store.removeRecord(REGISTER, id);
const reader: Reader = {
  person: plant.keeper.plant().people.get('U10') as Person,
  plant: plant.keeper.plant(),
  language: 'en',
};
const stalls = monitorEventLoopDelay({ resolution: 5 });
stalls.enable();
const seconds = new Map<string, number>();

progress(`  ${ROWS} new rows as CSV`);
const added = await previewed('preview_csv', Buffer.from(csvOf(7)));
const written = await applied('apply_adds', added);
progress('  all rows as XLSX, which change nothing');
const same = await previewed('preview_xlsx', await xlsxOf(store));
progress(`  ${ROWS} changed rows`);
const changed = await applied('apply_changes', await previewed('preview_changes', Buffer.from(csvOf(8))));
stalls.disable();

const problems = [
  ...(written.written === ROWS ? [] : [`${written.written} of ${ROWS} rows were added.`]),
  ...(same.same === ROWS && same.badCount === 0 ? [] : ['An export that was read back changes something.']),
  ...(changed.written === ROWS ? [] : [`${changed.written} of ${ROWS} rows were changed.`]),
];
if (problems.length > 0) reportBroken(FIGURES, problems);
else {
  for (const figure of FIGURES) reportRuns(figure, [seconds.get(figure.name.replace('import_s.', '')) ?? 0]);
  reportValue({ name: 'import_ms.longest_stall', unit: 'ms' }, stalls.max / 1e6);
  reportValue({ name: 'import_ms.stall_p99', unit: 'ms' }, stalls.percentile(99) / 1e6);
}
reportSetting(
  `${ROWS.toLocaleString('en-US')} rows of six columns into an empty register, SQLite on disk; a stall is how long the event loop let nobody else have a turn`,
);
await store.close();
// Pictures of the demo plant may still be drawn.
process.exit();

async function previewed(name: string, bytes: Buffer): Promise<ImportView> {
  const { imports }: { readonly imports: RegisterImports } = plant;
  const begun = performance.now();
  const { id } = await imports.start(reader, REGISTER, { name: 'rows', bytes });
  await imports.idle();
  seconds.set(name, (performance.now() - begun) / 1000);
  return imports.get(reader, REGISTER, id);
}

async function applied(name: string, { id }: ImportView): Promise<ImportView> {
  const begun = performance.now();
  await plant.imports.apply(reader, REGISTER, { id, reason: 'Bench' });
  while ((await plant.imports.work()) > 0);
  seconds.set(name, (performance.now() - begun) / 1000);
  return plant.imports.get(reader, REGISTER, id);
}

function csvOf(stock: number): string {
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `B-${index},Bar of ${index} mm,Barra de ${index} mm,kg,${stock + (index % 50)},S-01`,
  );
  return ['id,name.en,name.es,uom,safety_stock,supplier', ...rows].join('\n');
}

async function xlsxOf(from: Store): Promise<Buffer> {
  const { stream } = exportRegister({ store: from }, reader, { register: REGISTER, format: 'xlsx' });
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
