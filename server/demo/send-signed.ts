import { type EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import type { Command } from '../../engine/model/command.ts';
import { isMeaning } from '../../engine/model/signature.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { Applied, Engine } from '../../engine/runtime/engine.ts';
import { commandToSign, taskToSign } from '../../engine/step/sign-answer.ts';

type Answer = Extract<Command, { kind: 'complete' | 'command' }>;

/**
 * Sends an answer, signed if it needs that, without asking anybody for proof: only for cases that are replayed, of the
 * demo plant and of scenarios. What people send comes through `Signer`.
 */
export async function sendSigned(
  { engine, store }: { readonly engine: Engine; readonly store: Store },
  command: Answer,
): Promise<Applied> {
  try {
    return await engine.send(command);
  } catch (error) {
    if (!isEngineError(error, 'signature.required')) throw error;
    return engine.send({ ...command, signing: await signingOf({ engine, store }, command, error) });
  }
}

async function signingOf(
  { engine, store }: { readonly engine: Engine; readonly store: Store },
  command: Answer,
  { params }: EngineError,
): Promise<NonNullable<Answer['signing']>> {
  const instance = await store.load(command.instance);
  const { meaning } = params;
  if (instance === undefined || !isMeaning(meaning)) throw new Error('Nothing can be signed here.');
  const context = await engine.context(instance);
  const task = command.kind === 'complete' ? instance.tasks[command.task] : undefined;
  const shown =
    command.kind === 'command'
      ? commandToSign(context, instance, command.type)
      : task === undefined
        ? ''
        : taskToSign(context, instance, task);
  return { meaning, reason: 'As recorded in the case', method: 'password', shown };
}
