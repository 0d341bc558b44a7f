import type { Store } from '../../engine/ports/store.ts';
import { REGISTER_FILES } from '../registers/register-files.ts';
import type { Changes } from './changes.ts';

/** The same store; whoever writes a row of a register through it wakes those who show it. */
export function tellRowChanges(store: Store, changes: Changes): Store {
  const told = (register: string, id: string): void => {
    if (REGISTER_FILES.has(register)) changes.tell({ kind: 'row', register, id });
  };
  return {
    ...store,
    async putRecord(put) {
      const result = await store.putRecord(put);
      if (result.kind === 'stored') told(put.register, put.id);
      return result;
    },
    async removeRecordAt(register, id, rev) {
      const removed = await store.removeRecordAt(register, id, rev);
      if (removed) told(register, id);
      return removed;
    },
    async removeRecord(register, id) {
      await store.removeRecord(register, id);
      told(register, id);
    },
  };
}
