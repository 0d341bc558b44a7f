import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import { leads } from '../../engine/step/lead-case.ts';
import { mayView } from '../../engine/step/people.ts';
import { openRun, type StepContext } from '../../engine/step/run.ts';
import type { ServiceParts } from './parts.ts';
import type { Reader } from './reader.ts';

/**
 * Where the workflow says so (`meta.taken`), a second start for one key goes to the case that holds it, as a message. It
 * waits if the case cannot take it now. Undefined: the workflow says no such thing, or the reader may not see the case. MS6
 */
export async function attachToHolder(
  { library, store, messages }: ServiceParts,
  reader: Reader,
  second: {
    readonly workflow: string;
    readonly answers: JsonObject;
    readonly command: string;
    readonly error: EngineError;
  },
): Promise<Instance | undefined> {
  const taken = library.latest(second.workflow)?.bundle.machine.meta.taken;
  const holder = await store.load(String(second.error.params['holder'] ?? ''));
  if (taken === undefined || holder?.key == null) return undefined;
  await messages.put({
    id: second.command,
    sender: `person:${reader.person.id}`,
    workflow: second.workflow,
    key: holder.key,
    type: taken,
    data: second.answers,
    by: reader.person.id,
  });
  await messages.deliver();
  const after = (await store.load(holder.id)) ?? holder;
  return mayView(after.viewers, reader.person, reader.plant) ? after : undefined;
}

/** A message by hand comes from who leads the case, or starts such cases: others are asked by tasks. MS5 */
export async function tellByHand(
  { engine }: ServiceParts,
  reader: Reader,
  sent: {
    readonly instance: Instance;
    readonly context: StepContext;
    readonly type: string;
    readonly data: JsonObject;
    readonly command: string;
  },
): Promise<Instance> {
  const { instance, context, type, data, command } = sent;
  const run = openRun(context, instance, { type: 'explain', by: null, data: null });
  const starts = context.workflow.file.meta.start.roles.some((role) => reader.person.roles.includes(role));
  if (!starts && !leads(run, reader.person, null))
    throw new EngineError('permission.denied', 'Only who leads this case, or starts such cases, may tell it that.', {
      params: { reason: 'lead' },
    });
  const by = reader.person.id;
  return (await engine.send({ kind: 'message', id: command, instance: instance.id, type, by, data })).instance;
}
