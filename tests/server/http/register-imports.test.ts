import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { describeRegisterImports } from './register-imports.ts';

describeRegisterImports({ name: 'memory', open: async () => openMemoryStore() });
describeRegisterImports({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
