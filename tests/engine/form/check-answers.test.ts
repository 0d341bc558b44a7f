import { expect } from 'chai';
import { checkAnswers } from '../../../engine/form/check-answers.ts';
import type { FormFile } from '../../../engine/model/form-file.ts';
import type { JsonObject } from '../../../engine/model/json.ts';
import { answerChecker } from '../../support/answer-checker.ts';

const checker = answerChecker;

const FORM: FormFile = {
  id: 'order',
  title: 'Order',
  schema: {
    type: 'object',
    properties: {
      amount: { type: 'number', title: 'Amount', 'x-decimals': 2 },
      lot: { type: 'string', title: 'Lot', readOnly: true },
      files: { type: 'array', title: 'Files', 'x-file': { types: ['application/pdf'], maxMb: 5 } },
      lines: {
        type: 'array',
        title: 'Lines',
        items: {
          type: 'object',
          properties: {
            qty: { type: 'integer', title: 'Quantity', minimum: 1 },
            price: { type: 'number', title: 'Price' },
            sum: { type: 'number', title: 'Sum', 'x-computed': '= row.qty * row.price' },
          },
          required: ['qty'],
        },
      },
      total: { type: 'number', title: 'Total', 'x-computed': '= money(sum(answers.lines.sum), 2)' },
      from: { type: 'string', format: 'date', title: 'From' },
      to: { type: 'string', format: 'date', title: 'To' },
    },
    allOf: [
      {
        if: { properties: { outcome: { const: 'reject' } }, required: ['outcome'] },
        then: {
          properties: {
            reason: { type: 'string', title: 'Reason', minLength: 3 },
            detail: { type: 'string', title: 'Detail' },
          },
          required: ['reason'],
        },
      },
    ],
  },
  checks: [
    { that: '= date(answers.to) >= date(answers.from)', at: '/to', text: 'It cannot end before {= answers.from}.' },
    { that: '= answers.amount <= data.limit', at: '/amount', text: 'At most {= data.limit}.' },
  ],
};

const check = (
  answers: JsonObject,
  outcome: string | null = null,
  more: { readonly prefill?: JsonObject; readonly data?: JsonObject } = {},
) =>
  checkAnswers(checker, {
    form: FORM,
    answers,
    outcome,
    prefill: more.prefill ?? {},
    data: more.data ?? {},
    refs: {},
    now: '2026-11-23T01:00:00Z',
  });
const problemsOf = (...args: Parameters<typeof check>) => {
  const result = check(...args);
  return result.kind === 'fit' ? [] : result.problems.map((problem) => `${problem.path} ${problem.code}`).sort();
};
const answersOf = (...args: Parameters<typeof check>) => {
  const result = check(...args);
  return result.kind === 'fit' ? result.answers : undefined;
};

describe('answers of a form', () => {
  it('[FM1] a field that the form does not have is refused, in rows too', () => {
    expect(problemsOf({ other: 1, lines: [{ qty: 1, extra: true }] })).to.deep.equal([
      '/lines/0/extra answers.unknown_field',
      '/other answers.unknown_field',
    ]);
    expect(problemsOf({ xstate$$type: 1 } as JsonObject)).to.deep.equal(['/xstate$$type answers.unknown_field']);
    expect(problemsOf({ amount: { $ne: null } } as unknown as JsonObject)).to.deep.equal(['/amount answers.type']);
  });

  it("[FM2] a field of another outcome is refused, and the outcome's own are asked", () => {
    expect(problemsOf({ reason: 'because' }, 'accept')).to.deep.equal(['/reason answers.unknown_field']);
    expect(problemsOf({}, 'reject')).to.deep.equal(['/reason answers.required']);
    expect(problemsOf({ reason: 'because', detail: 'x' }, 'reject')).to.deep.equal([]);
  });

  it('[FM2] a field whose branch applies is not called unknown because another of it fails', () => {
    expect(problemsOf({ reason: 'no', detail: 'x' }, 'reject')).to.deep.equal(['/reason answers.min_length']);
  });

  it('[FM3] more decimals than declared are refused', () => {
    expect(problemsOf({ amount: 0.1 + 0.2 })).to.deep.equal(['/amount answers.decimals']);
    expect(problemsOf({ amount: 0.3 })).to.deep.equal([]);
    expect(problemsOf({ amount: 1.005 })).to.deep.equal(['/amount answers.decimals']);
  });

  it('[FM4] a read-only field has the value of the case, whatever is sent', () => {
    expect(answersOf({ amount: 1 }, null, { prefill: { lot: 'L-1' } })).to.deep.equal({ amount: 1, lot: 'L-1' });
    expect(answersOf({ lot: 'L-1' }, null, { prefill: { lot: 'L-1' } })).to.deep.equal({ lot: 'L-1' });
    expect(problemsOf({ lot: 'forged' }, null, { prefill: { lot: 'L-1' } })).to.deep.equal(['/lot answers.read_only']);
    expect(problemsOf({ lot: 'forged' })).to.deep.equal(['/lot answers.read_only']);
  });

  it('[FM5] computed fields are computed here, rows before sums, whatever was sent', () => {
    const answers = answersOf({
      lines: [
        { qty: 2, price: 1.5, sum: 99 },
        { qty: 1, price: 0.1 },
      ],
      total: -1,
    });
    expect(answers).to.deep.equal({
      lines: [
        { qty: 2, price: 1.5, sum: 3 },
        { qty: 1, price: 0.1, sum: 0.1 },
      ],
      total: 3.1,
    });
    expect(answersOf({})).to.deep.equal({});
  });

  it("[FM6] a file's answer has its five members and no other", () => {
    const file = { id: 'f', name: 'po.pdf', size: 1, type: 'application/pdf', sha256: 'x' };
    expect(problemsOf({ files: [file] })).to.deep.equal([]);
    expect(problemsOf({ files: [{ ...file, url: 'http://x' }] })).to.deep.equal(['/files/0/url answers.unknown_field']);
    expect(problemsOf({ files: [{ id: 'f' }] })).to.have.length(4);
  });

  it('[FM7] a check refuses when it is false and says why with its values; null holds', () => {
    expect(problemsOf({ from: '2026-11-23', to: '2026-11-22' })).to.deep.equal(['/to answers.check']);
    expect(problemsOf({ from: '2026-11-23' })).to.deep.equal([]);
    const result = check({ amount: 7 }, null, { data: { limit: 5 } });
    expect(result.kind === 'refused' && result.problems[0]).to.deep.include({
      message: 'At most 5.',
      params: { check: 1, value0: '5' },
    });
  });

  it('[FM8] all problems are told at once, as whole sentences that name the field', () => {
    const result = check({ amount: 'x', lines: [{ qty: 0 }, {}] } as unknown as JsonObject);
    const problems = result.kind === 'refused' ? result.problems : [];
    expect(problems.map((problem) => problem.message)).to.have.members([
      'Amount has a value of another kind. Enter it again.',
      'Quantity must be 1 or more.',
      'Quantity needs an answer.',
    ]);
  });
});
