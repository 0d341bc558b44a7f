import { type EffectResult, NO_REFS } from '../model/command.ts';
import { EngineError, mayRetry } from '../model/engine-error.ts';
import { type JsonObject, isJsonObject } from '../model/json.ts';
import type { DueWork, Store } from '../ports/store.ts';
import type { Engine } from './engine.ts';

/** What begins the `src` of an invocation that another case does. */
export const CHILD_SRC = 'workflow:';
/** What tells a waiting case that a child has ended. */
export const PARENT_SRC = 'parent';

type EffectWork = DueWork & { readonly kind: 'effect' };
interface Parts {
  readonly store: Store;
  readonly engine: Engine;
  readonly childId: (key: string) => string;
}

/**
 * Starts the child of an effect and lets the effect wait; or calls the child back, if its state was left. CH1, CH4
 *
 * The child's id derives from the effect's key, so a second attempt finds the first child. Throws what refuses the start.
 */
export async function runChild(parts: Parts, work: EffectWork, now: number): Promise<void> {
  const { store, engine } = parts;
  const { effect, instance, lease } = work;
  const settle = (kind: 'waits' | 'done') => store.settle({ instance, work: work.id, lease, now, outcome: { kind } });
  if (effect.cancelled === true) {
    await callChildBack(parts, work);
    await settle('done');
    return;
  }
  const { answers, by } = effect.input;
  const { instance: child } = await engine.send({
    kind: 'start',
    id: startIdOf(effect.key),
    workflow: effect.src.slice(CHILD_SRC.length),
    by: String(by),
    answers: (isJsonObject(answers) ? answers : {}) as JsonObject,
    refs: NO_REFS,
    parent: { instance, effect: work.id },
  });
  // One that has ended has told so already, perhaps before this attempt: nothing would wake what waits for it.
  if (child.end !== null) {
    const result = resultOf({ number: child.number, ...child.end });
    await engine.send({
      kind: 'effect',
      id: `effect:${instance}:${work.id}:${lease}`,
      instance,
      effect: work.id,
      lease,
      result,
    });
    return;
  }
  const waits = await settle('waits');
  // The lease was lost: if the effect is gone too, nobody would call this child back.
  const parent = waits ? undefined : await store.load(instance);
  if (parent !== undefined && parent.effects[work.id] === undefined) await callChildBack(parts, work);
}

/** The command that starts the child of an effect. */
export function startIdOf(key: string): string {
  return `child:${key}`;
}

async function callChildBack({ store, engine, childId }: Parts, { effect }: EffectWork): Promise<void> {
  const id = childId(startIdOf(effect.key));
  const child = await store.load(id);
  if (child === undefined || child.status !== 'active') return;
  try {
    await engine.send({ kind: 'call_back', id: `back:${effect.key}`, instance: id, by: String(effect.input['by']) });
  } catch (error) {
    // Its guard says no, or it has ended meanwhile: it goes on alone.
    if (!(error instanceof EngineError) || mayRetry(error.code)) throw error;
  }
}

/** What the end of a child is for the case that waits: one that was not done is a failure. CH3 */
function resultOf(output: JsonObject): EffectResult {
  if (output['status'] === 'done') return { kind: 'done', output };
  const message = `${String(output['number'])} ended without being done.`;
  return { kind: 'failed', code: 'not_done', message, gaveUp: false, data: output };
}

/** Tells the case that waits for this one how it ended. One that moved on does not want to know. CH2, CH3 */
export async function tellParent({ store, engine }: Parts, work: EffectWork, now: number): Promise<void> {
  const { input } = work.effect;
  const output = (isJsonObject(input['output']) ? input['output'] : {}) as JsonObject;
  try {
    await engine.send({
      kind: 'child',
      id: `${work.instance}:end`,
      instance: String(input['instance']),
      effect: String(input['effect']),
      result: resultOf(output),
    });
  } catch (error) {
    if (
      !(error instanceof EngineError) ||
      !['effect.closed', 'instance.ended', 'instance.not_found'].includes(error.code)
    )
      throw error;
  }
  await store.settle({ instance: work.instance, work: work.id, lease: work.lease, now, outcome: { kind: 'done' } });
}
