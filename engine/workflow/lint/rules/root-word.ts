import type { WorkflowRule } from '../workflow-rule.ts';

const WHY: { readonly [key: string]: string } = {
  entry: 'would run again on every event. Move it to the state that is entered first',
  exit: 'would not know which end it belongs to. Move it to the final states',
  after: 'would never be armed. Put the states into one state and write it there',
  always: 'would be asked before the case begins. Move it to the state that is entered first',
  invoke: 'would be asked for before the case begins. Give it a state of its own',
  onDone: 'is what the end of a case is. Move its actions to the entry of the final states',
  output: 'is not read. Move it to the final states',
};

/** The machine is compiled with a state of its own before the first. */
export const rootWord: WorkflowRule = {
  id: 'WF13',
  code: 'workflow.root_word',
  severity: 'error',
  title:
    'The workflow itself, outside its states, has entry, exit, after, always, invoke, onDone or output, or is parallel or final.',
  remedy: 'Put it into a state.',
  check({ root }) {
    const keys = Object.keys(WHY).filter((key) => key in root.file);
    const { type } = root.file;
    const typed =
      type === undefined || type === 'compound'
        ? []
        : [
            {
              path: '/type',
              message: `A workflow cannot be ${type}. ${type === 'parallel' ? 'Put the branches into one parallel state, and name it in "initial".' : 'Remove the type.'}`,
            },
          ];
    return [
      ...keys.map((key) => ({ path: `/${key}`, message: `"${key}" of the workflow itself ${WHY[key]}.` })),
      ...typed,
    ];
  },
};
