import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { describePlantParts } from './plant-parts.ts';

describePlantParts({ name: 'memory', open: async () => openMemoryStore() });
describePlantParts({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
