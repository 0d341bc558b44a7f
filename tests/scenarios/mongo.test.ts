import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { describeScenarios } from './describe-scenarios.ts';

describeMongo('Scenarios on MongoDB', () => describeScenarios({ name: 'mongo', open: () => openTestStore() }));
