import { type FreePath, freePaths } from '../../feel/free-paths.ts';
import { FEEL_ROOTS } from '../names.ts';
import type { LintContext } from './lint-context.ts';
import type { PlacedFeel } from './placed-feel.ts';

/** Everything that the readable expressions of the file read, with where they stand. */
export function pathsRead({
  expressions,
}: LintContext): readonly { readonly expression: PlacedFeel; readonly read: FreePath }[] {
  return expressions.flatMap((expression) => {
    const { tree, items } = expression;
    const paths = tree.kind === 'broken' ? [] : freePaths(tree.root, [...FEEL_ROOTS, ...items]);
    return paths.map((read) => ({ expression, read }));
  });
}

/**
 * True for a path that may be missing when an expression is asked: all of `data`, `tasks`, `visits` and `event`, but
 * for who started and for what the start form requires.
 */
export function isOptional({ file, around }: LintContext, [root, name, field, ...deeper]: readonly string[]): boolean {
  const { start } = file.meta;
  if (root === 'data' && name === start.into && field !== undefined)
    return deeper.length > 0 || around.forms.get(start.form)?.schema.required?.includes(field) !== true;
  if (root === 'tasks' && name === 'start') return false;
  return root === 'data' || root === 'tasks' || root === 'visits' || root === 'event';
}
