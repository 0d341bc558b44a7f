import { expect } from 'chai';
import type { FormView } from '../../../server/services/views/shared-views.ts';
import { localProblems } from '../../../ui/form/local-problems.ts';

const FORM: FormView = {
  id: 'shortage',
  title: 'Shortage',
  help: null,
  checks: [],
  layout: [],
  schema: {
    type: 'object',
    properties: {
      item: { type: 'string', title: 'Item' },
      qty: { type: 'number', title: 'Short', minimum: 1, 'x-decimals': 1 },
      total: { type: 'number', title: 'Total', 'x-computed': '= answers.qty' },
      lot: { type: 'string', title: 'Lot', readOnly: true },
    },
    required: ['item', 'qty', 'total', 'lot'],
  },
};

const told = (answers: Parameters<typeof localProblems>[1], language: 'en' | 'es' | 'zh-TW' = 'en') =>
  localProblems(FORM, answers, { outcome: null, language }).map(({ path, message }) => `${path} ${message}`);

describe('what the page finds wrong by itself', () => {
  it('a missing answer is named by its label, in the reader’s language', () => {
    expect(told({ qty: 2 })).to.deep.equal(['/item Item needs an answer.']);
    expect(told({ qty: 2 }, 'es')).to.deep.equal(['/item Falta responder: Item.']);
    expect(told({ qty: 2 }, 'zh-TW')).to.deep.equal(['/item 請填寫「Item」。']);
  });

  it('what nobody answers here is not missed', () => {
    expect(told({ item: 'x', qty: 2 })).to.deep.equal([]);
  });

  it('a limit is said with its number', () => {
    expect(told({ item: 'x', qty: 0.5 })).to.deep.equal(['/qty Short must be 1 or more.']);
  });

  it('too many decimals are found', () => {
    expect(told({ item: 'x', qty: 1.25 })).to.deep.equal(['/qty Short takes at most 1 decimal.']);
  });
});
