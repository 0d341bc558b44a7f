import { pointer, type Problem } from '../model/problem.ts';

/**
 * The problems in the order in which their places stand in the file; what is missing stands where it belongs. Two
 * problems with the same place and code are one.
 */
export function inFileOrder(file: unknown, problems: readonly Problem[]): readonly Problem[] {
  const order = new Map<string, number>();
  number(file, '', order);
  const distinct = [
    ...new Map(problems.map((problem) => [`${problem.path} ${problem.code} ${problem.message}`, problem])).values(),
  ];
  const placed = distinct.map((problem) => ({ problem, at: placeOf(problem.path, order) }));
  return placed.sort((a, b) => a.at - b.at).map(({ problem }) => problem);
}

function number(value: unknown, at: string, order: Map<string, number>): void {
  order.set(at, order.size);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) number(entry, at + pointer(key), order);
}

/** Of the nearest place that exists. */
function placeOf(path: string, order: ReadonlyMap<string, number>): number {
  return order.get(path) ?? (path === '' ? 0 : placeOf(path.slice(0, path.lastIndexOf('/')), order));
}
