// `npm test`: the same set-up as `npm start`, then every suite. Arguments are handed to mocha.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../server/prepare.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

if (!(await prepare({ page: true }))) process.exit(1);
const mocha = join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
const child = spawn(process.execPath, ['--enable-source-maps', mocha, '--config', join(ROOT, 'tests', '.mocharc.json'), ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
child.on('close', (code) => process.exit(code ?? 1));
