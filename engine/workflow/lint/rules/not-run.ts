import { pointer } from '../../../model/problem.ts';
import { NOT_RUN } from '../not-run.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The schema refuses them in a file; a machine that comes from a picture has not met it. */
export const notRun: WorkflowRule = {
  id: 'WF14',
  code: 'workflow.not_run',
  severity: 'error',
  title: 'A word of XState that is not run here: history states, route, systemId, context and others.',
  remedy: 'Each problem says what to write instead.',
  check: ({ nodes, ways }) => {
    const places = [
      ...nodes.map((node) => ({ value: node.file, at: node.pointer })),
      ...ways.map((way) => ({ value: way.transition, at: way.pointer })),
    ];
    const keys = places.flatMap(({ value, at }) =>
      Object.keys(value).map((key) => ({ word: key, path: at + pointer(key) })),
    );
    const types = nodes
      .map((node) => ({ word: String(node.file.type ?? ''), path: `${node.pointer}/type` }))
      .filter(({ word }) => word === 'history');
    return [...keys, ...types].flatMap(({ word, path }) => {
      const instead = NOT_RUN.get(word);
      return instead === undefined
        ? []
        : [{ path, message: `"${word}" is not run. ${instead}`, params: { key: word } }];
    });
  },
};
