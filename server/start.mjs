// `npm start` on a fresh clone: installs what is missing, builds what is stale, starts the server.
// Plain JavaScript and nothing but Node, because it runs before anything is installed.
import { prepare } from './prepare.mjs';

const ok = await prepare({ page: true });
if (!ok) process.exit(1);
await import('../dist/server/main.js');
