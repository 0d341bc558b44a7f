import { pointer } from '../model/problem.ts';
import type { ActionFile, OneOrMany, TransitionFile, TransitionsFile } from '../model/workflow-file.ts';

/** One way out of a state, with the place in the file where it is written. */
export interface Candidate {
  /** `<state>.<event>[i]`, `<state>:always[i]` …: how history and the picture name it. */
  readonly id: string;
  readonly pointer: string;
  readonly transition: TransitionFile;
}

/** A list, whether the file writes one, a lone value or nothing. */
export function asList<T>(value: OneOrMany<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** The candidates of one `on` key, `always`, `after` key, `onDone` or `onError`, in order. */
export function readCandidates(transitions: TransitionsFile | undefined, id: string, at: string): readonly Candidate[] {
  if (transitions === undefined) return [];
  const many = Array.isArray(transitions);
  return asList<string | TransitionFile>(transitions as OneOrMany<string | TransitionFile>).map((entry, index) => ({
    id: `${id}[${index}]`,
    pointer: many ? at + pointer(index) : at,
    transition: typeof entry === 'string' ? { target: entry } : entry,
  }));
}

/** An action as an object, whether the file writes its name or all of it. */
export function readAction(action: ActionFile): {
  readonly type: string;
  readonly params?: { readonly [name: string]: import('../model/json.ts').Json };
} {
  return typeof action === 'string' ? { type: action } : action;
}
