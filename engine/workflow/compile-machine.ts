import { type AnyStateMachine, assign, createMachine, fromCallback } from 'xstate';
import { type Json, isJsonObject } from '../model/json.ts';
import type { ActionFile, OneOrMany, StateFile, WorkflowFile } from '../model/workflow-file.ts';
import { asList, readAction, readCandidates } from './candidates.ts';
import { type Draft, withItem, writeData } from './draft.ts';
import { feelOf, isExpression } from '../feel/expression.ts';
import type { StateNode } from './walk-states.ts';

/** The only place that calls `createMachine`. What must not be here: meaning of tasks, time or people. */
export type Machine = AnyStateMachine;

/** What the machine asks of the step that runs it. */
export interface MachineHooks {
  readonly holds: (feel: string) => boolean;
  readonly evaluate: (value: Json | undefined) => Json;
  readonly draft: () => Draft;
}

/** The state before the file's initial one, and the event that leaves it. CP1 */
export const BOOT_STATE = 'gembaflow_boot';
export const BOOT_EVENT = 'gembaflow.start';

/** The event of outcome `outcome` of the task in state `key`. XState broadcasts, so each outcome has its own. CP2 */
export const outcomeEvent = (key: string, outcome: string): string => `${key}.${outcome}`;

/** The name of the invocation of a state: the same on every visit. */
export const invocationOf = (node: StateNode): string => `invoke.${node.id}`;

type Config = { [key: string]: unknown };

/**
 * Compiles the file to an XState machine that only our step runs:
 * an empty boot state (or every event would run the entry of the initial state again), outcomes addressed to their
 * task, markers first in `entry` and last in `exit` of every state, and an implementation for every name. CP1–CP5
 */
export function compileMachine(file: WorkflowFile, nodes: readonly StateNode[], hooks: MachineHooks): Machine {
  const byFile = new Map(nodes.map((node) => [node.file, node]));
  const guards: { [name: string]: () => boolean } = {};
  const delays: { [name: string]: () => number } = {};
  const actors: { [name: string]: unknown } = {};

  const actionConfig = (action: ActionFile): Config => {
    const { type, params } = readAction(action);
    // `set` evaluates by itself, name by name; all others when XState reaches them. SP6
    return type === 'set' ? { type, params: params ?? {} } : { type, params: () => hooks.evaluate(params ?? {}) };
  };
  const candidateConfig = (transitions: StateFile['always'], id: string): readonly Config[] =>
    readCandidates(transitions, id, '').map(({ id: taken, transition }) => {
      const { guard, actions, target, reenter } = transition;
      if (isExpression(guard)) guards[guard] = () => hooks.holds(feelOf(guard));
      return {
        ...(target === undefined ? {} : { target }),
        ...(guard === undefined ? {} : { guard }),
        ...(reenter === undefined ? {} : { reenter }),
        actions: [
          { type: 'gembaflow.took', params: { id: taken } },
          ...asList<ActionFile>(actions as OneOrMany<ActionFile>).map(actionConfig),
        ],
      };
    });
  const stateConfig = (state: StateFile): Config => {
    const node = byFile.get(state) as StateNode;
    const root = node.parent === null;
    for (const delay of Object.keys(state.after ?? {})) delays[delay] = () => 1; // the step reads the real moment; a missing delay would fire at once
    if (state.invoke !== undefined) actors[state.invoke.src] = fromCallback(() => undefined);
    return {
      id: node.id,
      ...(state.type === undefined ? {} : { type: state.type }),
      ...(state.initial === undefined ? {} : { initial: state.initial }),
      ...(state.states === undefined ? {} : { states: mapValues(state.states, stateConfig) }),
      ...(root ? {} : { entry: [mark('enter', node), ...asList<ActionFile>(state.entry).map(actionConfig)] }),
      ...(root ? {} : { exit: [...asList<ActionFile>(state.exit).map(actionConfig), mark('leave', node)] }),
      on: Object.fromEntries(
        Object.entries(state.on ?? {}).map(([event, transitions]) => [
          state.meta?.task === undefined ? event : outcomeEvent(node.key, event),
          candidateConfig(transitions, `${node.key}.${event}`),
        ]),
      ),
      after: Object.fromEntries(
        Object.entries(state.after ?? {}).map(([delay, transitions]) => [
          delay,
          candidateConfig(transitions, `${node.key}:after(${delay})`),
        ]),
      ),
      always: candidateConfig(state.always, `${node.key}:always`),
      ...(state.onDone === undefined ? {} : { onDone: candidateConfig(state.onDone, `${node.key}:onDone`) }),
      ...(state.invoke === undefined
        ? {}
        : {
            invoke: {
              id: invocationOf(node),
              src: state.invoke.src,
              input: () => inputOf(state, hooks),
              onDone: candidateConfig(state.invoke.onDone, `${node.key}:invoke.onDone`),
              onError: candidateConfig(state.invoke.onError, `${node.key}:invoke.onError`),
            },
          }),
    };
  };

  const root = stateConfig(file);
  const config = {
    ...root,
    initial: BOOT_STATE,
    states: { [BOOT_STATE]: { on: { [BOOT_EVENT]: { target: file.initial } } }, ...(root['states'] as Config) },
  };
  const machine = createMachine(
    config as never,
    { guards, delays, actors, actions: markers(hooks) } as never,
  ) as AnyStateMachine;
  // An endless `always` otherwise hangs the process. CP6
  machine.options.maxIterations = 1_000;
  return machine;
}

