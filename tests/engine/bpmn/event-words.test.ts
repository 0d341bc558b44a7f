import { expect } from 'chai';
import { delayWords, eventWords, isoDelay } from '../../../engine/bpmn/event-words.ts';

describe('names that nobody wrote', () => {
  it('[BP9] an event in small letters, with blanks', () => {
    expect(['not_a_nc', 'Lot.Arrived', 'ok'].map(eventWords)).to.deep.equal(['not a nc', 'lot arrived', 'ok']);
  });

  it('[BP9] a delay with its units, nothing for an expression', () => {
    const delays = ['PT8H', 'P2D', 'PT30M', 'P1DT4H@office', 'P1M', 'P2W', '= data.due'];
    expect(delays.map(delayWords)).to.deep.equal(['8 h', '2 d', '30 min', '1 d 4 h', '1 mo', '2 w', undefined]);
  });

  it('[BP3] the ISO part of a delay without its calendar', () => {
    expect(['P1D@office', 'PT8H', '= data.due'].map(isoDelay)).to.deep.equal(['P1D', 'PT8H', undefined]);
  });
});
