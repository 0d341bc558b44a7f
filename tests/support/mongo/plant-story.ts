import { expect } from 'chai';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import { isEngineError } from '../../../engine/model/engine-error.ts';
import type { Version } from '../../../engine/model/version.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../../engine/ports/effect-handler.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { verifyChain } from '../../../engine/step/history-chain.ts';
import { openTestEngine, sha256, type TestEngine } from '../open-test-engine.ts';
import { sampleFile, sampleVersion } from '../sample-workflow.ts';

/** One case from start to end that meets everything a store does: a task, an effect, a timer, and the worker. */

const STATES: { readonly [key: string]: StateFile } = {
  make: {
    description: 'Make',
    meta: { task: { form: 'note', roles: ['maker'], due: 'PT4H' } },
    on: { made: { description: 'Made', target: 'look' } },
  },
  look: {
    description: 'Look',
    invoke: { src: 'query', input: {}, onDone: { target: 'check' }, onError: { target: 'lost' } },
  },
  check: {
    description: 'Check',
    meta: { task: { form: 'note', roles: ['checker'], due: 'PT4H' } },
    on: { good: { description: 'Good', target: 'stored' } },
    after: { 'PT2H@always': { target: 'lost' } },
  },
  stored: { description: 'Stored', type: 'final' },
  lost: { description: 'Lost', type: 'final', meta: { end: 'cancelled' } },
};

const HOUR = 3_600_000;
/** Longer than a lease, so that work whose lease was lost comes again. */
const NEXT_LOOK = 31_000;
const MOST_LOOKS = 20;

export interface Story {
  readonly test: TestEngine;
  /** Keys that the effect's target was asked with. */
  readonly keys: readonly string[];
  /** Runs one case under command ids that begin with `name`, and gives it as it ended. */
  run(name: string): Promise<Instance>;
}

/** The workflow of the story. */
export function storyVersion(): Version {
  return sampleVersion(sampleFile(STATES));
}

/** Opens an engine and a worker on the store, ready to run the story any number of times. */
export function openStory(store: Store): Story {
  const keys: string[] = [];
  const query: EffectHandler = {
    name: 'query',
    asked: ['invoke'],
    input: {},
    async run(_input, { key }) {
      keys.push(key);
      return { seen: true };
    },
  };
  const test = openTestEngine(storyVersion(), { store, handlers: [query] });
  const refs = { names: {}, records: {} };
  return {
    test,
    keys,
    async run(name) {
      const started = await test.send({
        kind: 'start',
        id: `${name}-start`,
        workflow: 'sample',
        by: 'amy',
        answers: { note: name },
        refs,
      });
      const id = started.instance.id;
      await test.send({ kind: 'claim', id: `${name}-claim`, instance: id, task: 't1', by: 'amy' });
      await test.send({
        kind: 'complete',
        id: `${name}-made`,
        instance: id,
        task: 't1',
        outcome: 'made',
        by: 'amy',
        answers: { count: 3 },
        refs,
      });
      await workUntil(test, { store, id }, (instance) => Object.keys(instance.tasks).length > 0);
      test.clock.move(2 * HOUR);
      await workUntil(test, { store, id }, (instance) => instance.status !== 'active');
      return (await store.load(id)) as Instance;
    },
  };
}

/** What must be true of a case that ran the story, whatever went wrong on the way. */
export async function expectStoryTold(store: Store, ended: Instance): Promise<void> {
  const history = await store.history(ended.id, 0, 50);
  expect(ended.status).to.equal('cancelled');
  expect(history.map(kindOf)).to.deep.equal(['start', 'claim', 'task', 'effect', 'timer']);
  expect(verifyChain(history, sha256, ended)).to.include({ intact: true });
  for (const entry of history)
    expect(await store.findCommand(entry.command)).to.include({ instance: ended.id, rev: entry.rev });
}

/** Lets the worker look until the case is where it should be, as its own loop would. */
async function workUntil(
  test: TestEngine,
  { store, id }: { readonly store: Store; readonly id: string },
  isThere: (instance: Instance) => boolean,
): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await test.worker.drain().catch(ignoreUnavailable);
    const instance = await store.load(id).catch(ignoreUnavailable);
    if (instance !== undefined && isThere(instance)) return;
    test.clock.move(NEXT_LOOK);
  }
  throw new Error(`The case ${id} did not get on within ${MOST_LOOKS} looks of the worker.`);
}

function ignoreUnavailable(error: unknown): undefined {
  if (!isEngineError(error, 'store.unavailable')) throw error;
}

function kindOf(entry: HistoryEntry): string {
  return entry.event.kind;
}
