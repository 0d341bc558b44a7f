import { stateKind } from '../../target-of.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

const AFTER_THE_END = ['on', 'after', 'always', 'onDone', 'invoke', 'states', 'initial'] as const;

export const typeWrong: WorkflowRule = {
  id: 'WF12',
  code: 'workflow.type_wrong',
  severity: 'error',
  title: 'The type of a state does not go with what it holds: a final state with a way out or a task, a parallel or compound state without states, an atomic one with them, an end that is not final.',
  remedy: 'Change the type, or remove what does not go with it.',
  check({ nodes }) {
    return nodes.slice(1).flatMap((node) => {
      const { file, pointer } = node;
      const kind = stateKind(node);
      const hasStates = file.states !== undefined;
      const say = (key: string, message: string) => [{ path: `${pointer}/${key}`, message }];
      if (kind === 'final') {
        const keys = AFTER_THE_END.filter((key) => file[key] !== undefined);
        return [
          ...keys.flatMap((key) => say(key, `${sayState(node)} is final: nothing happens after it. Remove "${key}", or its type.`)),
          ...(file.meta?.task === undefined ? [] : say('meta/task', `${sayState(node)} is final, so nobody would do its task. Put the task into a state before it.`)),
        ];
      }
      return [
        ...((kind === 'parallel' || kind === 'compound') && !hasStates ? say('type', `${sayState(node)} is ${kind} and has no states. Add some, or remove the type.`) : []),
        ...(kind === 'atomic' && hasStates ? say('type', `${sayState(node)} is atomic and has states inside. Remove the type.`) : []),
        ...(kind === 'parallel' && file.initial !== undefined ? say('initial', `All branches of ${sayState(node)} are entered at once. Remove "initial".`) : []),
        ...(kind !== 'atomic' && file.meta?.task !== undefined ? say('meta/task', `${sayState(node)} has states inside, so its task would stand beside theirs. Put the task into a state of its own.`) : []),
        ...(kind !== 'atomic' && file.invoke !== undefined ? say('invoke', `${sayState(node)} has states inside. Put the invocation into a state of its own.`) : []),
        ...(file.meta?.task !== undefined && file.invoke !== undefined ? say('invoke', `${sayState(node)} has a task and an invocation. Make two states of it.`) : []),
        ...(file.onDone !== undefined && !hasStates ? say('onDone', `${sayState(node)} has nothing inside that could end. Move "onDone" into "invoke", or remove it.`) : []),
        ...(file.meta?.end === undefined ? [] : say('meta/end', `${sayState(node)} is not final, so no case ends here. Add "type": "final".`)),
        ...(file.output === undefined ? [] : say('output', `${sayState(node)} is not final, so it gives no result. Move "output" to a final state.`)),
      ];
    });
  },
};
