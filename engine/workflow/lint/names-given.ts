import { pointer } from '../../model/problem.ts';
import type { LintContext } from './lint-context.ts';

/** A name that the file gives to something FEEL can say. */
export interface GivenName {
  readonly name: string;
  readonly path: string;
  /** True for what becomes a key of `data`, `tasks` or `visits`. */
  readonly keeps: boolean;
}

/** States, `into`, outcomes and commands, names written by `set`, items of `forEach`. */
export function namesGiven({ nodes, actions, ways, file }: LintContext): readonly GivenName[] {
  return [
    { name: file.meta.start.into, path: '/meta/start/into', keeps: true },
    ...nodes.flatMap((node): readonly GivenName[] => {
      const { task, into } = node.file.meta ?? {};
      return [
        ...(node.parent === null ? [] : [{ name: node.key, path: node.pointer, keeps: true }]),
        ...(task?.into === undefined ? [] : [{ name: task.into, path: `${node.pointer}/meta/task/into`, keeps: true }]),
        ...(into === undefined ? [] : [{ name: into, path: `${node.pointer}/meta/into`, keeps: true }]),
        ...itemName(task?.forEach?.as, `${node.pointer}/meta/task/forEach/as`),
        ...itemName(node.file.meta?.forEach?.as, `${node.pointer}/meta/forEach/as`),
        ...Object.keys(task?.outcomes ?? {}).map((outcome) => ({
          name: outcome,
          path: `${node.pointer}/meta/task/outcomes${pointer(outcome)}`,
          keeps: false,
        })),
        ...Object.keys(node.file.on ?? {}).map((event) => ({
          name: event,
          path: `${node.pointer}/on${pointer(event)}`,
          keeps: false,
        })),
      ];
    }),
    ...ways.flatMap(({ transition, pointer: at }) => {
      const into = transition.meta?.command?.into;
      return into === undefined ? [] : [{ name: into, path: `${at}/meta/command/into`, keeps: true }];
    }),
    ...actions
      .filter(({ type }) => type === 'set')
      .flatMap((action) =>
        Object.keys(action.params).map((name) => ({
          name,
          path: `${action.pointer}/params${pointer(name)}`,
          keeps: true,
        })),
      ),
  ];
}

/** What expressions call the item. `item` is what they call it anyway. */
function itemName(name: string | undefined, path: string): readonly GivenName[] {
  return name === undefined || name === 'item' ? [] : [{ name, path, keeps: true }];
}
