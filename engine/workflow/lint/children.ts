import type { WorkflowFile } from '../../model/workflow-file.ts';
import { walkStates } from '../walk-states.ts';

const CHILD = 'workflow:';

/** The workflow that an invocation runs as a child and waits for; null if it is something else. */
export function childOf(src: string): string | null {
  return src.startsWith(CHILD) ? src.slice(CHILD.length) : null;
}

/** The workflows that cases of this one wait for as children, each once. */
export function childrenOf(file: WorkflowFile): readonly string[] {
  const sources = walkStates(file).map(({ file: { invoke } }) => childOf(invoke?.src ?? ''));
  return [...new Set(sources.filter((id) => id !== null))];
}
