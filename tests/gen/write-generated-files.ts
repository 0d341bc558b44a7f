import { writeFileSync } from 'node:fs';
import { GENERATED_FILES } from './generated-files.ts';

// `npm run gen`: writes every file that is made from the code.
for (const [path, make] of GENERATED_FILES) writeFileSync(path, make());
