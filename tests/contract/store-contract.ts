import type { Store } from '../../engine/ports/store.ts';
import { describeCommits } from './store-commits.ts';
import { describeDueWork } from './store-due-work.ts';
import { describeLists } from './store-lists.ts';
import { describeRecords } from './store-records.ts';

/** An adapter under test: a new empty store for each test, and a name. */
export interface StoreUnderTest {
  readonly name: string;
  open(): Promise<Store>;
}

/** The promises that every store keeps. An adapter's test file calls this, and adds only rules of its own. */
export function describeStore(under: StoreUnderTest): void {
  describe(`the store on ${under.name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
    });
    describeCommits(under.name, () => store);
    describeDueWork(under.name, () => store);
    describeLists(under.name, () => store);
    describeRecords(under.name, () => store);
  });
}
