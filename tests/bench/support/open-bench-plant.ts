import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from '../../../engine/model/command.ts';
import { NO_REFS } from '../../../engine/model/command.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { Bundle } from '../../../engine/model/version.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';
import { CHECKER, MAKER } from './bench-workflows.ts';
import { checkCounts } from './count-check.ts';

/** A plant on a database file of its own, with a workflow to measure, and a count of what its engine acknowledged. */
export interface BenchPlant {
  /** Starts a case. */
  start(): Promise<Instance>;
  /** Completes the open task of a state. */
  complete(instance: Instance, state: string, outcome: string): Promise<Instance>;
  command(instance: Instance, type: string): Promise<Instance>;
  /** What is stored otherwise than it was acknowledged, in sentences. */
  check(): Promise<readonly string[]>;
  /** Steps acknowledged so far. */
  steps(): number;
  close(): Promise<void>;
}

let serial = 0;

/** Opens the product's own parts (store, engine, checker, people) on a new file in `folder`, and publishes the workflow. */
export async function openBenchPlant(folder: string, bundle: Bundle): Promise<BenchPlant> {
  serial += 1;
  const file = join(folder, `plant-${serial}.db`);
  const store = openSqliteStore({ file });
  const { plant } = await openDemoPlant(store, MONDAY_9);
  await plant.library.publish(bundle, MONDAY_9);
  const workflow = bundle.machine.id;
  let sent = 0;
  let steps = 0;
  let started = 0;
  let ended = 0;

  const send = async (command: Command): Promise<Instance> => {
    const { instance } = await plant.engine.send(command);
    steps += 1;
    if (instance.endedAt !== null) ended += 1;
    return instance;
  };
  // As the server names a call: no two neighbours in an index.
  const newId = (): string => {
    sent += 1;
    return `call:${randomUUID()}`;
  };
  const answers = (): JsonObject => ({ note: `Piece ${sent}, measured and found as drawn`, count: sent % 1000 });
  return {
    async start() {
      const instance = await send({
        kind: 'start',
        id: newId(),
        workflow,
        by: MAKER,
        answers: answers(),
        refs: NO_REFS,
      });
      started += 1;
      return instance;
    },
    complete: (instance, state, outcome) =>
      send({
        kind: 'complete',
        id: newId(),
        instance: instance.id,
        task: taskIn(instance, state),
        outcome,
        by: state === 'check' ? CHECKER : MAKER,
        answers: answers(),
        refs: NO_REFS,
      }),
    command: (instance, type) =>
      send({ kind: 'command', id: newId(), instance: instance.id, type, by: MAKER, answers: answers(), refs: NO_REFS }),
    check: () => checkCounts({ store, workflow }, { started, ended, steps }),
    steps: () => steps,
    close: () => store.close(),
  };
}

function taskIn(instance: Instance, state: string): string {
  return Object.values(instance.tasks).find((task) => task.state === state)?.id ?? `no-open-${state}`;
}
