import { pointer } from '../model/problem.ts';
import type { StateFile, WorkflowFile } from '../model/workflow-file.ts';
import { type Candidate, readCandidates } from './candidates.ts';

/** One state of a file with its place in it. The root has the empty key. */
export interface StateNode {
  readonly key: string;
  readonly id: string;
  readonly path: readonly string[];
  readonly pointer: string;
  readonly file: StateFile;
  readonly parent: StateNode | null;
}

/** Every state of the file, parents before children, in the file's order; the root first. */
export function walkStates(file: WorkflowFile): readonly StateNode[] {
  const found: StateNode[] = [];
  const visit = (state: StateFile, path: readonly string[], parent: StateNode | null): void => {
    const node: StateNode = {
      key: path.at(-1) ?? '',
      id: state.id ?? [file.id, ...path].join('.'),
      path,
      pointer: path.map((key) => `/states${pointer(key)}`).join(''),
      file: state,
      parent,
    };
    found.push(node);
    for (const [key, child] of Object.entries(state.states ?? {})) visit(child, [...path, key], node);
  };
  visit(file, [], null);
  return found;
}

/** Where a transition stands in its state. */
export interface StateWay extends Candidate {
  readonly kind: 'on' | 'after' | 'always' | 'onDone' | 'invoke.onDone' | 'invoke.onError';
  /** The event or delay; empty for the others. */
  readonly event: string;
}

/** Every way out of one state, in XState's order of kinds. */
export function waysOf(node: StateNode): readonly StateWay[] {
  const { file, key, pointer: at } = node;
  const named = (kind: 'on' | 'after', events: StateFile['on']) =>
    Object.entries(events ?? {}).flatMap(([event, transitions]) =>
      readCandidates(
        transitions,
        kind === 'on' ? `${key}.${event}` : `${key}:after(${event})`,
        `${at}/${kind}${pointer(event)}`,
      ).map((candidate) => ({ ...candidate, kind, event })),
    );
  const single = (
    kind: 'always' | 'onDone' | 'invoke.onDone' | 'invoke.onError',
    transitions: StateFile['always'],
    place: string,
  ) =>
    readCandidates(transitions, `${key}:${kind}`, `${at}${place}`).map((candidate) => ({
      ...candidate,
      kind,
      event: '',
    }));
  return [
    ...named('on', file.on),
    ...named('after', file.after),
    ...single('always', file.always, '/always'),
    ...single('onDone', file.onDone, '/onDone'),
    ...single('invoke.onDone', file.invoke?.onDone, '/invoke/onDone'),
    ...single('invoke.onError', file.invoke?.onError, '/invoke/onError'),
  ];
}
