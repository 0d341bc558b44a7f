import type { InstanceRow } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import type { RowChange } from '../registers/row.ts';
import { type ServiceParts, textsOfRow } from './parts.ts';
import { presentInstanceRow } from './present/present-instance.ts';
import { type Reader, viewerOf } from './reader.ts';
import type { LotView } from './views/lot-view.ts';

/** More of them nobody reads. */
const MOST_CASES = 50;

/** Cases that changed the lot, have it as their key or name it; as far as the reader may see them. LT3 */
export async function casesOf(
  parts: ServiceParts,
  reader: Reader,
  { id, changes }: { readonly id: string; readonly changes: readonly RowChange[] },
): Promise<LotView['cases']> {
  const { store } = parts;
  const changed = [...new Set(changes.flatMap(({ instance }) => (instance === null ? [] : [instance.id])))];
  const viewer = viewerOf(reader);
  const [loaded, keyed, named] = await Promise.all([
    Promise.all(changed.slice(0, MOST_CASES).map((instance) => store.load(instance))),
    store.listInstances({ viewer, key: id, limit: MOST_CASES }),
    store.listInstances({ viewer, q: id, limit: MOST_CASES }),
  ]);
  const seen = loaded.flatMap((one) =>
    one !== undefined && mayView(one.viewers, reader.person, reader.plant)
      ? [{ ...one, incidents: Object.keys(one.incidents).length }]
      : [],
  );
  const cases = new Map([...named.items, ...keyed.items, ...seen].map((row): [string, InstanceRow] => [row.id, row]));
  const newest = [...cases.values()].toSorted((one, other) => other.startedAt - one.startedAt).slice(0, MOST_CASES);
  return Promise.all(newest.map(async (row) => presentInstanceRow(row, await textsOfRow(parts, reader, row), reader)));
}
