import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateFile, WorkflowFile } from '../../../engine/model/workflow-file.ts';

const FIXTURES = join(process.cwd(), 'tests', 'fixtures', 'procedures');
const SHIPPED = join(process.cwd(), 'workflows');

/** A whole procedure, by where it comes from. */
export interface NamedWorkflow {
  readonly name: string;
  readonly file: WorkflowFile;
}

/** Six procedures of a plant that use the notation to the full, and every procedure that ships with the product. */
export const WHOLE_WORKFLOWS: readonly NamedWorkflow[] = [
  ...(existsSync(FIXTURES) ? readdirSync(FIXTURES) : [])
    .filter((name) => existsSync(join(FIXTURES, name, 'workflow.json')))
    .map((name) => ({ name: `fixture ${name}`, file: fixtureWorkflow(name) })),
  ...readdirSync(SHIPPED).map((name) => ({
    name: `shipped ${name}`,
    file: read(join(SHIPPED, name, 'workflow.json')),
  })),
];

/** A whole procedure by its id: a draft goes before what ships under the same name. */
export function fixtureWorkflow(id: string): WorkflowFile {
  const draft = join(FIXTURES, id, 'workflow.json');
  return read(existsSync(draft) ? draft : join(SHIPPED, id, 'workflow.json'));
}

/** A workflow of the given states; the first is the initial one unless `more` says otherwise. */
export function workflowOf(
  states: { readonly [key: string]: StateFile },
  more: Partial<WorkflowFile> = {},
): WorkflowFile {
  return {
    id: 'small',
    description: 'Small',
    meta: { start: { form: 'start-form', roles: ['operator'], into: 'report' } },
    initial: Object.keys(states)[0] ?? '',
    states,
    ...more,
  };
}

/** A task state with the given outcomes, all to one target or each to its own. */
export function taskOf(on: NonNullable<StateFile['on']>, more: Partial<StateFile> = {}): StateFile {
  return { description: 'Work', meta: { task: { form: 'work', roles: ['operator'] } }, on, ...more };
}

export const END: StateFile = { description: 'Closed', type: 'final' };

function read(path: string): WorkflowFile {
  return JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile;
}
