/** The moment the mock lives in: Monday 23 November 2026, 10:42 in Taichung. `MOCK_NOW` sets another. */
export const NOW = Date.parse(process.env['MOCK_NOW'] ?? '2026-11-23T10:42:00+08:00');

/** A moment of that week in Taichung, from `MM-DD HH:MM`. */
export function at(local: string): string {
  return new Date(`2026-${local.replace(' ', 'T')}:00+08:00`).toISOString();
}
