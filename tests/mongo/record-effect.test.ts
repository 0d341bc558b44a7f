import { describeRecordEffect } from '../server/effects/record-effect.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';

describeMongo('rows of registers on MongoDB', () =>
  describeRecordEffect({ name: 'mongo', open: () => openTestStore() }),
);
