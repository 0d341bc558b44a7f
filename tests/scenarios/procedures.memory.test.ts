import { openMemoryStore } from '../support/memory-store.ts';
import { describeDemos, describeProcedures } from './describe-procedures.ts';

const UNDER = { name: 'memory', open: async () => openMemoryStore() };

describeProcedures(UNDER);
describeDemos(UNDER);
