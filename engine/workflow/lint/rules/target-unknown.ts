import { didYouMean } from '../../../lint/suggest.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** XState names only the first of them, and not its place. */
export const targetUnknown: WorkflowRule = {
  id: 'WF11',
  code: 'workflow.target_unknown',
  severity: 'error',
  title:
    'A way leads to a state that is not there. A plain name is looked for beside the state, .child inside it, #id anywhere; the root has nothing beside it.',
  remedy: 'Name a state that exists.',
  check({ nodes, ways }) {
    const all = nodes.slice(1);
    return ways.flatMap(({ transition: { target }, to, from, pointer, bare }) => {
      if (target === undefined || to !== undefined) return [];
      const path = bare ? pointer : `${pointer}/target`;
      const key = target.split('.').at(-1)?.replace('#', '') ?? '';
      const elsewhere = all.find((node) => node.key === key);
      const hint =
        elsewhere === undefined
          ? didYouMean(
              key,
              all.map((node) => node.key),
            ) || ' Name a state that exists.'
          : ` There is one elsewhere: write "${elsewhere.parent === from ? `.${key}` : `#${[nodes[0]?.id, ...elsewhere.path].join('.')}`}".`;
      return [
        { path, message: `"${target}" names no state that can be reached from here.${hint}`, params: { target } },
      ];
    });
  },
};
