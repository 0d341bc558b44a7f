import { EngineError } from '../model/engine-error.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import type { Version } from '../model/version.ts';
import type { CommandFile, TransitionFile, WorkflowFile } from '../model/workflow-file.ts';
import { compileMachine, type Machine } from './compile-machine.ts';
import { type Draft, rootValues } from './draft.ts';
import {
  type CompiledExpression,
  compileExpression,
  feelOf,
  isExpression,
  readExpression,
} from '../feel/expression.ts';
import { feelFunctions } from '../feel/functions.ts';
import { FEEL_ROOTS } from './names.ts';
import { type StateNode, walkStates, waysOf } from './walk-states.ts';

/** A command that a state (or the root, with the empty key) declares. */
export interface DeclaredCommand {
  readonly type: string;
  readonly state: StateNode;
  readonly file: CommandFile;
  readonly first: TransitionFile;
  readonly pointer: string;
}

/** A version made ready to run: its XState machine, its states by key, and its expressions. */
export interface CompiledWorkflow {
  readonly version: Version;
  readonly file: WorkflowFile;
  readonly machine: Machine;
  readonly nodes: readonly StateNode[];
  readonly byKey: ReadonlyMap<string, StateNode>;
  readonly byId: ReadonlyMap<string, StateNode>;
  readonly commands: readonly DeclaredCommand[];
  /** Names of messages that some state waits for. */
  readonly messages: ReadonlySet<string>;
  /** States that are done once for each item. */
  readonly collecting: readonly StateNode[];
  /** States in which the clock of the case stands still. */
  readonly suspending: readonly StateNode[];
  /** Runs `work` with `draft` as what guards, `set`, `params` and `input` see. Not re-entrant: a step is synchronous. */
  within<T>(draft: Draft, work: () => T): T;
  /** Evaluates every `= …` inside a value of the file against the draft. */
  evaluate(value: Json | undefined, draft: Draft): Json;
  /** Evaluates one FEEL text (without `=`) against the draft. */
  ask(feel: string, draft: Draft): Json;
  /** The same, with names of its own beside the roots. */
  askBeside(feel: string, draft: Draft, beside: JsonObject): Json;
  /** Whether an expression reads a name. */
  reads(feel: string, name: string): boolean;
  /** The expression made ready, cached by its text. */
  expression(feel: string): CompiledExpression;
}

/**
 * Compiles a published version. It has passed lint, so what it names exists.
 *
 * Costly (25 ms at a thousand states): done once a version and kept.
 */
export function compileWorkflow(version: Version): CompiledWorkflow {
  const file = version.bundle.machine;
  const nodes = walkStates(file);
  let current: Draft | undefined;
  const functions = feelFunctions((moment, duration) => current?.plus(moment, duration) ?? null);
  const expressions = new Map<string, CompiledExpression>();

  const expression = (feel: string): CompiledExpression => {
    const known = expressions.get(feel) ?? compileExpression(feel, FEEL_ROOTS, functions);
    expressions.set(feel, known);
    return known;
  };
  const expressionBeside = (feel: string, names: readonly string[]): CompiledExpression => {
    const key = `${names.join(' ')}\n${feel}`;
    const known = expressions.get(key) ?? compileExpression(feel, [...FEEL_ROOTS, ...names], functions);
    expressions.set(key, known);
    return known;
  };
  const ask = (feel: string, draft: Draft, beside: JsonObject = {}): Json => {
    const names = [...(draft.item === null ? [] : [draft.item.name]), ...Object.keys(beside)];
    const compiled = names.length === 0 ? expression(feel) : expressionBeside(feel, names);
    for (const path of compiled.facts.paths) if (path[0] === 'settings') recordSetting(draft, path.slice(1));
    const outer = current;
    current = draft;
    try {
      return compiled.evaluate([...rootValues(draft), ...Object.values(beside)]);
    } finally {
      current = outer;
    }
  };
  const evaluate = (value: Json | undefined, draft: Draft): Json => {
    if (isExpression(value)) return ask(feelOf(value), draft);
    if (Array.isArray(value)) return value.map((entry) => evaluate(entry, draft));
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, evaluate(entry, draft)]));
    return value ?? null;
  };
  const inStep = (): Draft => {
    if (current === undefined) throw new Error('The machine was asked outside a step.');
    return current;
  };

  return {
    version,
    file,
    nodes,
    machine: compileMachine(file, nodes, {
      holds: (feel) => ask(feel, inStep()) === true,
      evaluate: (value) => evaluate(value, inStep()),
      draft: inStep,
    }),
    byKey: new Map(nodes.map((node) => [node.key, node])),
    byId: new Map(nodes.map((node) => [node.id, node])),
    commands: nodes.flatMap(commandsOf),
    messages: new Set(nodes.flatMap(messagesOf)),
    collecting: nodes.filter(({ file: { meta } }) => meta?.task?.forEach !== undefined || meta?.forEach !== undefined),
    suspending: nodes.filter((node) => node.file.meta?.suspended !== undefined),
    within(draft, work) {
      if (current !== undefined)
        throw new EngineError('step.endless', 'A step began inside another step of the same workflow. Report this.');
      current = draft;
      try {
        return work();
      } finally {
        current = undefined;
      }
    },
    evaluate,
    ask: (feel, draft) => ask(feel, draft),
    askBeside: ask,
    reads: (feel, name) => {
      const read = readExpression(feel);
      return read.kind === 'read' && read.facts.paths.some(([root]) => root === name);
    },
    expression,
  };
}

function commandsOf(state: StateNode): readonly DeclaredCommand[] {
  if (state.file.meta?.task !== undefined) return [];
  const firsts = waysOf(state).filter((way) => way.kind === 'on' && way.id.endsWith('[0]'));
  return firsts.flatMap((way) => {
    const file = way.transition.meta?.command;
    return file === undefined ? [] : [{ type: way.event, state, file, first: way.transition, pointer: way.pointer }];
  });
}

/** An `on` key of a state without a task, which is no command. MS1 */
function messagesOf(state: StateNode): readonly string[] {
  if (state.file.meta?.task !== undefined) return [];
  const firsts = waysOf(state).filter((way) => way.kind === 'on' && way.id.endsWith('[0]'));
  return firsts.filter((way) => way.transition.meta?.command === undefined).map((way) => way.event);
}

/** The values of settings that a step used stand in history: rates and limits change. HI4 */
function recordSetting(draft: Draft, path: readonly string[]): void {
  let value: Json | undefined = draft.settings;
  for (const key of path) value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  draft.settingsRead.set(path.join('.'), value ?? null);
}
