import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeDemos, describeProcedures } from './describe-procedures.ts';

const UNDER = { name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) };

describeProcedures(UNDER);
describeDemos(UNDER);
