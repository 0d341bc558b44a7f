import type { RecordPut, Store } from '../../../engine/ports/store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

/** A store that dies before it writes the records that are named. */
export function crashingStore(): Store & { crashAt(when: (put: RecordPut) => boolean): void } {
  const store = openMemoryStore();
  let crashes: (put: RecordPut) => boolean = () => false;
  return {
    ...store,
    async putRecord(put) {
      if (crashes(put)) throw new Error('The server was killed.');
      return store.putRecord(put);
    },
    crashAt(when) {
      crashes = when;
    },
  };
}
