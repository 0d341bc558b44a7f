import { expect } from 'chai';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { openLibrary, type Library } from '../../../server/library/library.ts';
import { lintBundleIn } from '../../../server/library/lint-bundle.ts';
import { type Published, publishFolder } from '../../../server/library/publish-folder.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';

type Changing = { [key: string]: Changing } & { [key: string]: unknown };

const PLAN_CHANGE = {
  id: 'plan-change',
  description: 'Plan change',
  meta: { start: { form: 'reason', roles: ['production_planner'], into: 'change' } },
  initial: 'applied',
  states: { applied: { description: 'Applied', type: 'final' } },
};

describe('publishing a folder', () => {
  let folder: string;
  let library: Library;
  let publish: () => Promise<readonly Published[]>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gembaflow-publish-'));
    cpSync(join(PROJECT_ROOT, 'workflows', 'order-review'), join(folder, 'workflows', 'order-review'), {
      recursive: true,
    });
    // Order review waits for a change of the plan: that there is such a workflow is all that is asked here.
    mkdirSync(join(folder, 'workflows', 'plan-change'));
    writeFileSync(join(folder, 'workflows', 'plan-change', 'workflow.json'), JSON.stringify(PLAN_CHANGE));
    cpSync(join(PROJECT_ROOT, 'forms'), join(folder, 'forms'), { recursive: true });
    const store = openMemoryStore();
    const { plant } = await openDemoPlant(openMemoryStore(), MONDAY_9);
    library = await openLibrary(store);
    publish = () =>
      publishFolder(
        library,
        { workflows: join(folder, 'workflows'), forms: join(folder, 'forms') },
        { lint: lintBundleIn(plant.keeper), at: MONDAY_9 },
      );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes a second workflow beside order review: a changed copy, or any text. */
  const second = (change: ((file: Changing) => void) | string): void => {
    const target = join(folder, 'workflows', 'second');
    mkdirSync(target, { recursive: true });
    if (typeof change === 'string') return writeFileSync(join(target, 'workflow.json'), change);
    cpSync(join(folder, 'workflows', 'order-review'), target, { recursive: true });
    const file = JSON.parse(readFileSync(join(target, 'workflow.json'), 'utf8')) as Changing;
    file['id'] = 'second' as never;
    change(file);
    writeFileSync(join(target, 'workflow.json'), JSON.stringify(file));
  };
  const leftOut = async (): Promise<readonly string[]> => {
    const found = (await publish()).find((result) => result.kind === 'left-out' && result.workflow === 'second');
    expect(library.latest('second')).to.equal(undefined);
    return found?.kind === 'left-out' ? found.problems.map((problem) => `${problem.path} ${problem.code}`) : [];
  };

  it('order review is published without an error and without a warning', async () => {
    const results = await publish();
    const published = results.map((result) =>
      result.kind === 'published' ? [result.version.workflow, result.version.version, result.warnings] : result,
    );
    expect(published).to.deep.include(['order-review', 1, []]);
  });

  it('the same folder again makes no new version; a changed text does', async () => {
    await publish();
    await publish();
    expect(library.latest('order-review')?.version).to.equal(1);
    const file = join(folder, 'workflows', 'order-review', 'texts.es.json');
    const texts = JSON.parse(readFileSync(file, 'utf8')) as { [pointer: string]: string };
    writeFileSync(file, JSON.stringify({ ...texts, '/description': 'Otra' }));
    await publish();
    expect((await library.versions('order-review')).map((version) => version.version)).to.deep.equal([1, 2]);
  });

  it('a workflow may wait for a child that stands beside it in the folder, not for one that stands nowhere', async () => {
    const waitFor =
      (child: string) =>
      (file: Changing): void => {
        const notice = (file['states'] as Changing)['issue_notice'] as Changing;
        const invoke = notice['invoke'] as Changing;
        const onError = invoke['onDone'] as unknown;
        notice['invoke'] = { src: `workflow:${child}`, onDone: invoke['onDone'], onError } as never;
      };
    second(waitFor('order-revew'));
    expect(await leftOut()).to.deep.equal(['/states/issue_notice/invoke/src workflow.workflow_unknown']);
    second(waitFor('second'));
    expect(await leftOut()).to.deep.equal(['/states/issue_notice/invoke/src workflow.children_circle']);
    second(waitFor('order-review'));
    const results = await publish();
    const published = results.flatMap((result) => (result.kind === 'published' ? [result.version.workflow] : []));
    expect(published).to.include.members(['order-review', 'second']);
  });

  it('what is wrong with one workflow leaves it out with its place, and the others are published', async () => {
    const at = (file: Changing, ...path: readonly string[]): Changing =>
      path.reduce<Changing>((inside, key) => inside[key] as Changing, file);
    const put =
      (value: object, ...path: readonly string[]) =>
      (file: Changing): void =>
        void Object.assign(at(file, ...path), value);
    const cases: readonly [string, ((file: Changing) => void) | string, RegExp][] = [
      ['no JSON', '{ "id": "second", ', /json/],
      ['a missing field', (file) => void delete at(file, 'meta')['start'], /\/meta/],
      [
        'a target that is not there',
        put({ complete: { description: 'x', target: 'nowhere' } }, 'states', 'intake', 'on'),
        /\/states\/intake\/on\/complete/,
      ],
      [
        'an unknown form',
        put({ form: 'no-such-form' }, 'states', 'intake', 'meta', 'task'),
        /\/states\/intake\/meta\/task\/form/,
      ],
      [
        'an unknown role',
        put({ roles: ['astronaut'] }, 'states', 'intake', 'meta', 'task'),
        /\/states\/intake\/meta\/task\/roles/,
      ],
      ['an unknown action', put({ entry: { type: 'launch' } }, 'states', 'intake'), /\/states\/intake\/entry/],
      ['an unknown calendar', put({ calendar: 'moon' }, 'meta'), /\/meta\/calendar/],
      ['an error in FEEL', put({ guard: '= tasks.decide = ' }, 'on', 'withdraw'), /\/on\/withdraw\/guard/],
      ['an id that is inherited', put({ id: 'constructor' }), /\/id/],
      ['two tasks that write one name', put({ into: 'order' }, 'states', 'intake', 'meta', 'task'), /into/],
      [
        'a state that cannot be reached',
        put(
          {
            island: {
              description: 'Island',
              meta: { task: { form: 'reason', roles: ['sales_rep'] } },
              on: { done: { description: 'Done', target: 'approved' } },
            },
          },
          'states',
        ),
        /\/states\/island/,
      ],
      ['a state that cannot be left', put({ on: {} }, 'states', 'info_request'), /\/states\/info_request/],
    ];
    for (const [title, change, place] of cases) {
      second(change);
      const problems = await leftOut();
      expect(
        problems.some((problem) => place.test(problem)),
        `${title}: ${problems.join(' | ')}`,
      ).to.equal(true);
      expect(library.latest('order-review')?.version, title).to.equal(1);
    }
  });

  it('`__proto__` as a key is refused and reaches nothing', async () => {
    second(
      '{"id":"second","description":"x","meta":{"start":{"form":"reason","roles":["sales_rep"],"into":"x"}},"initial":"a","states":{"__proto__":{"type":"final"},"a":{"type":"final"}}}',
    );
    expect((await leftOut()).join(' ')).to.match(/__proto__/);
    expect(({} as Partial<WorkflowFile>).type).to.equal(undefined);
  });
});
