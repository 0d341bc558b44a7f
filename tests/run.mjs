// `npm test`: the same set-up as `npm start`, then every suite. Arguments are handed to mocha.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../server/prepare.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const asked = process.argv.slice(2);

if (!(await prepare({ page: true }))) process.exit(1);
if (!(await mocha(['--config', join(ROOT, 'tests', '.mocharc.json'), ...asked]))) process.exit(1);
if (asked.length === 0 && !(await pureOnceMore())) process.exit(1);

/** The engine again as a page runs it, where text may not become code, and on a machine of another zone and language. */
function pureOnceMore() {
  process.stdout.write('The engine once more: no code from text, New York, German.\n');
  const pure = ['feel', 'form/check-answers*', 'step', 'runtime', 'bpmn', 'workflow/calendar'];
  const files = pure.map(
    (part) => `dist/tests/engine/${part.includes('*') ? `${part}.test.js` : `${part}/**/*.test.js`}`,
  );
  return mocha(
    [
      '--no-config',
      '--forbid-only',
      '--forbid-pending',
      '--fail-zero',
      '--timeout',
      '20000',
      '--reporter',
      'dot',
      ...files,
    ],
    ['--disallow-code-generation-from-strings'],
    { TZ: 'America/New_York', LC_ALL: 'de_DE.UTF-8' },
  );
}

function mocha(options, flags = [], environment = {}) {
  const file = join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const child = spawn(process.execPath, ['--enable-source-maps', ...flags, file, ...options], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}
