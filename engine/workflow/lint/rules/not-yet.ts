import type { Finding } from '../../../lint/rule.ts';
import type { LintContext } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** `src` and actions that the language knows. One that has a handler is run, and no longer refused here. */
const SOURCES = /^(?:workflow:.+|compute:.+|http|record)$/;
const ACTIONS: ReadonlySet<string> = new Set(['message', 'start']);

/**
 * What the language has words for and the engine does not do yet. It shrinks as the engine grows.
 *
 * A `ladder` is kept without a word: it tells people, and a case without it goes the same way.
 */
export const notYet: WorkflowRule = {
  id: 'WF17',
  code: 'workflow.not_yet',
  severity: 'error',
  title:
    'Something that the language knows and the engine does not run yet: forEach, suspended, sign, taken, messages, child workflows, and effects without a handler.',
  remedy: 'Leave it out for now.',
  check: (context) => [...inMeta(context), ...messages(context), ...effects(context)],
};

function inMeta({ nodes, file }: LintContext): readonly Finding[] {
  const taken =
    'taken' in file.meta
      ? [say('/meta/taken', 'A start whose key is taken cannot join the case that holds it yet')]
      : [];
  const states = nodes.flatMap(({ file: { meta }, pointer }) => {
    const task: object = meta?.task ?? {};
    return [
      ...(meta?.['forEach'] === undefined
        ? []
        : [say(`${pointer}/meta/forEach`, 'An invocation for each item is not run yet')]),
      ...(meta?.['suspended'] === undefined
        ? []
        : [say(`${pointer}/meta/suspended`, 'The clock of a case cannot stand still yet')]),
      ...('forEach' in task ? [say(`${pointer}/meta/task/forEach`, 'A task for each item is not run yet')] : []),
      ...('outcomes' in task && !('forEach' in task)
        ? [
            say(
              `${pointer}/meta/task/outcomes`,
              'Outcomes are listed in "on"; this list belongs to forEach, which is not run yet',
            ),
          ]
        : []),
      ...('sign' in task ? [say(`${pointer}/meta/task/sign`, 'Signatures are not run yet')] : []),
    ];
  });
  return [...taken, ...states];
}

/** An event of a state without a task that is no command. */
function messages({ ways }: LintContext): readonly Finding[] {
  const firsts = ways.filter(
    ({ kind, index, from, event }) =>
      kind === 'on' && index === 0 && from.file.meta?.task === undefined && !/\*|^xstate\./.test(event),
  );
  return firsts
    .filter(({ transition }) => transition.meta?.command === undefined)
    .map(({ pointer, event }) =>
      say(
        pointer,
        `"${event}" is no command and no outcome of a task, so it would be a message, and messages are not run yet`,
        'If a person does it, add "meta": { "command": … }.',
      ),
    );
}

function effects({ nodes, actions, around }: LintContext): readonly Finding[] {
  const sources = nodes.flatMap(({ file: { invoke }, pointer }) => {
    const missing = invoke !== undefined && SOURCES.test(invoke.src) && !around.effects.has(invoke.src);
    return missing ? [say(`${pointer}/invoke/src`, `"${invoke.src}" is not run yet`)] : [];
  });
  const acts = actions.filter(({ type }) => ACTIONS.has(type) && !around.effects.has(type));
  return [...sources, ...acts.map(({ type, typePointer }) => say(typePointer, `The action "${type}" is not run yet`))];
}

const say = (path: string, sentence: string, advice = 'Leave it out for now.'): Finding => ({
  path,
  message: `${sentence}. ${advice}`,
});

/** True for an effect that this rule speaks of. */
export const isNotYet = (name: string): boolean => SOURCES.test(name) || ACTIONS.has(name);
