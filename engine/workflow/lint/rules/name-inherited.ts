import { isInherited } from '../../names.ts';
import { namesGiven } from '../names-given.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A guard called `toString` would be found without being there, and pass. */
export const nameInherited: WorkflowRule = {
  id: 'WF3',
  code: 'workflow.name_inherited',
  severity: 'error',
  title: 'A name is one that every JavaScript object has, such as toString: it would be found without being there.',
  remedy: 'Choose another name.',
  check(context) {
    const { nodes, ways, actions, file } = context;
    const names = [
      { name: file.id, path: '/id' },
      ...namesGiven(context),
      ...nodes.flatMap((node) => [
        ...(node.file.id === undefined || node.parent === null
          ? []
          : [{ name: node.file.id, path: `${node.pointer}/id` }]),
        ...(node.file.invoke === undefined ? [] : [{ name: node.file.invoke.src, path: `${node.pointer}/invoke/src` }]),
        ...Object.keys(node.file.after ?? {}).map((delay) => ({ name: delay, path: `${node.pointer}/after/${delay}` })),
      ]),
      ...ways.flatMap(({ transition, pointer }) =>
        transition.guard === undefined ? [] : [{ name: transition.guard, path: `${pointer}/guard` }],
      ),
      ...actions.map(({ type, typePointer }) => ({ name: type, path: typePointer })),
    ];
    return names
      .filter(({ name }) => isInherited(name))
      .map(({ name, path }) => ({
        path,
        message: `"${name}" is a name that JavaScript keeps for itself. Choose another.`,
      }));
  },
};
