import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeProcedures } from './describe-procedures.ts';

describeProcedures({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
