// Installs what is missing and builds what is stale, and says what it is doing. Used by `npm start` and `npm test`.
// Plain JavaScript and nothing but Node, because it runs before anything is installed.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(ROOT, 'dist', '.stamps');
const NEEDED = [20, 19];

/**
 * Makes the project ready to run. Answers false, after a sentence, if that cannot be.
 *
 * @param {{ page: boolean }} wanted  `page`: the built page too, not only the server and tests.
 */
export async function prepare(wanted) {
  if (!hasNode()) return false;
  const steps = [
    {
      name: 'install',
      title: 'Installing packages',
      isFresh: isInstalled,
      run: () => npm(['ci', '--no-audit', '--no-fund']),
    },
    {
      name: 'build',
      title: 'Building the server',
      from: ['engine', 'server', 'tests', 'tsconfig.json', 'package-lock.json'],
      run: buildSources,
      made: 'dist/server/main.js',
    },
    ...(wanted.page
      ? [
          {
            name: 'page',
            title: 'Building the page',
            from: ['ui', 'engine', 'server/services/views', 'package-lock.json'],
            run: () => bin('vite', ['build', 'ui', '--logLevel', 'warn']),
            made: 'dist/page/index.html',
          },
        ]
      : []),
  ];
  for (const [index, step] of steps.entries()) {
    const stamp = step.from === undefined ? '' : hashOf(step.from);
    const isFresh =
      step.isFresh === undefined ? existsSync(join(ROOT, step.made)) && readStamp(step.name) === stamp : step.isFresh();
    if (isFresh) continue;
    process.stdout.write(`[${index + 1}/${steps.length}] ${step.title} …\n`);
    const startedAt = Date.now();
    const { code, output } = await step.run();
    if (code !== 0) {
      process.stderr.write(`${output.trim()}\n\n${step.title} failed. ${adviceFor(step.name)}\n`);
      return false;
    }
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(join(STAMPS, step.name), stamp);
    process.stdout.write(`      done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
  return true;
}

/** Built anew each time: what was deleted among the sources must not go on living in `dist`. */
function buildSources() {
  for (const folder of ['engine', 'server', 'tests', 'ui', '.tsbuildinfo'])
    rmSync(join(ROOT, 'dist', folder), { recursive: true, force: true });
  return bin('tsc', ['-p', '.']);
}

/** npm writes a lockfile of its own when it has installed; one older than ours says that ours has changed since. */
function isInstalled() {
  const installed = statSync(join(ROOT, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

function hasNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return true;
  process.stderr.write(
    `Gembaflow needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Install a newer Node from your system's packages or nodejs.org and try again.\n`,
  );
  return false;
}

function adviceFor(name) {
  if (name === 'install') return 'Check that this machine reaches the npm registry, then try again.';
  return 'If you changed the sources, correct what is named above; else clone the repository anew.';
}

function npm(args) {
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

function bin(name, args) {
  return run(join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name), args);
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function readStamp(name) {
  const file = join(STAMPS, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Changes when any file below these places changes: name, size and time are enough, and take a few milliseconds. */
function hashOf(places) {
  const hash = createHash('sha256');
  const add = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) return void hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) add(join(path, name));
  };
  for (const place of places) add(join(ROOT, place));
  return hash.digest('hex');
}
