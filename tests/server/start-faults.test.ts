import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { PROJECT_ROOT } from '../../server/project-root.ts';

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Starts the server with settings of its own and waits for its end. */
function run(args: readonly string[], settings: { readonly [name: string]: string }): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said: said.trim() })));
}

describe('a start that cannot be', () => {
  let folder: string;
  let taken: Server;
  let port: number;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gembaflow-start-'));
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()));
    port = (taken.address() as { port: number }).port;
    writeFileSync(join(folder, 'a-file'), '');
  });
  after(async () => {
    await new Promise((resolve) => taken.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const main = join('dist', 'server', 'main.js');
  const cases: readonly [string, () => { readonly [name: string]: string }, RegExp][] = [
    ['a busy port', () => ({ PORT: String(port), DEMO: '0' }), /^Port \d+ is in use\. Set PORT to another/],
    ['a port that is none', () => ({ PORT: 'eighty' }), /^PORT is "eighty", which is no port\. Write a number/],
    [
      'an address that is not MongoDB’s',
      () => ({ MONGODB_URI: 'http://x' }),
      /^MONGODB_URI is no MongoDB address\. Write/,
    ],
    [
      'a MongoDB that does not answer',
      () => ({ MONGODB_URI: 'mongodb://127.0.0.1:9/plant?serverSelectionTimeoutMS=300' }),
      /^The database at 127\.0\.0\.1:9 cannot be .+/,
    ],
    [
      'a folder that cannot be made',
      () => ({ DATA_DIR: join(folder, 'a-file', 'data') }),
      /^The folder .+ cannot be made\. Set DATA_DIR/,
    ],
    ['demo people for everybody', () => ({ HOST: '0.0.0.0', PORT: '0' }), /DEMO/],
  ];
  for (const [title, settings, sentence] of cases) {
    it(`${title} ends it with one sentence`, async () => {
      const { code, said } = await run([main], { DATA_DIR: join(folder, title.replaceAll(' ', '-')), ...settings() });
      expect(said).to.match(sentence);
      expect(said.split('\n').length, said).to.equal(1);
      expect(code).to.equal(1);
    });
  }

  it('an old Node ends it with one sentence, before anything is installed', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.1' });";
    const { code, said } = await run(['--input-type=module', '-e', `${old} await import('./server/start.mjs');`], {});
    expect(said).to.match(/^Gembaflow needs Node 20\.19 or newer; this is 18\.20\.1\. Install/);
    expect(code).to.equal(1);
  });
});
