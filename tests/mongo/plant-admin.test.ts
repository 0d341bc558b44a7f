import { describePlantParts } from '../server/http/plant-parts.ts';
import { describeStandIns } from '../server/http/stand-ins.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';

describeMongo('what a plant sets for itself', () => {
  describePlantParts({ name: 'mongo', open: () => openTestStore() });
  describeStandIns({ name: 'mongo', open: () => openTestStore() });
});
