// The figures of one bench as a table that a person reads.

/**
 * @param {string} bench
 * @param {readonly {kind: string, name?: string, value?: number, unit?: string, low?: number, high?: number, runs?: number, aim?: {atLeast?: number, atMost?: number}, text?: string}[]} lines
 */
export function formatTable(bench, lines) {
  const rows = lines
    .filter((line) => line.kind === 'figure')
    .map((line) => [line.name, format(line.value), line.unit, spreadOf(line), aimOf(line)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column].length)));
  const table = rows.map((row) =>
    `  ${row.map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
  const texts = (kind) => lines.filter((line) => line.kind === kind).map((line) => `  ${line.text}`);
  return `\n${[bench, ...table, ...texts('detail'), ...texts('setting').map((text) => `  · ${text.trim()}`)].join('\n')}\n`;
}

function format(value) {
  return value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) >= 100 ? 21 : 3 });
}

function spreadOf({ low, high, runs }) {
  return runs === undefined ? '' : `${format(low)} – ${format(high)} in ${runs} runs`;
}

function aimOf({ aim, value }) {
  if (aim === undefined) return '';
  const [sign, limit, met] =
    aim.atLeast === undefined ? ['≤', aim.atMost, value <= aim.atMost] : ['≥', aim.atLeast, value >= aim.atLeast];
  return `aim ${sign} ${format(limit)}: ${met ? 'met' : 'missed'}`;
}
