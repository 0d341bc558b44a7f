import { median } from './spread.ts';

/** What a bench says on its standard output, one JSON object a line; `run.mjs` reads it. Progress goes to standard error. */

/** How a figure should be, for whoever reads the table. A missed aim is shown; it fails nothing. */
export interface Aim {
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface FigureName {
  readonly name: string;
  readonly unit: string;
  readonly aim?: Aim;
}

/** Reports the median of several runs with the lowest and the highest. No runs, no figure. */
export function reportRuns(figure: FigureName, runs: readonly number[]): void {
  if (runs.length === 0) return;
  write({
    kind: 'figure',
    ...figure,
    value: rounded(median(runs)),
    low: rounded(Math.min(...runs)),
    high: rounded(Math.max(...runs)),
    runs: runs.length,
  });
}

/** Reports one value that was measured once, or counted. */
export function reportValue(figure: FigureName, value: number): void {
  write({ kind: 'figure', ...figure, value: rounded(value) });
}

/** A sentence that says how the figures were taken: sizes, settings, versions. */
export function reportSetting(text: string): void {
  write({ kind: 'setting', text });
}

/** A line of detail under the figures, for the table only. */
export function reportDetail(text: string): void {
  write({ kind: 'detail', text });
}

/**
 * Work was lost or done twice: every figure of it counts nothing, and the bench fails.
 *
 * A fast engine that loses a step is not fast, so the zero stands where the figure would.
 */
export function reportBroken(figures: readonly FigureName[], problems: readonly string[]): void {
  for (const problem of problems) progress(`  WRONG COUNT: ${problem}`);
  for (const figure of figures) write({ kind: 'figure', ...figure, value: 0 });
  process.exitCode = 1;
}

/** Says what the bench is doing. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Three figures say what such a measurement knows; whole numbers stay whole. */
function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
