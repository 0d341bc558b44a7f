import { didYouMean } from '../../../lint/suggest.ts';
import { stateKind } from '../../target-of.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** XState finds it only when the first case starts. */
export const initialUnknown: WorkflowRule = {
  id: 'WF10',
  code: 'workflow.initial_unknown',
  severity: 'error',
  title: 'A state with states inside does not say which is entered first, or names one that is not there.',
  remedy: 'Name one of its children in "initial".',
  check({ nodes }) {
    return nodes.flatMap((node) => {
      const children = Object.keys(node.file.states ?? {});
      const { initial } = node.file;
      if (stateKind(node) !== 'compound' || (initial !== undefined && children.includes(initial))) return [];
      const message =
        initial === undefined
          ? `${sayState(node)} has states inside and does not say which is entered first. Add "initial".`
          : `"${initial}" is no state directly inside ${sayState(node)}.${didYouMean(initial, children) || ` Choose one of: ${children.join(', ')}.`}`;
      return [{ path: `${node.pointer}/initial`, message }];
    });
  },
};
