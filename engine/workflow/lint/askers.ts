import { type LintContext, sayState, tasksOf } from './lint-context.ts';

/** Who is asked: the part of tasks, commands and the start that names roles and people. */
export interface Asker {
  readonly who: {
    readonly roles?: string | readonly string[];
    readonly by?: string | readonly string[];
    readonly notBy?: string | readonly string[];
  };
  readonly pointer: string;
  /** How it is called in a sentence. */
  readonly said: string;
}

/** Every task, every command, and the start. */
export function askersOf(context: LintContext): readonly Asker[] {
  const { ways, file } = context;
  return [
    { who: { roles: file.meta.start.roles }, pointer: '/meta/start', said: 'the start' },
    ...tasksOf(context).map(({ node, task, pointer }) => ({
      who: task,
      pointer,
      said: `the task of ${sayState(node)}`,
    })),
    ...ways.flatMap(({ transition, pointer, event }) => {
      const command = transition.meta?.command;
      return command === undefined
        ? []
        : [{ who: command, pointer: `${pointer}/meta/command`, said: `the command "${event}"` }];
    }),
  ];
}
