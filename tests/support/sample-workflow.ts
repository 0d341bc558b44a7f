import type { FormFile } from '../../engine/model/form-file.ts';
import type { Version } from '../../engine/model/version.ts';
import type { StateFile, WorkflowFile } from '../../engine/model/workflow-file.ts';

/** A form of one optional note and one optional count. */
export const NOTE_FORM: FormFile = {
  id: 'note',
  title: 'Note',
  schema: {
    type: 'object',
    properties: {
      note: { type: 'string', title: 'Note', maxLength: 200 },
      count: { type: 'integer', title: 'Count', minimum: 0 },
    },
  },
};

/** Makes something, then has it checked by somebody else; nobody checks for too long. */
export const MAKE_AND_CHECK: { readonly [key: string]: StateFile } = {
  make: {
    description: 'Make',
    meta: { task: { form: 'note', roles: ['maker'], due: 'PT4H' } },
    on: { made: { description: 'Made', target: 'check' }, dropped: { description: 'Dropped', target: 'dropped' } },
  },
  check: {
    description: 'Check',
    meta: { task: { form: 'note', roles: ['checker'], notBy: ['make'], due: 'PT4H' } },
    on: { good: { description: 'Good', target: 'stored' }, bad: { description: 'Bad', target: 'make' } },
    after: { 'P2D@office': { target: 'dropped' } },
  },
  stored: { description: 'Stored', type: 'final' },
  dropped: { description: 'Dropped', type: 'final', meta: { end: 'cancelled' } },
};

/** A workflow of the given states, with defaults that tests do not care about. */
export function sampleFile(
  states: WorkflowFile['states'],
  changes: { readonly meta?: Partial<WorkflowFile['meta']> } & Partial<Omit<WorkflowFile, 'meta'>> = {},
): WorkflowFile {
  const { meta, ...rest } = changes;
  return {
    id: 'sample',
    description: 'Sample',
    initial: Object.keys(states)[0] ?? '',
    states,
    ...rest,
    meta: {
      calendar: 'office',
      number: 'SMP-{seq3}',
      subject: '{{data.request.note}}',
      start: { form: 'note', roles: ['maker'], into: 'request' },
      ...meta,
    },
  };
}

/** A published version of a file, with the forms it names. */
export function sampleVersion(machine: WorkflowFile, forms: readonly FormFile[] = [NOTE_FORM]): Version {
  return {
    workflow: machine.id,
    version: 1,
    hash: `hash-of-${machine.id}`,
    publishedAt: 0,
    bundle: {
      machine,
      texts: {},
      forms: Object.fromEntries(forms.map((form) => [form.id, form])),
      formTexts: {},
      templates: {},
    },
  };
}
