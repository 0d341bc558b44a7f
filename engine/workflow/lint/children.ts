import type { WorkflowFile } from '../../model/workflow-file.ts';
import { walkStates } from '../walk-states.ts';
import { readActions } from './placed-actions.ts';
import { placeWays } from './placed-ways.ts';

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

/** The workflows that actions of this one start and do not wait for, each once, as far as they are written out. */
export function startedBy(file: WorkflowFile): readonly string[] {
  const nodes = walkStates(file);
  const ways = nodes.flatMap((node) => placeWays(nodes, node));
  const named = readActions(nodes, ways).flatMap(({ type, params }) => (type === 'start' ? [params['workflow']] : []));
  return [...new Set(named.filter((id) => typeof id === 'string' && !id.startsWith('=')))] as readonly string[];
}
