import { NO_REFS } from '../../engine/model/command.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { openTestEngine } from '../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../support/sample-workflow.ts';

// A process that works as fast as it can and says each command that was acknowledged, until it is killed.
// Arguments: the database file, and a word that makes this run's command ids its own.
const [file = '', run = ''] = process.argv.slice(2);
const test = openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK)), { store: openSqliteStore({ file }) });
const acknowledged = (id: string): void => void process.stdout.write(`${id}\n`);

async function client(name: string): Promise<never> {
  for (let round = 0; ; round += 1) {
    const id = `${run}:${name}:${round}`;
    const started = await test.send({
      kind: 'start',
      id: `${id}:start`,
      workflow: 'sample',
      by: 'amy',
      answers: { note: id },
      refs: NO_REFS,
    });
    acknowledged(`${id}:start`);
    const [task = ''] = Object.keys(started.instance.tasks);
    await test.send({
      kind: 'complete',
      id: `${id}:made`,
      instance: started.instance.id,
      task,
      outcome: 'made',
      by: 'amy',
      answers: { count: round },
      refs: NO_REFS,
    });
    acknowledged(`${id}:made`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, index) => client(`c${index}`)));
