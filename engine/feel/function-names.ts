import { ADDED_FUNCTIONS } from './functions.ts';

/** FEEL's own functions, as the DMN standard lists them, but for those that feelin has not written (finishes, during, coincides …). */
const STANDARD = [
  ...['number', 'string', 'date', 'date and time', 'time', 'duration', 'years and months duration', 'not'],
  ...['substring', 'string length', 'upper case', 'lower case', 'substring before', 'substring after', 'replace', 'contains', 'matches', 'starts with', 'ends with', 'split', 'string join'],
  ...['list contains', 'list replace', 'count', 'min', 'max', 'sum', 'mean', 'all', 'any', 'sublist', 'append', 'concatenate', 'insert before', 'remove', 'reverse', 'index of', 'union', 'distinct values', 'flatten'],
  ...['product', 'median', 'stddev', 'mode', 'decimal', 'floor', 'ceiling', 'abs', 'round up', 'round down', 'round half up', 'round half down', 'modulo', 'sqrt', 'log', 'exp', 'odd', 'even'],
  ...['is', 'before', 'after', 'meets', 'met by', 'overlaps', 'includes'],
  ...['day of year', 'day of week', 'month of year', 'week of year', 'sort', 'get value', 'get entries', 'context', 'context merge', 'context put'],
];

/** Functions that read the machine's clock: refused, since a step has one moment of its own. */
export const CLOCK_FUNCTIONS: ReadonlySet<string> = new Set(['now', 'today']);

/** Every function that an expression may call. */
export const FUNCTION_NAMES: ReadonlySet<string> = new Set([...STANDARD, ...ADDED_FUNCTIONS]);
