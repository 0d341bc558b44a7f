import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { verifyChain } from '../../engine/step/history-chain.ts';
import type { Instance } from '../../engine/model/instance.ts';
import { sha256 } from '../support/open-test-engine.ts';

const CHILD = fileURLToPath(new URL('./busy-child.js', import.meta.url));
const ROUNDS = 6;

/** Lets a child work until it has acknowledged so many commands, then kills it; gives everything it had acknowledged. */
async function killAfter(file: string, run: string, acknowledgements: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, file, run], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    text += chunk;
    // The number of lines, not a time, decides when: the same on a slow machine.
    if (text.split('\n').length > acknowledgements) child.kill('SIGKILL');
  });
  await once(child, 'close');
  // The last line may be cut; what was not written whole was not acknowledged.
  return text.split('\n').slice(0, -1);
}

describe('killing the process', () => {
  it('[ST2] [SQ1] after kill -9 at any moment nothing acknowledged is missing and nothing is doubled', async () => {
    // given
    const folder = mkdtempSync(join(tmpdir(), 'gembaflow-kill-'));
    const file = join(folder, 'plant.db');
    const ledger: string[] = [];

    // when
    for (let round = 0; round < ROUNDS; round += 1)
      ledger.push(...(await killAfter(file, `run${round}`, 40 + round * 37)));

    // then
    const store = openSqliteStore({ file });
    const seen = new Map<string, number>();
    const numbers: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof store.listInstances>> = await store.listInstances({
        viewer: null,
        limit: 200,
        ...(cursor === '' ? {} : { cursor }),
      });
      for (const row of page.items) {
        const instance = (await store.load(row.id)) as Instance;
        const entries = await store.history(row.id, 0, 99);
        expect(verifyChain(entries, sha256, { head: instance.head, rev: instance.rev })).to.include({ intact: true });
        for (const entry of entries) seen.set(entry.command, (seen.get(entry.command) ?? 0) + 1);
        numbers.push(instance.seq);
      }
      cursor = page.next;
    }
    await store.close();
    rmSync(folder, { recursive: true });
    expect(
      ledger.filter((id) => !seen.has(id)),
      'acknowledged and missing',
    ).to.deep.equal([]);
    expect(
      [...seen.values()].every((count) => count === 1),
      'each once',
    ).to.equal(true);
    expect(
      numbers.sort((a, b) => a - b),
      'numbers without gaps',
    ).to.deep.equal(numbers.map((_, index) => index + 1));
    expect(ledger.length).to.be.greaterThan(ROUNDS * 40);
  }).timeout(60_000);
});
