import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';

const PAGE = 100;
/** Cases that are looked through; more in a month would be a plant on fire. */
const MOST_CASES = 1_000;

/** Which cases are looked through: of a workflow, begun after a moment, without those that ended so. */
export interface ReportsWanted {
  readonly workflow: string;
  readonly after: number;
  readonly except?: string;
}

/** What such cases reported, the newest first; cancelled ones reported nothing. */
export async function reportsSince(store: Store, wanted: ReportsWanted): Promise<readonly JsonObject[]> {
  const { workflow, after, except } = wanted;
  const found: JsonObject[] = [];
  let cursor: string | undefined;
  for (let looked = 0; looked < MOST_CASES; looked += PAGE) {
    const page = await store.listInstances({
      viewer: null,
      workflow,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const row of page.items) {
      if (row.startedAt < after) return found;
      if (row.status === 'cancelled' || row.status === 'void') continue;
      const instance = await store.load(row.id);
      const report = instance?.data['report'];
      if (isJsonObject(report) && (except === undefined || instance?.end?.end !== except)) found.push(report);
    }
    if (page.next === null) return found;
    cursor = page.next;
  }
  return found;
}
