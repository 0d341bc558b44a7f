import { openMemoryStore } from '../support/memory-store.ts';
import { describeStore } from './store-contract.ts';

describeStore({ name: 'memory', open: async () => openMemoryStore() });
