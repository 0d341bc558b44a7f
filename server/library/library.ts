import { createHash } from 'node:crypto';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Bundle, Version } from '../../engine/model/version.ts';
import type { Store } from '../../engine/ports/store.ts';
import { canonicalJson } from '../../engine/step/history-chain.ts';
import { type CompiledWorkflow, compileWorkflow } from '../../engine/workflow/compile-workflow.ts';
import { listAll } from '../services/list-all.ts';

const VERSIONS = 'versions';
/** Compiled versions kept at hand. A plant runs some tens of procedures, each in a few versions. */
const KEPT_COMPILED = 200;

/** The published versions: which is in force, and any that a case still runs on. */
export interface Library {
  /** The version in force of a workflow. */
  latest(workflow: string): Version | undefined;
  /** Those in force, in order of their ids. */
  all(): readonly Version[];
  versions(workflow: string): Promise<readonly Version[]>;
  /** Throws `version.not_found`. */
  version(workflow: string, hash: string): Promise<Version>;
  compiled(workflow: string, hash: string): Promise<CompiledWorkflow>;
  /** True if this very bundle is the version in force. */
  isInForce(bundle: Bundle): boolean;
  /** Publishes a bundle that passed lint. The same bundle again changes nothing: a version is named by its content. */
  publish(bundle: Bundle, at: number): Promise<Version>;
}

/** Opens the library on the store. */
export async function openLibrary(store: Store): Promise<Library> {
  const byHash = new Map<string, Version>();
  const newest = new Map<string, Version>();
  const compiled = new Map<string, CompiledWorkflow>();

  const keep = (version: Version): void => {
    byHash.set(version.hash, version);
    if ((newest.get(version.workflow)?.version ?? 0) <= version.version) newest.set(version.workflow, version);
  };
  for (const record of await listAll(store, VERSIONS)) keep(record.value as unknown as Version);

  const find = async (workflow: string, hash: string): Promise<Version> => {
    const known = byHash.get(hash);
    if (known !== undefined) return known;
    // Published by another server since this one started.
    for (const record of await listAll(store, VERSIONS, `of:${workflow}`)) keep(record.value as unknown as Version);
    const found = byHash.get(hash);
    if (found === undefined)
      throw new EngineError(
        'version.not_found',
        `The version of "${workflow}" that this case runs on is missing. Restore a backup that holds it.`,
      );
    return found;
  };

  return {
    latest: (workflow) => newest.get(workflow),
    all: () => [...newest.values()].sort((a, b) => (a.workflow < b.workflow ? -1 : 1)),
    async versions(workflow) {
      const records = await listAll(store, VERSIONS, `of:${workflow}`);
      return records.map((record) => record.value as unknown as Version).sort((a, b) => a.version - b.version);
    },
    version: find,
    async compiled(workflow, hash) {
      const known = compiled.get(hash);
      if (known !== undefined) return known;
      const made = compileWorkflow(await find(workflow, hash));
      const oldest = compiled.size >= KEPT_COMPILED ? compiled.keys().next().value : undefined;
      if (oldest !== undefined) compiled.delete(oldest);
      compiled.set(hash, made);
      return made;
    },
    isInForce: (bundle) => newest.get(bundle.machine.id)?.hash === hashOf(bundle),
    async publish(bundle, at) {
      const workflow = bundle.machine.id;
      const hash = hashOf(bundle);
      for (;;) {
        const current = newest.get(workflow);
        if (current?.hash === hash) return current;
        const version: Version = { workflow, version: (current?.version ?? 0) + 1, hash, publishedAt: at, bundle };
        const stored = await store.putRecord({
          register: VERSIONS,
          id: `${workflow}@${String(version.version).padStart(6, '0')}`,
          value: version as unknown as Json,
          keys: [`of:${workflow}`],
          expect: 0,
        });
        if (stored.kind === 'stored') {
          keep(version);
          return version;
        }
        keep(stored.record?.value as unknown as Version);
      }
    },
  };
}

/** A version is named by its content. */
function hashOf(bundle: Bundle): string {
  return createHash('sha256')
    .update(canonicalJson(bundle as unknown as Json))
    .digest('hex');
}
