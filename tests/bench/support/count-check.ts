import { verifyChain } from '../../../engine/step/history-chain.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openDriver } from '../../../server/stores/sqlite/driver.ts';
import { sha256 } from '../../support/open-test-engine.ts';

/** What a run believes to have done, to be held against what is stored. */
export interface Believed {
  /** Cases of the workflow that were started. */
  readonly started: number;
  /** Of them, those that reached their end. */
  readonly ended: number;
  /** Steps that the engine acknowledged, starts included. */
  readonly steps: number;
}

/** Chains that are verified wholly; the counts look at every case. */
const SAMPLE = 100;

/** Holds what is stored against what was acknowledged. Empty: nothing was lost, nothing was done twice. */
export async function checkCounts(at: { readonly file: string; readonly store: Store; readonly workflow: string }, believed: Believed): Promise<readonly string[]> {
  const found = readCounts(at.file, at.workflow);
  const wanted: readonly (readonly [string, number, number])[] = [
    ['cases', found.cases, believed.started],
    ['ended cases', found.ended, believed.ended],
    ['history entries', found.entries, believed.steps],
    ['steps that the cases count', found.revisions, believed.steps],
    ['commands', found.commands, believed.steps],
    ['highest number given', found.highest, believed.started],
    ['open tasks of ended cases', found.left, 0],
  ];
  const wrong = wanted.filter(([, is, should]) => is !== should).map(([what, is, should]) => `${what}: ${is} stored, ${should} acknowledged`);
  for (const id of found.sample) {
    const instance = await at.store.load(id);
    const verdict = verifyChain(await at.store.history(id, 0, 1_000_000), sha256, { head: instance?.head ?? '', rev: instance?.rev ?? 0 });
    if (!verdict.intact) wrong.push(`the history of ${id} is broken at entry ${verdict.brokenAt}`);
  }
  return wrong;
}

function readCounts(file: string, workflow: string) {
  const driver = openDriver(file);
  try {
    const count = (sql: string, ...values: readonly string[]): number => Number(Object.values(driver.prepare(sql).get(...values) ?? {})[0] ?? 0);
    const ofWorkflow = 'FROM instances i WHERE i.workflow = ?';
    const entries = 'FROM history h JOIN instances i ON i.id = h.instance WHERE i.workflow = ?';
    const sampled = driver.prepare(`SELECT id ${ofWorkflow} ORDER BY id LIMIT ${SAMPLE}`).all(workflow);
    return {
      cases: count(`SELECT count(*) ${ofWorkflow}`, workflow),
      ended: count(`SELECT count(*) ${ofWorkflow} AND i.status = 'done'`, workflow),
      highest: count(`SELECT max(seq) ${ofWorkflow}`, workflow),
      revisions: count(`SELECT sum(json_extract(i.doc, '$.rev')) ${ofWorkflow}`, workflow),
      entries: count(`SELECT count(*) ${entries}`, workflow),
      commands: count(`SELECT count(DISTINCT h.command) ${entries}`, workflow),
      left: count("SELECT count(*) FROM tasks t JOIN instances i ON i.id = t.instance WHERE i.workflow = ? AND i.status = 'done'", workflow),
      sample: sampled.map((row) => String(row['id'])),
    };
  } finally {
    driver.close();
  }
}
