import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeScenarios } from './describe-scenarios.ts';

describeScenarios({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
