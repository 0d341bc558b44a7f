import { NO_REFS } from '../../engine/model/command.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Meaning, Signing } from '../../engine/model/signature.ts';
import { taskToSign } from '../../engine/step/sign-answer.ts';
import type { TestEngine } from './open-test-engine.ts';

/** The signature that a person gives under the first open task as it stands now, changed as a test wants. */
export async function signing(world: TestEngine, instance: Instance, changes: Partial<Signing> = {}): Promise<Signing> {
  const task = Object.values(instance.tasks)[0];
  if (task === undefined) throw new Error('No task is open.');
  const context = await world.engine.context(instance);
  return {
    meaning: 'verified' as Meaning,
    reason: '',
    method: 'password',
    shown: taskToSign(context, instance, task),
    ...changes,
  };
}

/** Answers the first open task as `cat`, signed if a signature is given. */
export async function answer(
  world: TestEngine,
  instance: Instance,
  given: { readonly outcome?: string; readonly answers?: JsonObject; readonly signing?: Signing },
): Promise<Instance> {
  const applied = await world.send({
    kind: 'complete',
    id: `answer-${instance.rev}-${JSON.stringify(given).length}`,
    instance: instance.id,
    task: Object.keys(instance.tasks)[0] ?? '',
    outcome: given.outcome ?? 'good',
    by: 'cat',
    answers: given.answers ?? {},
    refs: NO_REFS,
    ...(given.signing === undefined ? {} : { signing: given.signing }),
  });
  return applied.instance;
}
