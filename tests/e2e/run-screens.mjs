// `npm run screens`: the same set-up as `npm test`, then the pictures of the README, taken anew.
import { prepare } from '../../server/prepare.mjs';

if (!(await prepare({ page: true }))) process.exit(1);
await import('../../dist/tests/e2e/take-screens.js');
