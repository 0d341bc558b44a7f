import { describeRegisterImports } from '../server/http/register-imports.ts';
import { describeRegisters } from '../server/http/registers.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';

describeMongo('registers and their files on MongoDB', () => {
  describeRegisters({ name: 'mongo', open: () => openTestStore() });
  describeRegisterImports({ name: 'mongo', open: () => openTestStore() });
});
