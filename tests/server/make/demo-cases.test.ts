import { join } from 'node:path';
import { expect } from 'chai';
import { loadDemo } from '../../../server/demo/load-demo.ts';
import { openMake } from '../../../server/make/make.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { T_8 } from './demo-board.ts';

describe('the demo plant with its running cases', () => {
  it('[MAK7] has the colours of its list at T 08:00, and names the cases that are why', async () => {
    // given
    const { plant } = await openDemoPlant(openMemoryStore(), T_8);
    await loadDemo(plant, join(PROJECT_ROOT, 'server', 'demo'), () => undefined);
    const { people } = plant.keeper.plant();
    const admin = people.get('U16');
    if (admin === undefined) throw new Error('The demo plant has no administrator.');

    // when
    const { items, counts } = await openMake(plant).list(
      { person: admin, plant: plant.keeper.plant(), language: 'en' },
      { limit: 50 },
    );

    // then
    expect(counts).to.deep.equal({ red: 2, amber: 3, green: 4, in_review: 2, done: 1 });
    expect(items.map(({ order }) => order.slice(-3)).join(' ')).to.equal(
      '008 005 003 006 007 002 004 009 010 011 012 001',
    );
    const casesOf = (end: string) => items.find(({ order }) => order.endsWith(end))?.cases.map(({ number }) => number);
    expect(['003', '005', '011', '012'].map(casesOf)).to.deep.equal([
      ['NCR-2611-007'],
      ['MPR-2611-001', 'SHC-2611-003'],
      ['ORV-2611-011'],
      ['ORV-2611-012'],
    ]);
  });
});
