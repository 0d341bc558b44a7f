import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowsWhere } from './register-rows.ts';

const CLASSES = ['critical', 'major', 'minor'];

/** How severely a product is inspected: one row for each class of defects, the critical first, with its revision. */
export const SWITCHING_STATES: PlantQuery = {
  id: 'switching-states',
  input: {
    type: 'object',
    properties: { product: { type: 'string' } },
    required: ['product'],
    additionalProperties: false,
  },
  output: { type: 'array', items: { type: 'object' } },
  async run(input, { store }) {
    const product = String(input['product']);
    const rows = await rowsWhere(store, 'switching', { product });
    // Without a plan nothing would be inspected, and that must not pass as "all accepted".
    if (rows.length === 0)
      throw new EffectFailure('record.not_found', `No inspection severity is set for the product "${product}".`, false);
    return [...rows]
      .sort((a, b) => CLASSES.indexOf(String(a['class'])) - CLASSES.indexOf(String(b['class'])))
      .map((row) => ({ last_case: null, aql: null, ...row }));
  },
};
