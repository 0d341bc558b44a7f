import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of imports, in English. */
export const imports = {
  lead: 'A file is read and compared first. Nothing changes before you say so, and then everything or nothing.',
  hint: 'CSV in UTF-8 or XLSX, at most 50,000 rows and 20 MB. The first line names the columns, as an export of this register does: export it, change it, and bring it back.',
  choose: 'Choose a file',
  notFoundTitle: 'There is no such import',
  notFoundText: 'Either the address is wrong, or it is long over.',
  another: 'Another file',
  nothingChanged: 'Nothing was changed.',
  nothingNew: 'The file says what stands here already.',
  ready: 'The file can be taken. Look at what it would do.',
  rows: 'Rows',
  adds: 'New',
  changes: 'Changed',
  same: 'As it is',
  bad: 'Problems',
  title: (register: string) => `Import: ${register}`,
  sending: (percent: string) => `Sending, ${percent} %`,
  reading: (count: string) => `Reading: ${count} rows so far`,
  applying: (count: string) => `Writing: ${count} rows so far`,
  applied: (adds: string, changes: string) => `Done: ${adds} new, ${changes} changed.`,
  left: (ids: string) => `Somebody else changed these in the same moment, so they were left as they are: ${ids}.`,
  hasBad: (count: number) => plural(count, { one: 'The file has one problem.', other: 'The file has # problems.' }),
  apply: (count: number) => plural(count, { one: 'Write one row', other: 'Write # rows' }),
  onlyFirst: (count: number) => plural(count, { one: 'The first row is shown.', other: 'The first # rows are shown.' }),
  row: (number: number) => `Row ${number}`,
  kinds: { bad: 'What is wrong', change: 'What would change', add: 'What would be new' },
};
