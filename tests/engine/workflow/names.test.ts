import { expect } from 'chai';
import { isFeelName, isFileName, isReserved } from '../../../engine/workflow/names.ts';

describe('names', () => {
  it('[NM1] what FEEL can say is a snake_case name, and never one of Object.prototype', () => {
    expect(['a', 'qc_review', 'line_2', 'a'.repeat(63)].filter(isFeelName)).to.have.length(4);
    for (const name of [
      '',
      'A',
      '2a',
      'qc-review',
      'a__b',
      'a.b',
      'ä',
      'a'.repeat(64),
      'toString',
      'constructor',
      '__proto__',
      'valueof ',
    ])
      expect(isFeelName(name), name).to.equal(false);
  });

  it('[NM2] ids of files are kebab-case', () => {
    expect(['order-review', 'a', 'p10'].filter(isFileName)).to.have.length(3);
    for (const name of ['', 'Order', '1a', 'order_review', 'a b', '../etc', 'constructor'])
      expect(isFileName(name), name).to.equal(false);
  });

  it('[NM3] the roots of FEEL and our own words are reserved', () => {
    expect(
      ['data', 'tasks', 'visits', 'event', 'instance', 'settings', 'now', 'start', 'item', 'gembaflow_boot'].filter(
        isReserved,
      ),
    ).to.have.length(10);
    expect(isReserved('decide')).to.equal(false);
  });
});
