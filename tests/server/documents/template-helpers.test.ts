import { expect } from 'chai';
import type { Language } from '../../../engine/model/language.ts';
import { openFormats } from '../../../server/documents/format-values.ts';
import { bodyOf, render, sampleContext } from './sample-context.ts';

describe('template-helpers', () => {
  const NBSP = '\u00a0';
  const said = (body: string, data = {}, language: Language = 'en') =>
    bodyOf(
      render(
        body,
        sampleContext({ data, names: { 'customers/C-03': 'Northbridge', 'people/U1': 'Ann', 'people/U2': 'Ben' } }),
        language,
      ),
    ).replaceAll(NBSP, ' ');

  for (const [language, date, moment, number] of [
    ['en', 'Fri 11 Dec 2026', 'Mon 23 Nov 2026, 07:30', '7,200.00'],
    ['es', 'vie 11 dic 2026', 'lun 23 nov 2026, 07:30', '7.200,00'],
    ['zh-TW', '2026/12/11(五)', '2026/11/23(一) 07:30', '7,200.00'],
  ] as const) {
    it(`[DC20] dates, moments and numbers are written as in ${language}, moments in the zone of the plant`, () => {
      const data = { day: '2026-12-11', at: '2026-11-22T23:30:00.000Z', value: 7200 };
      expect(said('{{date data.day}}|{{moment data.at}}|{{number data.value 2}}', data, language)).to.equal(
        `${date}|${moment}|${number}`,
      );
    });
  }

  it('[DC21] a moment becomes the day it has in the plant', () => {
    expect(said('{{date data.at}}', { at: '2026-11-22T23:30:00.000Z' })).to.equal('Mon 23 Nov 2026');
  });

  it('[DC22] a number keeps the places it has', () => {
    expect(
      said('{{number data.a 2}}|{{number data.a}}|{{number data.b 2}}|{{number data.c}}', {
        a: 48.1234,
        b: 21.5,
        c: 1234567,
      }),
    ).to.equal('48.1234|48.1234|21.50|1,234,567');
  });

  it('[DC23] what is missing, or cannot be read, is empty', () => {
    expect(
      said(
        '[{{date data.x}}{{moment data.x}}{{number data.x 2}}{{yes_no data.x}}{{list data.x}}{{name "customers" data.x}}{{label "f" "/a" data.x}}{{outcome "a" data.x}}{{date data.odd}}{{number data.odd}}]',
        { odd: 'soon' },
      ),
    ).to.equal('[]');
  });

  it('[DC24] an id is shown by its name, a list of them in one line, an unknown one as it is', () => {
    expect(
      said(
        '{{name "customers" data.c}}|{{name "people" data.p}}|{{name "customers" data.q}}|{{name "toString" data.q}}',
        { c: 'C-03', p: ['U1', 'U2'], q: 'C-99' },
      ),
    ).to.equal('Northbridge|Ann, Ben|C-99|C-99');
  });

  it('[DC25] words can be compared, and any of several asked for', () => {
    expect(
      said(
        '{{#if (is data.a "x")}}1{{/if}}{{#if (is data.a "y")}}2{{/if}}{{#if (any data.b data.empty data.a)}}3{{/if}}{{#if (any data.b data.empty)}}4{{/if}}{{count data.list}}',
        { a: 'x', empty: [], list: [1, 2] },
      ),
    ).to.equal('132');
  });

  it('[DC26] a comma in Chinese is a Chinese one', () => {
    expect(openFormats('zh-TW', 'Asia/Taipei').list(['甲', '乙'])).to.equal('甲、乙');
    expect(openFormats('es', 'Asia/Taipei').yesNo(true)).to.equal('Sí');
  });
});
