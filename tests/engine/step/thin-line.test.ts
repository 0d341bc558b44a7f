import { expect } from 'chai';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

describe('a thin line through the engine', () => {
  for (const store of ['memory', 'sqlite'] as const) {
    it(`runs two tasks to the end on ${store}`, async () => {
      const test = openTestEngine(
        sampleVersion(sampleFile(MAKE_AND_CHECK)),
        store === 'sqlite' ? { store: openSqliteStore({ file: ':memory:' }) } : {},
      );
      let case1 = await test.start('amy', { note: 'bolts' });
      expect(openStates(case1)).to.deep.equal(['make']);
      expect(case1.number).to.equal('SMP-001');
      expect(case1.subject.en).to.equal('bolts');
      case1 = await test.complete(case1, 'make', 'amy', 'made', { count: 3 });
      expect(openStates(case1)).to.deep.equal(['check']);
      const error = await refusalOf(test.complete(case1, 'check', 'amy', 'good'));
      expect(error.code).to.equal('permission.denied');
      case1 = await test.complete(case1, 'check', 'cat', 'good');
      expect(case1.status).to.equal('done');
      expect(await test.store.history(case1.id, 0, 10)).to.have.length(3);
      await test.store.close();
    });
  }
});
