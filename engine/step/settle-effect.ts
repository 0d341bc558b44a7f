import type { Command, EffectResult } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { DocumentRef, Effect, Group, Instance } from '../model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import { invocationOf } from '../workflow/compile-machine.ts';
import { writeData } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { CHILD } from './apply-marks.ts';
import { nextCollected } from './collect.ts';
import { configurationOf, keepCase, moveCase } from './move-case.ts';
import { openIncident, openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * An effect has its result, which comes back as an event through the same door as a person's.
 *
 * Refused with `effect.closed` if the effect is gone and with `effect.lease_lost` if another worker holds it now. A
 * failure that no candidate of `onError` takes becomes an incident, and nothing moves: XState would end the case. EF3–EF6
 */
export function settleEffect(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'effect' }>,
): Commit {
  const effect = Object.hasOwn(before.effects, command.effect) ? before.effects[command.effect] : undefined;
  if (effect === undefined) throw new EngineError('effect.closed', 'This effect is settled already.');
  if (effect.lease?.token !== command.lease)
    throw new EngineError('effect.lease_lost', 'Another worker holds this effect now. Its result counts.');
  return settle(context, { before, effect, command });
}

/** A child case has ended: whoever holds the effect, its end counts, once. CH2 */
export function settleChild(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'child' }>,
): Commit {
  const effect = Object.hasOwn(before.effects, command.effect) ? before.effects[command.effect] : undefined;
  if (effect === undefined || effect.cancelled === true)
    throw new EngineError('effect.closed', 'Nobody waits for this child any more.');
  return settle(context, { before, effect, command });
}

interface Settling {
  readonly before: Instance;
  readonly effect: Effect;
  readonly command: Extract<Command, { kind: 'effect' | 'child' }>;
}

function settle(context: StepContext, { before, effect, command }: Settling): Commit {
  const { result } = command;
  const failure = result.kind === 'done' ? null : failureOf(result);
  const run = openRun(context, before, { type: 'effect', by: null, data: null });
  const node = effect.state === null ? undefined : context.workflow.byKey.get(effect.state);
  return context.workflow.within(run.draft, () => {
    keepDocument(run, effect, result);
    applyResult(run, { effect, result, node });
    return sealCommit(run, command, {
      kind: 'effect',
      type: effect.src,
      by: null,
      ...(effect.state === null ? {} : { state: effect.state }),
      subject: effect.id,
      data: { src: effect.src, ...failure },
    });
  });
}

/** A document that was made stands among those of the case. A value that a person gives in its place is none. */
function keepDocument(run: Run, effect: Effect, result: EffectResult): void {
  if (effect.src !== 'document' || result.kind !== 'done' || !isJsonObject(result.output)) return;
  const made = { ...(result.output as unknown as DocumentRef), at: run.context.now };
  run.instance = { ...run.instance, documents: [...run.instance.documents, made] };
}

interface Resulting {
  readonly effect: Effect;
  readonly result: EffectResult;
  readonly node: StateNode | undefined;
}

/** What a result does to the case: it moves it, is collected with others, or opens an incident. EF3–EF6, EA6 */
export function applyResult(run: Run, { effect, result, node }: Resulting): void {
  delete run.effects[effect.id];
  run.draft.event = { ...run.draft.event, data: result.kind === 'done' ? result.output : failureOf(result) };
  const group = node === undefined ? undefined : run.groups[node.key];
  if (node !== undefined && group !== undefined && effect.index !== undefined && run.before.status === 'active')
    return collectResult(run, { effect, result, node });
  if (result.kind === 'done') takeResult(run, effect, result.output, node);
  else takeFailure(run, { effect, failure: result, node });
}

/** What the workflow reads of a failure. */
function failureOf({ data, code, message }: EffectResult & { kind: 'failed' }): JsonObject {
  return { ...data, code, message };
}

/** One of several: kept until the others have ended. Those that are not needed any more are left with the state. */
function collectResult(run: Run, { effect, result, node }: Resulting): void {
  const key = (node as StateNode).key;
  const group = run.groups[key] as Group;
  const kept: JsonObject =
    result.kind === 'failed'
      ? failureOf(result)
      : isJsonObject(result.output)
        ? result.output
        : { output: result.output };
  run.groups[key] = { ...group, results: { ...group.results, [String(effect.index)]: kept } };
  const configuration = configurationOf(run);
  const next = nextCollected(run, configuration);
  if (next === null) keepCase(run);
  else moveCase(run, configuration, next.event, next.payload);
}

/** The output lands in `data` before the guards of `onDone` are asked. EF3 */
function takeResult(run: Run, effect: Effect, output: Json, node: StateNode | undefined): void {
  if (node === undefined || run.before.status !== 'active') return keepOrLeave(run);
  writeData(run.draft, effect.name ?? node.key, output);
  moveCase(run, configurationOf(run), `xstate.done.actor.${invocationOf(node)}`, { output });
}

function takeFailure(
  run: Run,
  of: {
    readonly effect: Effect;
    readonly failure: EffectResult & { kind: 'failed' };
    readonly node: StateNode | undefined;
  },
): void {
  const { effect, failure, node } = of;
  // Nobody waits for a child that was left: how it ended is its own business. EA7
  if (node === undefined && effect.src.startsWith(CHILD)) return keepOrLeave(run);
  const error = failureOf(failure);
  const event = node === undefined ? null : `xstate.error.actor.${invocationOf(node)}`;
  if (event !== null && run.before.status === 'active' && node?.file.invoke?.onError !== undefined) {
    const configuration = configurationOf(run);
    if (configuration.can(event)) return moveCase(run, configuration, event, { error });
  }
  const message = failure.gaveUp
    ? `"${effect.src}" gave up after ${effect.attempt} attempts: ${failure.message}`
    : `"${effect.src}" was refused: ${failure.message}`;
  const incident = openIncident(run, { code: failure.code, message, effect: effect.id });
  const { waits: _waits, ...rest } = effect;
  const problem = { code: failure.code, message: failure.message };
  run.effects[effect.id] = { ...rest, lease: null, problem, incident };
  keepOrLeave(run);
}

/** An ended case keeps its state; only its outbox changes. */
function keepOrLeave(run: Run): void {
  if (run.before.status === 'active') keepCase(run);
}
