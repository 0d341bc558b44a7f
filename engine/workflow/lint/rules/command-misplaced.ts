import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Commands are read from the first way of an `on` key; anywhere else nobody would find them. */
export const commandMisplaced: WorkflowRule = {
  id: 'WF35',
  code: 'workflow.command_misplaced',
  severity: 'error',
  title: 'A command stands on a task, whose "on" are its outcomes, or not on the first way of an "on" key.',
  remedy: 'Put it on the first way of an "on" key of the workflow, of a group or of a parallel state.',
  check: ({ ways }) =>
    ways.flatMap(({ transition, pointer, kind, index, from, event }) => {
      if (transition.meta?.command === undefined) return [];
      const path = `${pointer}/meta/command`;
      if (kind !== 'on')
        return [
          { path, message: `Nobody gives a command here: "${kind}" happens by itself. Move it to a key of "on".` },
        ];
      if (from.file.meta?.task !== undefined)
        return [
          {
            path,
            message: `"${event}" is an outcome of the task of ${sayState(from)}, not a command. Remove "command", or move the way to the state around it.`,
          },
        ];
      return index > 0
        ? [{ path, message: `The command "${event}" is read from its first way only. Move "command" there.` }]
        : [];
    }),
};
