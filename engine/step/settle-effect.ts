import type { Command, EffectResult } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { DocumentRef, Effect, Instance } from '../model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import { invocationOf } from '../workflow/compile-machine.ts';
import { writeData } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
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
  const { workflow } = context;
  const effect = Object.hasOwn(before.effects, command.effect) ? before.effects[command.effect] : undefined;
  if (effect === undefined) throw new EngineError('effect.closed', 'This effect is settled already.');
  if (effect.lease?.token !== command.lease)
    throw new EngineError('effect.lease_lost', 'Another worker holds this effect now. Its result counts.');
  const { result } = command;
  const shown: Json = result.kind === 'done' ? result.output : { code: result.code, message: result.message };
  const run = openRun(context, before, { type: 'effect', by: null, data: shown });
  const node = effect.state === null ? undefined : workflow.byKey.get(effect.state);
  return workflow.within(run.draft, () => {
    delete run.effects[effect.id];
    if (result.kind === 'done') takeResult(run, effect, result.output, node);
    else takeFailure(run, effect, result, node);
    const data: Json =
      result.kind === 'done' ? { src: effect.src } : { src: effect.src, code: result.code, message: result.message };
    return sealCommit(run, command, {
      kind: 'effect',
      type: effect.src,
      by: null,
      ...(effect.state === null ? {} : { state: effect.state }),
      subject: effect.id,
      data,
    });
  });
}

/** The output lands in `data` before the guards of `onDone` are asked. EF3 */
function takeResult(run: Run, effect: Effect, output: Json, node: StateNode | undefined): void {
  if (effect.src === 'document' && isJsonObject(output)) {
    run.instance = {
      ...run.instance,
      documents: [...run.instance.documents, { ...(output as unknown as DocumentRef), at: run.context.now }],
    };
  }
  if (node === undefined || run.before.status !== 'active') return keepOrLeave(run);
  writeData(run.draft, effect.name ?? node.key, output);
  moveCase(run, configurationOf(run), `xstate.done.actor.${invocationOf(node)}`, { output });
}

function takeFailure(
  run: Run,
  effect: Effect,
  failure: EffectResult & { kind: 'failed' },
  node: StateNode | undefined,
): void {
  const error: JsonObject = { code: failure.code, message: failure.message };
  const event = node === undefined ? null : `xstate.error.actor.${invocationOf(node)}`;
  if (
    node !== undefined &&
    event !== null &&
    run.before.status === 'active' &&
    (node.file.invoke?.onError ?? undefined) !== undefined
  ) {
    const configuration = configurationOf(run);
    if (configuration.can(event)) return moveCase(run, configuration, event, { error });
  }
  const message = failure.gaveUp
    ? `"${effect.src}" gave up after ${effect.attempt} attempts: ${failure.message}`
    : `"${effect.src}" was refused: ${failure.message}`;
  const incident = openIncident(run, { code: failure.code, message, effect: effect.id });
  run.effects[effect.id] = {
    ...effect,
    lease: null,
    problem: { code: failure.code, message: failure.message },
    incident,
  };
  keepOrLeave(run);
}

/** An ended case keeps its state; only its outbox changes. */
function keepOrLeave(run: Run): void {
  if (run.before.status === 'active') keepCase(run);
}
