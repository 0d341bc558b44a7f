import { expect } from 'chai';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { presentValue } from '../../server/services/present/present-values.ts';

const SCHEMA: FieldSchema = {
  type: 'array',
  'x-widget': 'measurements',
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Characteristic' },
      lsl: { type: 'number', title: 'Lower limit' },
      usl: { type: 'number', title: 'Upper limit' },
      gauge: { type: 'string', title: 'Gauge' },
      values: { type: 'array', items: { type: 'object', properties: { photo: { type: 'array', title: 'Photo' } } } },
    },
  },
};
const PHOTO = { id: 'f1', name: 'a.png', size: 1, type: 'image/png', sha256: 'x' };

describe('a grid of measurements that is read', () => {
  it('[FM10] is a table of pieces, with a sign before what does not conform, and its photos', () => {
    // when
    const shown = presentValue(
      SCHEMA,
      [
        {
          no: 1,
          name: 'Journal',
          kind: 'variable',
          lsl: 24.9,
          usl: 25,
          unit: 'mm',
          n: 2,
          gauge: 'G-2',
          values: [
            { piece: 3, value: 25 },
            { piece: 9, value: 25.13, photo: [PHOTO] },
          ],
        },
        { no: 2, name: 'No burr', kind: 'attribute', n: 2, values: [{ ok: true }] },
      ],
      { refs: {}, language: 'es' },
    );

    // then
    expect(shown).to.deep.equal({
      kind: 'table',
      columns: ['Characteristic', 'Lower limit – Upper limit', 'Gauge', '3', '9', 'Photo'],
      rows: [
        [
          text('1 Journal'),
          text('24,9 – 25,0 mm'),
          text('G-2'),
          text('25,0'),
          text('✗ 25,13'),
          { kind: 'files', files: [PHOTO] },
        ],
        [text('2 No burr'), NONE, NONE, { kind: 'yes-no', yes: true }, NONE, NONE],
      ],
    });
  });
});

const text = (words: string) => ({ kind: 'text', text: words });
const NONE = { kind: 'none' };
