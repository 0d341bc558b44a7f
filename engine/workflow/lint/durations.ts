import { isExpression } from '../../feel/expression.ts';
import { feelNodes, stringIn } from '../../feel/feel-tree.ts';
import { pointer } from '../../model/problem.ts';
import type { LintContext } from './lint-context.ts';
import { tasksOf } from './lint-context.ts';

/** A duration that the file writes, alone or as a text in an expression. */
export interface WrittenDuration {
  readonly text: string;
  readonly path: string;
}

/** Texts in expressions count as durations if they look like one. */
const LOOKS_LIKE_ONE = /^P(?=\d|T\d)[0-9A-Z]*(?:@|$)/;

/** Every duration of `due`, of `after`, and of texts in expressions. */
export function writtenDurations(context: LintContext): readonly WrittenDuration[] {
  const { nodes, expressions, file } = context;
  const plain = [
    ...(file.meta.due === undefined ? [] : [{ text: file.meta.due, path: '/meta/due' }]),
    ...nodes.flatMap((node) =>
      Object.keys(node.file.after ?? {}).map((text) => ({ text, path: `${node.pointer}/after${pointer(text)}` })),
    ),
    ...tasksOf(context).flatMap(({ task, pointer: at }) =>
      task.due === undefined ? [] : [{ text: task.due, path: `${at}/due` }],
    ),
  ].filter(({ text }) => !isExpression(text));
  const inFeel = expressions.flatMap(({ tree, pointer: path }) => {
    const texts = tree.kind === 'broken' ? [] : feelNodes(tree.root).map((node) => stringIn(node) ?? '');
    return [...new Set(texts)].filter((text) => LOOKS_LIKE_ONE.test(text)).map((text) => ({ text, path }));
  });
  return [...plain, ...inFeel];
}
