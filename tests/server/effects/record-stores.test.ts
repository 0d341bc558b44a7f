import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { describeRecordEffect } from './record-effect.ts';

describeRecordEffect({ name: 'memory', open: async () => openMemoryStore() });
describeRecordEffect({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
