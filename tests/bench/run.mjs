// `npm run bench`: the same set-up as `npm test`, then every bench, one child after the other. Nothing here is a test.
//   npm run bench                    a table, with the machine and the settings
//   npm run bench -- --json          one JSON object a line: {name, value, unit}; what is going on goes to standard error
//   npm run bench -- --only steps    one bench alone
// A bench is a file in `benches/`; it prints what `support/report.ts` writes. Adding one is adding a file.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare } from '../../server/prepare.mjs';
import { formatTable } from './table.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BENCHES = join(ROOT, 'dist', 'tests', 'bench', 'benches');
const CACHE = join(ROOT, '.cache', 'bench');
/** In this order, because the first ones are the figures that matter; others follow by name. */
const FIRST = ['steps', 'hot-case', 'http', 'inbox', 'case-bytes', 'start-time'];
/** The whole run ends within ten minutes: a bench that takes too long is ended and counts as failed. */
const WHOLE_MS = 585_000;
const BENCH_MS = 150_000;
const FILE_SYSTEMS = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x01021994: 'tmpfs (in memory: nothing is durable here)',
  0x794c7630: 'overlay',
  0x6969: 'nfs',
  0x2fc12fc1: 'zfs',
};

const { values: given } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const say = (line) => process.stderr.write(`${line}\n`);

if (!(await prepareQuietly())) process.exit(1);
const names = benchNames();
if (given.only !== undefined && !names.includes(given.only)) {
  say(`There is no bench "${given.only}". Write one of: ${names.join(', ')}.`);
  process.exit(1);
}
const machine = readMachine();
const startedAt = performance.now();
let failed = false;
for (const name of given.only === undefined ? names : [given.only]) {
  say(`${name} …`);
  const lines = [];
  const code = await runBench(name, (line) => {
    lines.push(line);
    if (given.json && line.kind === 'figure')
      process.stdout.write(`${JSON.stringify({ name: line.name, value: line.value, unit: line.unit })}\n`);
  });
  if (code !== 0) {
    failed = true;
    say(`${name} failed.`);
  }
  if (!given.json) process.stdout.write(formatTable(name, lines));
}
const whole = `${Math.round((performance.now() - startedAt) / 1000)} s in all`;
if (given.json) say([...machine, whole].join('\n'));
else process.stdout.write(`\n${[...machine, whole].join('\n')}\n`);
process.exit(failed ? 1 : 0);

/** Set-up says what it does on standard output; with --json that must stay clean. */
async function prepareQuietly() {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await prepare({ page: false });
  } finally {
    process.stdout.write = write;
  }
}

function benchNames() {
  const found = readdirSync(BENCHES)
    .filter((file) => file.endsWith('.js'))
    .map((file) => basename(file, '.js'));
  return [...FIRST.filter((name) => found.includes(name)), ...found.filter((name) => !FIRST.includes(name)).sort()];
}

/** Runs one bench in a program of its own, so that none leaves a warm or a full heap to the next. */
function runBench(name, take) {
  return new Promise((resolve) => {
    const left = Math.min(BENCH_MS, WHOLE_MS - (performance.now() - startedAt));
    if (left < 1_000) return resolve(1);
    const child = spawn(process.execPath, ['--enable-source-maps', join(BENCHES, `${name}.js`)], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const alarm = setTimeout(() => {
      say(`  ${name} is ended: it took more than ${Math.round(left / 1000)} s.`);
      child.kill('SIGTERM');
    }, left);
    createInterface({ input: child.stdout }).on('line', (line) => take(JSON.parse(line)));
    child.on('close', (code) => {
      clearTimeout(alarm);
      removeData();
      resolve(code ?? 1);
    });
  });
}

/** Databases that a bench left when it was ended. */
function removeData() {
  for (const name of readdirSync(CACHE))
    if (name.startsWith('data-')) rmSync(join(CACHE, name), { recursive: true, force: true });
}

function readMachine() {
  mkdirSync(CACHE, { recursive: true });
  const { type } = statfsSync(CACHE);
  return [
    `machine   ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `software  Node ${process.versions.node} on ${process.platform} ${process.arch}`,
    `disk      ${FILE_SYSTEMS[type] ?? `file system ${type.toString(16)}`}, databases in .cache/bench`,
  ];
}
