import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeStore } from './store-contract.ts';

describeStore({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
describeStore({
  name: 'sqlite for people who see many cases',
  open: async () => openSqliteStore({ file: ':memory:', fewCases: 0 }),
});
