import { openMemoryStore } from '../support/memory-store.ts';
import { describeScenarios } from './describe-scenarios.ts';

describeScenarios({ name: 'memory', open: async () => openMemoryStore() });
