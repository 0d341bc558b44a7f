import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of a grid of measurements. */
export const measure = {
  how: 'Arrow keys move between the cells. Enter goes to the next open one. For a look or a gauge check: 1 is OK, 0 is not OK.',
  characteristic: 'Characteristic',
  piece: (piece: number) => `piece ${piece}`,
  cell: (name: string, piece: number) => `${name}, piece ${piece}`,
  progress: (done: string, all: string) => `${done} of ${all} values`,
  limits: 'limits',
  between: (low: string, high: string) => `${low} – ${high}`,
  atMost: (high: string) => `≤ ${high}`,
  atLeast: (low: string) => `≥ ${low}`,
  byEye: 'OK or not OK',
  nothing: 'Nothing to measure: the case names no characteristics.',
  // What a cell says.
  open: 'Open',
  within: 'Within',
  atLimit: 'Within, at the limit',
  outBy: (by: string) => `Out by ${by}`,
  notNumber: 'Not a number',
  ok: 'OK',
  notOk: 'Not OK',
  okShort: 'OK',
  notOkShort: 'Not OK',
  // The pad.
  pad: 'Number pad',
  point: 'Decimal sign',
  back: 'Delete the last sign',
  sign: 'Change the sign',
  next: 'Next value',
  allIn: 'All values are in',
  padLeft: 'Pad to the left',
  padRight: 'Pad to the right',
  // Photos.
  photo: 'Photo',
  photoNeeded: 'A photo is needed: this piece does not conform.',
  // Gauges.
  gauge: 'Gauge',
  chooseGauge: 'Choose the gauge',
  chooseAnother: 'Choose another',
  gaugeFirst: 'First the gauge',
  gaugeFirstText: 'Say with which gauge you measure.',
  locked: (gauge: string) => `${gauge} is locked`,
  overdue: (days: number) => plural(days, { one: 'Calibration # day overdue.', other: 'Calibration # days overdue.' }),
  notInService: 'It is not in service.',
  noGauge: 'No gauge of this kind may be used now. Ask metrology.',
  gaugesFailed: 'The gauges could not be loaded. Check the network; what you typed is kept.',
  // The classes.
  classes: 'Nonconforming pieces by class',
  found: (pieces: number) => plural(pieces, { one: '# piece', other: '# pieces' }),
  acRe: (ac: string, re: string) => `Ac ${ac} · Re ${re}`,
  withinAc: 'Within Ac',
  overAc: 'Over Ac',
  reached: 'Re reached',
};
