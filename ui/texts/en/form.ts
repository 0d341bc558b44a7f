import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the form renderer. */
export const form = {
  // For which outcomes a field is.
  quoted: (title: string) => `“${title}”`,
  neededFor: (outcomes: string) => `Needed for ${outcomes}.`,
  usedFor: (outcomes: string) => `Only used for ${outcomes}.`,
  // What needs another look.
  problems: (count: number) =>
    plural(count, { one: '# answer needs another look', other: '# answers need another look' }),
  yes: 'Yes',
  no: 'No',
  clear: 'Clear',
  // Controls.
  pickOne: 'Pick one',
  pickDate: 'Pick a date',
  pickMoment: 'Pick a date and time',
  characters: (used: string, most: string) => `${used} of ${most} characters`,
  search: 'Type a name or a number',
  searching: 'Looking …',
  nothingFound: 'Nothing matches. Look for another word.',
  searchFailed: 'The list could not be loaded. Type again in a moment.',
  remove: (name: string) => `Remove ${name}`,
  typeAndEnter: 'Type, then press Enter',
  // Rows.
  addRow: 'Add a row',
  removeRow: (row: number) => `Remove row ${row}`,
  row: (row: number) => `Row ${row}`,
  cell: (column: string, row: number) => `${column}, row ${row}`,
  noRows: 'No row yet.',
  notAskedHere: 'Not asked in this row',
  // Files.
  addFile: 'Add a file',
  addPhoto: 'Take or add a photo',
  dropHere: 'or drop it here',
  filesTaken: (kinds: string, size: string) => `${kinds}, up to ${size} each`,
  sending: (percent: string) => `${percent} % sent`,
  tooLarge: (name: string, most: string) => `${name} is larger than ${most}. Choose a smaller file.`,
  wrongKind: (name: string, kinds: string) => `${name} is of another kind. Choose one of: ${kinds}.`,
  fileFailed: (name: string, reason: string) => `${name} was not sent. ${reason}`,
  tryAgain: 'Try again',
  stillSending: 'A file is still being sent. Wait until it has arrived, then press again.',
  // What nobody answers.
  workedOutLater: 'Worked out when you send it',
  yours: 'Yours',
  // The ruler, for those who do not see it.
  rulerGood: (date: string) => `Yours is ${date}: possible and in time.`,
  rulerEarly: (date: string) => `Yours is ${date}: earlier than possible.`,
  rulerLate: (date: string) => `Yours is ${date}: later than asked for.`,
  rulerRange: (from: string, to: string) => `Possible and in time from ${from} to ${to}.`,
};
