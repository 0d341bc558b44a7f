/** What a workflow says, in a form that can be compared: each state with all it declares, each transition as a text. */

export type Plain = { readonly [key: string]: unknown };

/** What a workflow says: its states by path, its transitions in any order. */
export interface Content {
  readonly states: { readonly [path: string]: Plain };
  readonly transitions: readonly string[];
}

const LEFT_BY = ['on', 'after', 'always', 'onDone'] as const;

/** The content of a workflow file in canonical form. */
export function contentOf(file: Plain): Content {
  const states: { [path: string]: Plain } = {};
  const transitions: string[] = [];
  const visit = (state: Plain, path: readonly string[]): void => {
    const { states: children, on, after, always, onDone, invoke, ...rest } = state as { [key: string]: Plain };
    const { onDone: done, onError, ...call } = invoke ?? {};
    states[path.join('.')] = canonicalState({ ...rest, ...(invoke === undefined ? {} : { invoke: call }) });
    const add = (kind: string, event: string, ways: unknown): void =>
      [ways].flat().forEach((way) => {
        if (way !== undefined) transitions.push(transitionText(path.join('.'), kind, event, way));
      });
    for (const [event, ways] of Object.entries(on ?? {})) add('on', event, ways);
    for (const [event, ways] of Object.entries(after ?? {})) add('after', event, ways);
    add('always', '', always);
    add('onDone', '', onDone);
    add('invoke.onDone', '', done);
    add('invoke.onError', '', onError);
    for (const [key, child] of Object.entries(children ?? {})) visit(child as Plain, [...path, key]);
  };
  visit(file, []);
  return { states, transitions: transitions.toSorted() };
}

/** A state without its transitions, in the order of the alphabet. */
export function canonicalState(state: Plain): Plain {
  const kept = Object.entries(state).filter(
    ([key, value]) =>
      value !== undefined &&
      !(LEFT_BY as readonly string[]).includes(key) &&
      !(key === 'initial' && value === '') &&
      !(key === 'type' && value === 'compound'),
  );
  return sorted(
    Object.fromEntries(
      kept
        .map(([key, value]) => [key, key === 'meta' ? withoutEmpty(value as Plain) : value])
        .filter(([, value]) => value !== undefined),
    ),
  ) as Plain;
}

function withoutEmpty(meta: Plain): Plain | undefined {
  return Object.keys(meta).length === 0 ? undefined : meta;
}

/** A transition with its source, kind and event, as one text. */
export function transitionText(path: string, kind: string, event: string, way: unknown): string {
  const given = (typeof way === 'string' ? { target: way } : way) as {
    readonly guard?: unknown;
    readonly target?: unknown;
  };
  const guard =
    typeof given.guard === 'string' && given.guard.startsWith('=') ? `= ${given.guard.slice(1).trim()}` : given.guard;
  const content = Object.fromEntries(Object.entries({ ...given, guard }).filter(([, value]) => value !== undefined));
  return `${path} ${kind} ${event} ${JSON.stringify(sorted(content))}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
