import { expect } from 'chai';
import { NO_REFS } from '../../engine/model/command.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import { attachToHolder } from '../../server/services/case-messages.ts';
import type { ServiceParts } from '../../server/services/parts.ts';

/** What a scenario does with the product's inbox of messages. */
export interface MessageStep {
  /** A message of another program, by the key of a case; it waits until one can take it. */
  readonly tell?: {
    readonly id: string;
    readonly type: string;
    readonly key: string;
    readonly data?: Json;
    readonly waitHours?: number;
  };
  /** A second start of the same procedure, as a person asks for it on the page. */
  readonly again?: { readonly by: string; readonly answers: JsonObject };
  /** Lets a message wait once more that waited in vain. */
  readonly tellOnceMore?: string;
}

/** Ids of the messages that wait, and of those that waited in vain. */
export interface MessageExpectation {
  readonly waiting?: readonly string[];
  readonly expired?: readonly string[];
}

const HOUR_MS = 3_600_000;
const SENDER = 'scenario';
/** More than any scenario sends. */
const ALL = 50;

/** Does what the step says of messages. False: it says nothing of them. */
export async function playMessage(
  parts: ServiceParts,
  workflow: string,
  step: MessageStep & { readonly id: string },
): Promise<boolean> {
  if (step.tell !== undefined) {
    const { waitHours, data = null, ...message } = step.tell;
    const ttl = waitHours === undefined ? {} : { ttlMs: waitHours * HOUR_MS };
    await parts.messages.put({ sender: SENDER, workflow, by: null, data, ...message, ...ttl });
  } else if (step.again !== undefined) await startAgain(parts, workflow, { ...step.again, id: step.id });
  else if (step.tellOnceMore !== undefined) await parts.messages.retry(`${SENDER}:${step.tellOnceMore}`);
  else return false;
  return true;
}

/** As the service of cases does it: where the key is held, the holder is told. */
async function startAgain(
  parts: ServiceParts,
  workflow: string,
  { by, answers, id }: { readonly by: string; readonly answers: JsonObject; readonly id: string },
): Promise<void> {
  const plant = parts.keeper.plant();
  const person = plant.people.get(by);
  if (person === undefined) throw new Error(`There is no person "${by}".`);
  try {
    await parts.engine.send({ kind: 'start', id, workflow, by, answers, refs: NO_REFS });
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'key.taken') throw error;
    const second = { workflow, answers, command: id, error };
    if ((await attachToHolder(parts, { person, language: 'en', plant }, second)) === undefined) throw error;
  }
}

/** Compares the messages that are not delivered. */
export async function expectMessages({ messages }: ServiceParts, wanted: MessageExpectation): Promise<void> {
  const ids = async (state: 'waiting' | 'expired'): Promise<readonly string[]> =>
    (await messages.list(state, ALL)).map(({ id }) => id).sort();
  if (wanted.waiting !== undefined) expect(await ids('waiting'), 'waiting').to.deep.equal(wanted.waiting);
  if (wanted.expired !== undefined) expect(await ids('expired'), 'expired').to.deep.equal(wanted.expired);
}
