import { expect } from 'chai';
import { decimalSign, readNumber } from '../../../ui/form/read-number.ts';

describe('a number as it is typed', () => {
  const cases: readonly (readonly [typed: string, language: string, number: number | null])[] = [
    ['7200', 'en', 7200],
    ['7,200.5', 'en', 7200.5],
    ['1,234', 'en', 1234],
    ['12,5', 'en', 12.5],
    ['7.200,5', 'es', 7200.5],
    ['1.234', 'es', 1234],
    ['12.5', 'es', 12.5],
    ['12,5', 'es', 12.5],
    ['1,234', 'zh-TW', 1234],
    ['-3', 'en', -3],
    ['−3', 'en', -3],
    ['.5', 'en', 0.5],
    ['5.', 'en', 5],
    ['1 234', 'es', 1234],
    ['', 'en', null],
    ['12a', 'en', null],
    ['1,2,3', 'en', null],
    ['1e5', 'en', null],
    ['--3', 'en', null],
    ['.', 'en', null],
  ];

  for (const [typed, language, number] of cases) {
    it(`“${typed}” in ${language} is ${number === null ? 'no number' : number}`, () => {
      expect(readNumber(typed, language)).to.equal(number);
    });
  }

  it('the decimal sign is that of the language', () => {
    expect(['en', 'es', 'zh-TW'].map(decimalSign)).to.deep.equal(['.', ',', '.']);
  });
});
