import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { verifyChain } from '../../../engine/step/history-chain.ts';
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

const PAGE = 200;
const ENTRIES = 1_000;

/**
 * Holds what is stored against what was acknowledged, case by case, and verifies every history.
 *
 * Empty: nothing was lost and nothing was done twice. Only the store's port is asked, so any store can be checked.
 */
export async function checkCounts(
  at: { readonly store: Store; readonly workflow: string },
  believed: Believed,
): Promise<readonly string[]> {
  const found = { cases: 0, ended: 0, steps: 0, entries: 0, highest: 0, left: 0 };
  const commands = new Set<string>();
  const wrong: string[] = [];
  for await (const instance of casesOf(at.store, at.workflow)) {
    const entries = await historyOf(at.store, instance.id);
    for (const entry of entries) commands.add(entry.command);
    found.cases += 1;
    found.steps += instance.rev;
    found.entries += entries.length;
    found.highest = Math.max(found.highest, instance.seq);
    if (instance.status !== 'active') found.ended += 1;
    if (instance.status !== 'active') found.left += Object.keys(instance.tasks).length;
    const verdict = verifyChain(entries, sha256, { head: instance.head, rev: instance.rev });
    if (!verdict.intact) wrong.push(`${instance.number}: ${verdict.reason}`);
  }
  const wanted: readonly (readonly [string, number, number])[] = [
    ['cases', found.cases, believed.started],
    ['ended cases', found.ended, believed.ended],
    ['steps that the cases count', found.steps, believed.steps],
    ['history entries', found.entries, believed.steps],
    ['different commands', commands.size, believed.steps],
    ['highest number given', found.highest, believed.started],
    ['open tasks of ended cases', found.left, 0],
  ];
  return [
    ...wanted
      .filter(([, is, should]) => is !== should)
      .map(([what, is, should]) => `${what}: ${is} stored, ${should} acknowledged`),
    ...wrong.slice(0, 5),
  ];
}

async function* casesOf(store: Store, workflow: string): AsyncGenerator<Instance> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['listInstances']>> = await store.listInstances({
      viewer: null,
      workflow,
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const row of page.items) {
      const instance = await store.load(row.id);
      if (instance !== undefined) yield instance;
    }
    cursor = page.next;
  } while (cursor !== null);
}

async function historyOf(store: Store, instance: string): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (;;) {
    const page = await store.history(instance, entries.length, ENTRIES);
    entries.push(...page);
    if (page.length < ENTRIES) return entries;
  }
}
