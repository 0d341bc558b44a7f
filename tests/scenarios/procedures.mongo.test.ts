import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { describeDemos, describeProcedures } from './describe-procedures.ts';

describeMongo('Procedures on MongoDB', () => {
  describeProcedures({ name: 'mongo', open: () => openTestStore() });
  describeDemos({ name: 'mongo', open: () => openTestStore() });
});
