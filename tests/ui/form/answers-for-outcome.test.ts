import { expect } from 'chai';
import type { FieldSchema } from '../../../engine/model/form-file.ts';
import { answersForOutcome, askedOf } from '../../../ui/form/answers-for-outcome.ts';

const FORM: FieldSchema = {
  type: 'object',
  properties: {
    lot: { type: 'string', readOnly: true },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          qty: { type: 'integer' },
          amount: { type: 'number', 'x-computed': '= row.qty' },
          late: { type: 'boolean' },
        },
        if: { properties: { late: { const: true } }, required: ['late'] },
        then: { properties: { why: { type: 'string' } } },
      },
    },
  },
  allOf: [
    {
      if: { properties: { outcome: { const: 'accept' } }, required: ['outcome'] },
      then: { properties: { date: { type: 'string' } } },
    },
    {
      if: { properties: { outcome: { const: 'reject' } }, required: ['outcome'] },
      then: { properties: { reason: { type: 'string' } } },
    },
    { if: { required: ['reason'] }, then: { properties: { informed: { type: 'boolean' } } } },
  ],
};

describe('the answers that are sent with an outcome', () => {
  it('answers that the outcome does not know are left out', () => {
    // when
    const sent = answersForOutcome(FORM, { date: '2026-12-09', reason: 'Too thin.' }, 'accept');

    // then
    expect(sent).to.deep.equal({ date: '2026-12-09' });
  });

  it('an answer that hung on one of them is left out too', () => {
    // when
    const sent = answersForOutcome(FORM, { reason: 'Too thin.', informed: true }, 'accept');

    // then
    expect(sent).to.deep.equal({});
  });

  it('the same holds in each row', () => {
    // when
    const sent = answersForOutcome(
      FORM,
      {
        lines: [
          { qty: 1, late: false, why: 'strike' },
          { qty: 2, late: true, why: 'rain' },
        ],
      },
      null,
    );

    // then
    expect(sent).to.deep.equal({
      lines: [
        { qty: 1, late: false },
        { qty: 2, late: true, why: 'rain' },
      ],
    });
  });

  it('what is computed or comes from the case is not sent', () => {
    // when
    const sent = askedOf(FORM, { lot: 'L-2611-0311', lines: [{ qty: 3, amount: 3 }] }, 'accept');

    // then
    expect(sent).to.deep.equal({ lines: [{ qty: 3 }] });
  });
});
