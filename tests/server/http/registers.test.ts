import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { describeRegisters } from './registers.ts';

describeRegisters({ name: 'memory', open: async () => openMemoryStore() });
describeRegisters({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
