import { initialTransition, transition } from 'xstate';
import { EngineError } from '../model/engine-error.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { BOOT_EVENT, type Machine } from '../workflow/compile-machine.ts';

/** The only place that knows XState's snapshots and returned actions. */

/** Where a case stands, as XState holds it. Never stored: `value` is, and a configuration is restored from it. */
export interface Configuration {
  readonly value: Json;
  readonly isActive: boolean;
  /** Ids of the active states, parents included. */
  readonly active: ReadonlySet<string>;
  can(event: string): boolean;
  /** The next configuration and what XState asks to be done, in its order. */
  advance(event: string, payload?: JsonObject): Advanced;
}

export interface Advanced {
  readonly configuration: Configuration;
  readonly asked: readonly AskedAction[];
}

export type AskedAction =
  | { readonly kind: 'arm'; readonly event: string }
  | { readonly kind: 'invoke'; readonly id: string; readonly src: string; readonly input: JsonObject }
  | { readonly kind: 'act'; readonly type: string; readonly params: JsonObject };

type Snapshot = ReturnType<typeof initialTransition>[0] & {
  readonly value: unknown;
  readonly _nodes: readonly { readonly id: string }[];
  can(event: { type: string }): boolean;
};

/** Enters the first state of the file. Entry actions run in the draft of the step that calls. */
export function begin(machine: Machine): Advanced {
  return bootOf(machine).advance(BOOT_EVENT);
}

/** The boot state is the same for every case: nothing runs in it and it knows nothing. */
function bootOf(machine: Machine): Configuration {
  const known = boots.get(machine);
  if (known !== undefined) return known;
  const boot = configurationOf(machine, initialTransition(machine)[0] as Snapshot);
  boots.set(machine, boot);
  return boot;
}

const boots = new WeakMap<Machine, Configuration>();

/**
 * The configuration of a stored state. History states are refused by lint and context is empty, so the value is all
 * there is to restore; `children` must be there, or XState throws.
 */
export function restore(machine: Machine, value: Json): Configuration {
  const stored = { status: 'active', value, historyValue: {}, context: {}, children: {} };
  return configurationOf(machine, machine.restoreSnapshot(stored as never, {} as never) as unknown as Snapshot);
}

function configurationOf(machine: Machine, snapshot: Snapshot): Configuration {
  return {
    value: snapshot.value as Json,
    isActive: snapshot.status === 'active',
    active: new Set(snapshot._nodes.map((node: { readonly id: string }) => node.id)),
    can: (event) => snapshot.can({ type: event }),
    advance(event, payload = {}) {
      try {
        const [next, actions] = transition(machine, snapshot, { ...payload, type: event } as never);
        if (next.status === 'error') throw next.error;
        return { configuration: configurationOf(machine, next as Snapshot), asked: actions.flatMap(readAsked) };
      } catch (cause) {
        throw asEngineError(cause);
      }
    },
  };
}

function readAsked(action: { readonly type: string; readonly params?: unknown }): readonly AskedAction[] {
  const params = (action.params ?? {}) as { readonly [key: string]: unknown };
  if (action.type === 'xstate.raise') {
    // Without a delay it was raised and applied already.
    return params['delay'] === undefined ? [] : [{ kind: 'arm', event: (params['event'] as { type: string }).type }];
  }
  if (action.type === 'xstate.spawnChild')
    return [
      {
        kind: 'invoke',
        id: String(params['id']),
        src: String(params['src']),
        input: (params['input'] ?? {}) as JsonObject,
      },
    ];
  // What stopped is found by the leave markers; cancels need a running clock, which there is none.
  if (action.type.startsWith('xstate.') || action.type.startsWith('gembaflow.') || action.type === 'set') return [];
  return [{ kind: 'act', type: action.type, params: params as JsonObject }];
}

/** XState wraps what a guard threw in a plain Error and keeps only its text. */
function asEngineError(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/infinite|iterations/i.test(text))
    return new EngineError(
      'step.endless',
      'The workflow goes round without waiting for anything. Correct its `always` transitions.',
      { cause },
    );
  return new EngineError('expression.failed', `The step could not be taken: ${text}`, { cause });
}
