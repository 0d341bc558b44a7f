// `npm run person:add`: set up like `npm start`, then one person more.
import { prepare } from './prepare.mjs';

if (!(await prepare({ page: false }))) process.exit(1);
await import('../dist/server/person-add.js');
