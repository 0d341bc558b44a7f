import type { Store, StoredRecord } from '../../engine/ports/store.ts';

const PAGE = 500;

/** All records of a register, read so that others have their turn in between: it may be a long list. */
export async function scanRecords(store: Store, register: string): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for await (const page of pagesOf(store, register)) found.push(...page);
  return found;
}

/** The records of a register, some hundred at a time. */
export async function* pagesOf(store: Store, register: string): AsyncGenerator<readonly StoredRecord[]> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['listRecords']>> = await store.listRecords({
      register,
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    yield page.items;
    cursor = page.next;
    if (cursor !== null) await new Promise((resolve) => setImmediate(resolve));
  } while (cursor !== null);
}
