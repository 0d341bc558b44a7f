import { openCsv } from './read-csv.ts';
import { openXlsx } from './read-xlsx.ts';
import { refuseFile } from './refuse-file.ts';
import type { Sheet } from './sheet-row.ts';

/** How every zip file begins, and so every XLSX. */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/** Opens a file of rows: XLSX if its content is one, else CSV; its name decides nothing. Throws `import.refused`. RI1 */
export async function openSheet(bytes: Buffer): Promise<Sheet> {
  if (bytes.length === 0) throw refuseFile('empty');
  return bytes.subarray(0, ZIP.length).equals(ZIP) ? openXlsx(bytes) : openCsv(bytes);
}
