import { describeMongo, openTestStore } from '../../support/mongo/mongo-for-tests.ts';
import { describeSchedules } from './describe-schedules.ts';

describeMongo('MongoDB runs schedules', () => describeSchedules('mongo', () => openTestStore()));
