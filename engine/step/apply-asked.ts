import { EngineError } from '../model/engine-error.ts';
import type { Effect } from '../model/instance.ts';
import { type Json, type JsonObject, withoutNulls } from '../model/json.ts';
import { feelOf, isExpression } from '../feel/expression.ts';
import { invocationOf } from '../workflow/compile-machine.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { CHILD, refuseTooMany } from './apply-marks.ts';
import type { AskedAction, Configuration } from './configuration.ts';
import { nextId, type Run } from './run.ts';

/** Turns what XState asks for into rows of the commit: timers, and effects for the outbox. TM1, EF1 */
export function applyAsked(run: Run, configuration: Configuration, asked: readonly AskedAction[]): void {
  for (const [index, action] of asked.entries()) {
    if (action.kind === 'arm') armTimer(run, configuration, action.event);
    else if (action.kind === 'invoke') invoke(run, configuration, action);
    // Nobody waits for an action, so its key carries the revision that asked for it.
    else
      addEffect(run, {
        src: action.type,
        input: action.params,
        key: `${run.before.id}:r${run.before.rev + 1}:${index}`,
      });
  }
}

/** A timer row carries the visit of its state: the first visit's timer must not fire into the second. TM2 */
function armTimer(run: Run, configuration: Configuration, event: string): void {
  const found = timerOf(run, event);
  if (!configuration.active.has(found.id)) return;
  const { workflow, time, now } = run.context;
  const text = isExpression(found.delay) ? workflow.ask(feelOf(found.delay), run.draft) : found.delay;
  const dueAt = typeof text === 'string' ? time.dueAt(now, text, workflow.file.meta.calendar) : null;
  if (dueAt === null) {
    throw new EngineError(
      'expression.failed',
      `The delay "${found.delay}" of "${found.state}" gives ${JSON.stringify(text)}, which is neither a duration nor a moment. Correct it.`,
    );
  }
  const id = nextId(run, 'm');
  run.timers[id] = {
    id,
    state: found.state,
    visit: run.draft.visits[found.state] ?? 0,
    delay: found.delay,
    dueAt,
    attempt: 0,
    lease: null,
    incident: null,
  };
}

function timerOf(run: Run, event: string): { readonly id: string; readonly state: string; readonly delay: string } {
  const node = run.context.workflow.nodes.find(
    (candidate) =>
      event.startsWith('xstate.after.') &&
      event.endsWith(`.${candidate.id}`) &&
      delayIn(event, candidate.id) in (candidate.file.after ?? {}),
  );
  if (node === undefined) throw new Error(`No state arms "${event}".`);
  return { id: node.id, state: node.key, delay: delayIn(event, node.id) };
}

const delayIn = (event: string, id: string): string => event.slice('xstate.after.'.length, -(id.length + 1));

/** XState's event for a timer that is due. Only the worker makes one, from a row of the commit. */
export function timerEvent(delay: string, nodeId: string): string {
  return `xstate.after.${delay}.${nodeId}`;
}

function invoke(
  run: Run,
  configuration: Configuration,
  action: { readonly id: string; readonly src: string; readonly input: JsonObject },
): void {
  const node = run.context.workflow.nodes.find((candidate) => invocationOf(candidate) === action.id);
  if (node === undefined || !configuration.active.has(node.id)) return;
  const visit = run.draft.visits[node.key] ?? 0;
  if (node.file.meta?.forEach === undefined) return addInvocation(run, node, { visit, input: action.input });
  const { items, inputs } = action.input as unknown as { items: readonly Json[]; inputs: readonly JsonObject[] };
  refuseTooMany(node.key, items.length);
  run.groups[node.key] = { visit, items, results: {} };
  for (const [index, input] of inputs.entries()) addInvocation(run, node, { visit, index, input });
}

/** Asks for what a state waits for: alone, or for one item of several. The key names case, state, visit and item. EF1, EA6 */
export function addInvocation(
  run: Run,
  node: StateNode,
  of: { readonly visit: number; readonly index?: number; readonly input: JsonObject },
): void {
  const src = node.file.invoke?.src ?? '';
  const item = of.index === undefined ? '' : `/${of.index}`;
  addEffect(run, {
    ...of,
    src,
    key: `${run.before.id}:${node.key}#${of.visit}${item}`,
    state: node.key,
    name: node.file.meta?.into ?? node.key,
    input: inputOf(run, src, of.input),
  });
}

/** A child starts in somebody's name: the initiator's, where the file names nobody. CH1 */
function inputOf(run: Run, src: string, input: JsonObject): JsonObject {
  if (!src.startsWith(CHILD)) return input;
  return { ...input, answers: withoutNulls(input['answers'] ?? {}), by: input['by'] ?? run.before.initiator };
}

/** Puts an effect into the outbox. */
export function addEffect(
  run: Run,
  asked: Pick<Effect, 'src' | 'input' | 'key'> & Partial<Pick<Effect, 'state' | 'visit' | 'name' | 'index'>>,
): void {
  const id = nextId(run, 'e');
  const { now } = run.context;
  run.effects[id] = {
    id,
    state: null,
    visit: 0,
    name: null,
    ...asked,
    createdAt: now,
    dueAt: now,
    attempt: 0,
    lease: null,
    problem: null,
    incident: null,
  };
}
