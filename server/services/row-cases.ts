import type { Store } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import { listChanges } from '../registers/row-history.ts';
import { type Reader, say, viewerOf } from './reader.ts';
import type { RowPageOneView } from './views/register-view.ts';

/** Changes that are looked through for cases, and cases whose key is the row. */
const MOST_CHANGES = 200;
const MOST_CASES = 20;

/** Cases that changed a row, or whose key it is, as far as the reader may see them; newest first. */
export async function casesOfRow(
  { store }: { readonly store: Store },
  reader: Reader,
  row: { readonly register: string; readonly id: string },
): Promise<RowPageOneView['cases']> {
  const changes = await listChanges(store, row, MOST_CHANGES);
  const changed = [...new Set(changes.flatMap(({ instance }) => (instance === null ? [] : [instance.id])))];
  const [loaded, keyed] = await Promise.all([
    Promise.all(changed.slice(0, MOST_CASES).map((id) => store.load(id))),
    store.listInstances({ viewer: viewerOf(reader), key: row.id, limit: MOST_CASES }),
  ]);
  const seen = loaded.filter((one) => one !== undefined && mayView(one.viewers, reader.person, reader.plant));
  const cases = new Map(
    [...seen, ...keyed.items].flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])),
  );
  return [...cases.values()]
    .sort((a, b) => b.startedAt - a.startedAt)
    .map(({ id, number, subject }) => ({ id, number, subject: say(reader, subject) }));
}
