import { fieldTexts } from '../form/field-texts.ts';
import type { FieldSchema } from '../model/form-file.ts';
import { pointer } from '../model/problem.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import { walkStates, waysOf } from './walk-states.ts';

/** Every text of a workflow that people read: where it stands, and its English. In the file's order. */
export type TextPointers = ReadonlyMap<string, string>;

/**
 * The texts to translate: names of states, whom a case waits for, buttons and labels of ways, what the workflow is about, titles of its data.
 *
 * The keys are what `texts.<language>.json` is keyed by.
 */
export function textPointers(file: WorkflowFile): TextPointers {
  const found = new Map<string, string>();
  const add = (at: string, text: unknown): void => {
    if (typeof text === 'string') found.set(at, text);
  };
  add('/description', file.description);
  add('/meta/about', file.meta.about);
  add('/meta/guide/purpose', file.meta.guide?.purpose);
  for (const [index, sentence] of (file.meta.guide?.watch ?? []).entries()) add(`/meta/guide/watch/${index}`, sentence);
  const data = (file.meta['data'] ?? {}) as { readonly [name: string]: FieldSchema };
  for (const [name, field] of Object.entries(data))
    for (const [at, text] of fieldTexts(field, `/meta/data${pointer(name)}`)) add(at, text);
  for (const node of walkStates(file)) {
    if (node.parent !== null) add(`${node.pointer}/description`, node.file.description);
    if (node.parent !== null) add(`${node.pointer}/meta/suspended`, node.file.meta?.suspended);
    for (const way of waysOf(node)) add(`${way.pointer}/description`, way.transition.description);
    const outcomes = (node.file.meta?.task ?? {}) as { readonly outcomes?: { readonly [name: string]: string } };
    for (const [name, label] of Object.entries(outcomes.outcomes ?? {}))
      add(`${node.pointer}/meta/task/outcomes${pointer(name)}`, label);
  }
  return found;
}
