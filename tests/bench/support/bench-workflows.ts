import type { Bundle } from '../../../engine/model/version.ts';
import type { StateFile, WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { NOTE_FORM, sampleFile } from '../../support/sample-workflow.ts';

/** Who of the demo plant does the work of the benches: an operator makes, a quality inspector checks. */
export const MAKER = 'U07';
export const CHECKER = 'U13';
const MAKERS = ['operator'];
const CHECKERS = ['qc_inspector'];

const task = (roles: readonly string[], on: StateFile['on'] & {}): StateFile => ({
  meta: { task: { form: 'note', roles, due: 'PT4H' } },
  on,
});

function bundleOf(id: string, changes: Partial<WorkflowFile>): Bundle {
  const file = sampleFile(
    {},
    {
      id,
      ...changes,
      meta: { number: `${id.toUpperCase()}-{seq6}`, start: { form: 'note', roles: MAKERS, into: 'request' } },
    },
  );
  return { machine: file, texts: {}, forms: { [NOTE_FORM.id]: NOTE_FORM }, formTexts: {}, templates: {} };
}

/** Start, two tasks of two people, end: three steps. Roles, separation of duties, a form and a due time are asked at each. */
export const TWO_TASKS: Bundle = bundleOf('bench-two', {
  initial: 'make',
  states: {
    make: task(MAKERS, { made: 'check' }),
    check: {
      ...task(CHECKERS, { good: 'stored' }),
      meta: { task: { form: 'note', roles: CHECKERS, notBy: ['make'], due: 'PT4H' } },
    },
    stored: { type: 'final' },
  },
});

/** One task that a command of the case closes and opens anew, so that any number of people can do a step at the same time. */
export const HOT: Bundle = bundleOf('bench-hot', {
  initial: 'work',
  on: { again: { target: '.work', meta: { command: { form: 'note', roles: MAKERS, into: 'again' } } } },
  states: { work: task(MAKERS, { done: 'stored' }), stored: { type: 'final' } },
});

export const BRANCHES = 64;

/** As many branches at once, each with a task that leads back to itself. */
export const BRANCHED: Bundle = bundleOf('bench-wide', {
  initial: 'all',
  states: {
    all: {
      type: 'parallel',
      states: Object.fromEntries(Array.from({ length: BRANCHES }, (_, index) => [`branch_${index}`, branch(index)])),
      onDone: 'stored',
    },
    stored: { type: 'final' },
  },
});

function branch(index: number): StateFile {
  const work = `work_${index}`;
  return {
    initial: work,
    states: {
      [work]: task(MAKERS, { again: { target: work, reenter: true }, done: `done_${index}` }),
      [`done_${index}`]: { type: 'final' },
    },
  };
}
