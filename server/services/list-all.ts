import type { Store, StoredRecord } from '../../engine/ports/store.ts';

const PAGE = 200;

/** All records of a register, or of a key in it. For registers that stay small: people, lists of a plant. */
export async function listAll(store: Store, register: string, key?: string): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.listRecords({
      register,
      limit: PAGE,
      ...(key === undefined ? {} : { key }),
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}
