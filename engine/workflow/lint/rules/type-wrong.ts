import type { Finding } from '../../../lint/rule.ts';
import { stateKind } from '../../target-of.ts';
import type { StateNode } from '../../walk-states.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Something that does not go together: whether it is so, the key that is wrong, and the rest of the sentence. */
type Clash = readonly [isSo: boolean, key: string, sentence: string];

/** XState passes over most of these without a word. */
export const typeWrong: WorkflowRule = {
  id: 'WF12',
  code: 'workflow.type_wrong',
  severity: 'error',
  title:
    'The type of a state does not go with what it holds: a final state with a way out or a task, a parallel or compound state without states, an atomic one with them, an end that is not final.',
  remedy: 'Change the type, or remove what does not go with it.',
  check: ({ nodes }) =>
    nodes.slice(1).flatMap((node) => {
      const clashes =
        stateKind(node) === 'final' ? clashesOfEnd(node) : [...clashesOfKind(node), ...clashesOfOpen(node)];
      return clashes.flatMap(([isSo, key, sentence]): readonly Finding[] =>
        isSo ? [{ path: `${node.pointer}/${key}`, message: `${sayState(node)} ${sentence}` }] : [],
      );
    }),
};

const AFTER_THE_END = ['on', 'after', 'always', 'onDone', 'invoke', 'states', 'initial'] as const;

function clashesOfEnd({ file }: StateNode): readonly Clash[] {
  const noTask = 'is final, so nobody would do its task. Put the task into a state before it.';
  const nothing = (key: string) => `is final: nothing happens after it. Remove "${key}", or its type.`;
  return [
    ...AFTER_THE_END.map((key): Clash => [file[key] !== undefined, key, nothing(key)]),
    [file.meta?.task !== undefined, 'meta/task', noTask],
  ];
}

/** What the kind of a state asks of the states inside it. */
function clashesOfKind(node: StateNode): readonly Clash[] {
  const { file } = node;
  const kind = stateKind(node);
  const isOuter = kind === 'compound' || kind === 'parallel';
  const hasStates = file.states !== undefined;
  const hasTask = file.meta?.task !== undefined;
  const noTask = 'has states inside, so its task would stand beside theirs. Put the task into a state of its own.';
  return [
    [isOuter && !hasStates, 'type', `is ${kind} and has no states. Add some, or remove the type.`],
    [kind === 'atomic' && hasStates, 'type', 'is atomic and has states inside. Remove the type.'],
    [
      kind === 'parallel' && file.initial !== undefined,
      'initial',
      'enters all its branches at once. Remove "initial".',
    ],
    [isOuter && hasTask, 'meta/task', noTask],
    [isOuter && file.invoke !== undefined, 'invoke', 'has states inside. Put the invocation into a state of its own.'],
    [hasTask && file.invoke !== undefined, 'invoke', 'has a task and an invocation. Make two states of it.'],
  ];
}

/** What only a state can have that ends. */
function clashesOfOpen({ file }: StateNode): readonly Clash[] {
  const noEnd = 'has nothing inside that could end. Move "onDone" into "invoke", or remove it.';
  return [
    [file.onDone !== undefined && file.states === undefined, 'onDone', noEnd],
    [file.meta?.end !== undefined, 'meta/end', 'is not final, so no case ends here. Add "type": "final".'],
    [file.output !== undefined, 'output', 'is not final, so it gives no result. Move "output" to a final state.'],
  ];
}