/** The input of an invocation; of a `forEach`, one for each item. EA6 */
function inputOf(state: StateFile, hooks: MachineHooks): Json {
  const { forEach } = state.meta ?? {};
  const input = state.invoke?.input ?? {};
  if (forEach === undefined) return hooks.evaluate(input);
  const draft = hooks.draft();
  const items = itemsOf(hooks.evaluate(forEach.items));
  const inputs = items.map((item) =>
    withItem(draft, { name: forEach.as ?? 'item', value: item }, () => hooks.evaluate(input)),
  );
  return { items, inputs };
}

/** The items that an expression gave: a list, one lone value, or nothing. */
export function itemsOf(value: Json): readonly Json[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

const mark = (kind: 'enter' | 'leave', node: StateNode): Config => {
  const task = node.file.meta?.task;
  const empties = kind === 'enter' && task?.forEach !== undefined ? { empties: task.into ?? node.key } : {};
  return { type: `gembaflow.${kind}`, params: { state: node.key, ...empties } };
};

/** Actions that write into the draft, in the order XState reaches them. They are applied, never returned. */
function markers(hooks: MachineHooks): Config {
  const into = (write: (draft: Draft, params: { readonly [key: string]: Json }) => void) =>
    assign((_args: unknown, params: unknown) => {
      write(hooks.draft(), isJsonObject(params) ? params : {});
      return {};
    });
  return {
    set: into((draft, params) => {
      for (const [name, value] of Object.entries(params)) writeData(draft, name, hooks.evaluate(value));
    }),
    'gembaflow.took': into((draft, { id }) => draft.took.push(String(id))),
    'gembaflow.enter': into((draft, params) => {
      const state = String(params['state']);
      const visit = (draft.visits[state] ?? 0) + 1;
      draft.visits = { ...draft.visits, [state]: visit };
      draft.marks.push({ kind: 'enter', state, visit });
      // A new visit of a `forEach` task begins an empty list. EA2
      if (params['empties'] !== undefined) writeData(draft, String(params['empties']), []);
    }),
    'gembaflow.leave': into((draft, params) => {
      const state = String(params['state']);
      draft.marks.push({ kind: 'leave', state, visit: draft.visits[state] ?? 0 });
    }),
  };
}

function mapValues<T>(values: { readonly [key: string]: T }, map: (value: T) => Config): Config {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
