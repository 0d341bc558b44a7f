import { openMemoryStore } from '../support/memory-store.ts';
import { describeProcedures } from './describe-procedures.ts';

describeProcedures({ name: 'memory', open: async () => openMemoryStore() });
