import { feelOf, isExpression } from '../../feel/expression.ts';
import { type FeelTree, readFeelTree } from '../../feel/feel-tree.ts';
import { pointer } from '../../model/problem.ts';
import type { ItemsFile, WorkflowFile } from '../../model/workflow-file.ts';
import { readNumberFormat } from '../number-format.ts';
import type { StateNode } from '../walk-states.ts';
import type { PlacedWay } from './placed-ways.ts';
import type { PlacedAction } from './placed-actions.ts';

/** What an expression is for: some checks look only at guards, or only at who. */
export type FeelUse = 'guard' | 'roles' | 'people' | 'time' | 'value';

/** An expression of the file with where it stands. */
export interface PlacedFeel {
  readonly feel: string;
  readonly tree: FeelTree;
  readonly pointer: string;
  readonly use: FeelUse;
  /** Names it sees beside FEEL's roots: the item of a `forEach`. */
  readonly items: readonly string[];
}

/** What an expression of `sign` sees beside the rest: the answer that is about to be signed. */
const SIGN_NAMES = ['outcome', 'answers'];

interface Sources {
  readonly ways: readonly PlacedWay[];
  readonly actions: readonly PlacedAction[];
}

/** Every `= …` of a workflow file. */
export function readExpressions(
  file: WorkflowFile,
  nodes: readonly StateNode[],
  { ways, actions }: Sources,
): readonly PlacedFeel[] {
  return [
    ...ofWorkflow(file),
    ...nodes.flatMap(ofState),
    ...ways.flatMap(({ transition, pointer: at }) => [
      ...place(transition.guard, `${at}/guard`, 'guard'),
      ...ofWho(transition.meta?.command, `${at}/meta/command`, []),
      ...place(transition.meta?.command?.sign, `${at}/meta/command/sign`, 'value', SIGN_NAMES),
    ]),
    ...actions.flatMap((action) => inside(action.params, `${action.pointer}/params`, [])),
  ];
}

function ofWorkflow({ meta, id }: WorkflowFile): readonly PlacedFeel[] {
  const number = readNumberFormat(meta.number ?? id);
  const inNumber =
    number.kind === 'read'
      ? number.parts.flatMap((part) => (part.kind === 'feel' ? place(`=${part.feel}`, '/meta/number', 'value') : []))
      : [];
  return [
    ...place(meta.key, '/meta/key', 'value'),
    ...place(meta.status, '/meta/status', 'value'),
    ...place(meta.due, '/meta/due', 'time'),
    ...place(meta['ladder'], '/meta/ladder', 'value'),
    ...inNumber,
  ];
}

function ofState({ file, pointer: at }: StateNode): readonly PlacedFeel[] {
  const { task, forEach } = file.meta ?? {};
  const taskAt = `${at}/meta/task`;
  const taskItems = itemsOf(task?.forEach);
  return [
    ...Object.keys(file.after ?? {}).flatMap((delay) => place(delay, `${at}/after${pointer(delay)}`, 'time')),
    ...ofWho(task, taskAt, taskItems),
    ...place(task?.due, `${taskAt}/due`, 'time', taskItems),
    ...place(task?.ladder, `${taskAt}/ladder`, 'value', taskItems),
    ...place(task?.sign, `${taskAt}/sign`, 'value', [...taskItems, ...SIGN_NAMES]),
    ...inside(task?.prefill, `${taskAt}/prefill`, taskItems),
    ...inside(task?.forEach?.items, `${taskAt}/forEach/items`, []),
    ...place(task?.forEach?.until, `${taskAt}/forEach/until`, 'guard'),
    ...inside(forEach?.items, `${at}/meta/forEach/items`, []),
    ...place(forEach?.until, `${at}/meta/forEach/until`, 'guard'),
    ...inside(file.invoke?.input, `${at}/invoke/input`, itemsOf(forEach)),
    ...inside(file.output, `${at}/output`, []),
  ];
}

const itemsOf = (forEach: ItemsFile | undefined): readonly string[] =>
  forEach === undefined ? [] : [forEach.as ?? 'item'];

function ofWho(
  who: { readonly roles?: unknown; readonly by?: unknown; readonly notBy?: unknown } | undefined,
  at: string,
  items: readonly string[],
): readonly PlacedFeel[] {
  return [
    ...place(who?.roles, `${at}/roles`, 'roles', items),
    ...place(who?.by, `${at}/by`, 'people', items),
    ...place(who?.notBy, `${at}/notBy`, 'people', items),
  ];
}

/** The expression at one place, if one stands there. */
function place(value: unknown, at: string, use: FeelUse, items: readonly string[] = []): readonly PlacedFeel[] {
  if (!isExpression(value))
    return Array.isArray(value) ? value.flatMap((entry, index) => place(entry, at + pointer(index), use, items)) : [];
  const feel = feelOf(value);
  return [{ feel, tree: readFeelTree(feel), pointer: at, use, items }];
}

/** Every expression inside a value, however deep. */
function inside(value: unknown, at: string, items: readonly string[]): readonly PlacedFeel[] {
  if (typeof value !== 'object' || value === null) return place(value, at, 'value', items);
  return Object.entries(value).flatMap(([key, entry]) => inside(entry, at + pointer(key), items));
}
