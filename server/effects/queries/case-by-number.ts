import type { PlantQuery } from './plant-query.ts';

/** Numbers that hold the asked one as a part; more would be no number. */
const MOST = 20;

/** How a case stands, by its number; null where the workflow has none of that number. */
export const CASE_BY_NUMBER: PlantQuery = {
  id: 'case-by-number',
  input: {
    type: 'object',
    properties: { workflow: { type: 'string' }, number: { type: 'string', minLength: 1 } },
    required: ['workflow', 'number'],
    additionalProperties: false,
  },
  output: {
    type: ['object', 'null'],
    properties: {
      id: { type: 'string' },
      number: { type: 'string' },
      status: { type: 'string' },
      end: { type: ['string', 'null'] },
    },
  },
  async run(input, { store }) {
    const number = String(input['number']).trim();
    const asked = { viewer: null, workflow: String(input['workflow']), q: number, limit: MOST };
    const found = (await store.listInstances(asked)).items.find((row) => row.number === number);
    return found === undefined ? null : { id: found.id, number, status: found.status, end: found.end ?? null };
  },
};
