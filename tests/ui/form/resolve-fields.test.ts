import { expect } from 'chai';
import type { FieldSchema } from '../../../engine/model/form-file.ts';
import { resolveFields } from '../../../ui/form/resolve-fields.ts';

const DECISION: FieldSchema = {
  type: 'object',
  properties: { tooling: { type: 'boolean' } },
  required: ['tooling'],
  allOf: [
    {
      if: { properties: { tooling: { const: true } }, required: ['tooling'] },
      then: { properties: { lead: { type: 'integer' } }, required: ['lead'] },
    },
    {
      if: { properties: { outcome: { enum: ['accept', 'accept_with'] } }, required: ['outcome'] },
      then: { properties: { date: { type: 'string', format: 'date' } }, required: ['date'] },
    },
    {
      if: { properties: { outcome: { const: 'reject' } }, required: ['outcome'] },
      then: { properties: { reason: { type: 'string' } }, required: ['reason'] },
    },
    {
      if: { properties: { outcome: { const: 'negotiate' } }, required: ['outcome'] },
      then: { properties: { note: { type: 'string' } } },
    },
  ],
};

const names = (fields: readonly { readonly name: string }[]) => fields.map((field) => field.name);

describe('the fields that a form shows', () => {
  it('a field under a condition is hidden until the condition holds', () => {
    // when
    const [before, after] = [{}, { tooling: true }].map((answers) =>
      names(resolveFields(DECISION, answers, ['negotiate'])),
    );

    // then
    expect(before).to.deep.equal(['tooling', 'note']);
    expect(after).to.deep.equal(['tooling', 'lead', 'note']);
  });

  it('a field that hangs on the outcome is shown as soon as a possible outcome needs it', () => {
    // when
    const fields = resolveFields(DECISION, {}, ['accept', 'accept_with', 'reject']);

    // then
    expect(names(fields)).to.deep.equal(['tooling', 'date', 'reason']);
    expect(fields.find((field) => field.name === 'date'))
      .to.include({ required: false })
      .and.to.have.property('neededFor')
      .that.deep.equals(['accept', 'accept_with']);
    expect(fields.find((field) => field.name === 'reason')?.neededFor).to.deep.equal(['reject']);
  });

  it('a field that only a refused outcome needs is not shown', () => {
    expect(names(resolveFields(DECISION, {}, ['negotiate']))).to.not.include('reason');
  });

  it('a field that every possible outcome needs is simply needed', () => {
    // when
    const date = resolveFields(DECISION, {}, ['accept', 'accept_with']).find((field) => field.name === 'date');

    // then
    expect(date).to.include({ required: true }).and.to.have.property('neededFor').that.is.empty;
  });

  it('a field that an outcome knows but does not need says for which it is', () => {
    // when
    const note = resolveFields(DECISION, {}, ['accept', 'negotiate']).find((field) => field.name === 'note');

    // then
    expect(note?.neededFor).to.deep.equal([]);
    expect(note?.usedFor).to.deep.equal(['negotiate']);
  });

  it('what a condition adds to a field joins what the field says itself', () => {
    // given
    const schema: FieldSchema = {
      properties: { qty: { type: 'integer', title: 'Quantity' } },
      if: { properties: { qty: { minimum: 100 } }, required: ['qty'] },
      then: { properties: { qty: { multipleOf: 10 } } },
    };

    // when
    const [field] = resolveFields(schema, { qty: 120 }, [null]);

    // then
    expect(field?.schema).to.deep.equal({ type: 'integer', title: 'Quantity', multipleOf: 10 });
  });

  it('fields keep the order of the file, however they came', () => {
    // given
    const schema: FieldSchema = {
      allOf: [
        { if: { properties: { b: { const: 1 } }, required: ['b'] }, then: { properties: { a: { type: 'string' } } } },
        { properties: { b: { type: 'integer' } } },
      ],
    };

    // when
    const shown = names(resolveFields(schema, { b: 1 }, [null]));

    // then
    expect(shown).to.deep.equal(['a', 'b']);
  });
});
