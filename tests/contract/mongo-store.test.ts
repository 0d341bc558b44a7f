import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { describeStore } from './store-contract.ts';

describeMongo('MongoDB keeps the contract', () => describeStore({ name: 'mongo', open: () => openTestStore() }));
