import { asList } from '../workflow/candidates.ts';
import type { StateNode } from '../workflow/walk-states.ts';

export type StateKind =
  | 'final'
  | 'parallel'
  | 'history'
  | 'group'
  | 'task'
  | 'workflow'
  | 'service'
  | 'decision'
  | 'wait';

/**
 * What a state is, first match wins. BP2
 *
 * `always` alone is a decision; beside an event or a delay, or with nothing but one guarded way, it is something
 * that the state waits for.
 */
export function kindOf(node: StateNode): StateKind {
  const { file } = node;
  const type: string | undefined = file.type;
  if (type === 'final' || type === 'parallel' || type === 'history') return type;
  if (file.states !== undefined) return 'group';
  if (file.meta?.task !== undefined) return 'task';
  if (file.invoke !== undefined) return isWorkflow(node) ? 'workflow' : 'service';
  return file.always !== undefined && !waitsForData(node) ? 'decision' : 'wait';
}

/** True if the state waits until a guard of its `always` holds, and is drawn as waiting. */
function waitsForData({ file }: StateNode): boolean {
  if (file.on !== undefined || file.after !== undefined) return true;
  const ways = asList(file.always as object | readonly object[]);
  return ways.length === 1 && Object.hasOwn(ways[0] ?? {}, 'guard');
}

function isWorkflow({ file }: StateNode): boolean {
  return typeof file.invoke?.src === 'string' && file.invoke.src.startsWith('workflow:');
}

/** The workflow that a state starts and waits for. */
export function calledWorkflow({ file }: StateNode): string {
  return (file.invoke?.src ?? '').slice('workflow:'.length);
}
