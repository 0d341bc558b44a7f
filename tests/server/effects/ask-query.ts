import { expect } from 'chai';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { QUERIES } from '../../../server/effects/queries/query-registry.ts';
import { openQueryEffect } from '../../../server/effects/query.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

const MONDAY = Date.UTC(2026, 10, 23, 4);
const check = openFileChecker();

/** Rows of registers, by their lists. */
export type Rows = { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] };

/** Asks a query over these rows, and holds its answer to its own schema; a refusal is its sentence. */
export async function askQuery(rows: Rows, query: string, given: JsonObject): Promise<Json> {
  const store = openMemoryStore();
  for (const [register, values] of Object.entries(rows))
    for (const value of values) await store.putRecord({ register, id: value.id, value });
  const clock = openManualClock(MONDAY);
  const effect = openQueryEffect({ store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) });
  try {
    const call = { key: 'k', attempt: 1, instance: 'c', askedAt: MONDAY, signal: new AbortController().signal };
    const answer = await effect.run({ query, with: given }, call);
    expect(check(QUERIES.get(query)?.output ?? {}, answer)).to.deep.equal([]);
    return answer;
  } catch (error) {
    if (error instanceof EffectFailure) return error.message;
    throw error;
  }
}
