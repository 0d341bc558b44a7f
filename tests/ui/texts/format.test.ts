import { expect } from 'chai';
import { openFormat } from '../../../ui/texts/format.ts';
import { pluralIn } from '../../../ui/texts/plural.ts';

const EN = openFormat('en', 'Asia/Taipei');
const ES = openFormat('es', 'Asia/Taipei');
const ZH = openFormat('zh-TW', 'Asia/Taipei');
const MONDAY = Date.parse('2026-11-23T10:42:00+08:00');

describe('format', () => {
  it('writes numbers as the language writes them, four digits too', () => {
    expect(EN.number(7200, 2)).to.equal('7,200.00');
    expect(ES.number(7200, 2)).to.equal('7.200,00');
    expect(ZH.number(1234.5)).to.equal('1,234.5');
  });

  it('says that a count goes on', () => {
    expect(EN.count({ count: 1000, more: true })).to.equal('1,000+');
    expect(EN.count({ count: 4, more: false })).to.equal('4');
  });

  it('writes sizes in the unit that people read', () => {
    expect(EN.bytes(214_000)).to.equal('214 kB');
    expect(ES.bytes(1_200_000)).to.equal('1,2 MB');
    expect(EN.bytes(12)).to.equal('12 B');
  });

  it('writes dates in our order, without commas and stops', () => {
    expect(EN.date('2026-12-11')).to.equal('Fri 11 Dec 2026');
    expect(ES.date('2026-12-11')).to.equal('vie 11 dic 2026');
    expect(ZH.date('2026-12-11')).to.equal('2026/12/11(五)');
    expect(EN.shortDate('2026-12-04')).to.equal('Fri 4 Dec');
    expect(ZH.shortDate('2026-12-04')).to.equal('12/4(五)');
  });

  it('names today, tomorrow and yesterday, then the date', () => {
    const at = (local: string) => Date.parse(`2026-${local}:00+08:00`);
    expect(EN.moment(at('11-23T14:50'), MONDAY)).to.equal('today 14:50');
    expect(ES.moment(at('11-24T11:00'), MONDAY)).to.equal('mañana 11:00');
    expect(ZH.moment(at('11-22T09:00'), MONDAY)).to.equal('昨天 09:00');
    expect(EN.moment(at('11-20T15:31'), MONDAY)).to.equal('Fri 15:31');
    expect(EN.moment(at('11-19T16:20'), MONDAY)).to.equal('Thu 19 Nov 16:20');
    expect(EN.day(Date.parse('2027-01-08T09:00:00+08:00'), MONDAY)).to.equal('Fri 8 Jan 2027');
  });

  it('tells the time of the plant, wherever the reader sits', () => {
    const justAfterMidnight = Date.parse('2026-11-23T16:05:00Z');
    expect(EN.time(justAfterMidnight)).to.equal('00:05');
    expect(EN.localDate(justAfterMidnight)).to.equal('2026-11-24');
    expect(EN.daysAway(justAfterMidnight, MONDAY)).to.equal(1);
  });
});

describe('plural', () => {
  it('takes the form that the language has for the number', () => {
    const forms = { one: '# task', other: '# tasks' };
    expect(pluralIn('en')(1, forms)).to.equal('1 task');
    expect(pluralIn('en')(1000, forms)).to.equal('1,000 tasks');
    expect(pluralIn('zh-TW')(1, { other: '# 件' })).to.equal('1 件');
  });
});
