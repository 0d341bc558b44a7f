import { expect } from 'chai';
import { valueText } from '../../../ui/components/value-text.ts';
import { parts } from '../../../ui/texts/es/parts.ts';
import { openFormat } from '../../../ui/texts/format.ts';

const SPEECH = { format: openFormat('es', 'Asia/Taipei'), parts, now: Date.parse('2026-11-23T10:42:00+08:00') };

describe('a value in one line', () => {
  it('is told as the reader writes it', () => {
    expect(valueText({ kind: 'number', number: 7200, decimals: 2, unit: 'EUR' }, SPEECH)).to.equal('7.200,00 EUR');
    expect(valueText({ kind: 'yes-no', yes: true }, SPEECH)).to.equal('Sí');
    expect(valueText({ kind: 'choices', texts: ['A', 'B'] }, SPEECH)).to.equal('A y B');
  });

  it('says the year of a date only where it is another', () => {
    expect(valueText({ kind: 'date', date: '2026-12-11' }, SPEECH)).to.equal('vie 11 dic');
    expect(valueText({ kind: 'date', date: '2027-01-08' }, SPEECH)).to.equal('vie 8 ene 2027');
  });

  it('is nothing for a table and for no answer', () => {
    expect(valueText({ kind: 'table', columns: [], rows: [] }, SPEECH)).to.equal(null);
    expect(valueText({ kind: 'none' }, SPEECH)).to.equal(null);
  });
});
