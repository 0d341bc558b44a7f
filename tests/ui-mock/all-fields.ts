import type { FormView } from '../../server/services/views/shared-views.ts';

/** A form with every kind of field, for looking at all of them at once. */
export const ALL_FIELDS: FormView = {
  id: 'all-fields',
  title: 'Every kind of field',
  help: null,
  checks: [],
  layout: [
    {
      section: 'One answer each',
      help: 'Nothing is filled in before a person does it.',
      fields: ['text', 'lines', 'number', 'pieces', 'date', 'moment', 'yes_no', 'choice', 'many', 'customer'],
    },
    { section: 'Several answers', fields: ['choices', 'people', 'words', 'files', 'photos'] },
    { table: 'shortages', columns: ['item', 'short_qty', 'eta'] },
    { section: 'Given', fields: ['given', 'total'] },
  ],
  schema: {
    type: 'object',
    properties: {
      text: { type: 'string', title: 'One line', description: 'As printed on the purchase order.', maxLength: 40 },
      lines: { type: 'string', title: 'Several lines', 'x-multiline': true, maxLength: 200 },
      number: { type: 'number', title: 'Weight', 'x-unit': 'kg', 'x-decimals': 2, minimum: 0 },
      pieces: { type: 'integer', title: 'Pieces', minimum: 1, 'x-unit': 'pcs' },
      date: { type: 'string', format: 'date', title: 'Day' },
      moment: { type: 'string', format: 'date-time', title: 'Day and time' },
      yes_no: { type: 'boolean', title: 'Tooling needed' },
      choice: {
        type: 'string',
        title: 'Risk',
        enum: ['low', 'medium', 'high'],
        'x-labels': { low: 'Low', medium: 'Medium', high: 'High' },
      },
      many: { type: 'string', title: 'Delivery term', enum: ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP'] },
      customer: { type: 'string', title: 'Customer', 'x-ref': 'customers' },
      choices: {
        type: 'array',
        title: 'Special requirements',
        items: {
          type: 'string',
          enum: ['coc', 'ppap', 'label'],
          'x-labels': { coc: 'Certificate of conformity', ppap: 'PPAP', label: 'Special label' },
        },
        uniqueItems: true,
      },
      people: { type: 'array', title: 'Participants', items: { type: 'string', 'x-ref': 'people' } },
      words: { type: 'array', title: 'Special characteristics', items: { type: 'string', maxLength: 40 } },
      files: {
        type: 'array',
        title: 'Evidence',
        'x-file': { types: ['application/pdf', 'image/png', 'image/jpeg'], maxMb: 5 },
      },
      photos: { type: 'array', title: 'Photos', 'x-file': { types: ['image/jpeg', 'image/png'], maxMb: 5 } },
      shortages: {
        type: 'array',
        title: 'Shortages',
        'x-rows': 'table',
        items: {
          type: 'object',
          properties: {
            item: { type: 'string', title: 'Item', maxLength: 40 },
            short_qty: { type: 'number', title: 'Short', exclusiveMinimum: 0, 'x-unit': 'kg' },
            eta: { type: 'string', format: 'date', title: 'Expected' },
          },
          required: ['item', 'short_qty', 'eta'],
        },
      },
      given: { type: 'string', title: 'Lot', readOnly: true },
      total: {
        type: 'number',
        title: 'Total short',
        'x-unit': 'kg',
        'x-decimals': 1,
        'x-computed': '= sum(answers.shortages.short_qty)',
      },
    },
    required: ['text', 'number', 'date', 'yes_no', 'choice', 'many', 'customer', 'files'],
    allOf: [
      {
        if: { properties: { yes_no: { const: true } }, required: ['yes_no'] },
        then: {
          properties: { lead: { type: 'integer', title: 'Lead time', minimum: 0, 'x-unit': 'days' } },
          required: ['lead'],
        },
      },
    ],
  },
};
