import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { describeStandIns } from './stand-ins.ts';

describeStandIns({ name: 'memory', open: async () => openMemoryStore() });
describeStandIns({ name: 'sqlite', open: async () => openSqliteStore({ file: ':memory:' }) });
