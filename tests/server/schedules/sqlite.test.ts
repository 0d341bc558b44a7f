import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { describeSchedules } from './describe-schedules.ts';

describeSchedules('sqlite', async () => openSqliteStore({ file: ':memory:' }));
