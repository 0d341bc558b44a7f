import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { REGISTER_FILES } from '../../registers/register-files.ts';
import { seenRow } from '../../registers/row.ts';
import { listAll } from '../../services/list-all.ts';
import type { PlantQuery } from './plant-query.ts';

/** As many rows as a case may hold without becoming heavy. */
const MOST_ROWS = 200;

/** Rows of a register whose fields have these values, in order of their ids; a missing field is null. */
export const REGISTER_ROWS: PlantQuery = {
  id: 'register-rows',
  input: {
    type: 'object',
    properties: {
      register: { type: 'string' },
      where: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
      limit: { type: 'integer', minimum: 1, maximum: MOST_ROWS },
    },
    required: ['register'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { rows: { type: 'array', items: { type: 'object' } } },
    required: ['rows'],
  },
  async run(input, { store }) {
    const where = isJsonObject(input['where']) ? input['where'] : {};
    const rows = await rowsWhere(store, registerOf(input), where);
    return { rows: rows.slice(0, Number(input['limit'] ?? MOST_ROWS)) };
  },
};

/** One row by its id, or null. */
export const REGISTER_ROW: PlantQuery = {
  id: 'register-row',
  input: {
    type: 'object',
    properties: { register: { type: 'string' }, id: { type: 'string' } },
    required: ['register', 'id'],
    additionalProperties: false,
  },
  output: { type: ['object', 'null'] },
  run: async (input, { store }) => (await rowById(store, registerOf(input), String(input['id']))) ?? null,
};

/** Rows with their revision whose fields have these values. */
export async function rowsWhere(store: Store, register: string, where: JsonObject): Promise<readonly JsonObject[]> {
  const asked = Object.entries(where);
  const rows = (await listAll(store, register)).map(seenRow);
  return rows.filter((row) =>
    asked.every(([field, value]) => (Object.hasOwn(row, field) ? row[field] : null) === value),
  );
}

/** A row with its revision, or undefined. */
export async function rowById(store: Store, register: string, id: string): Promise<JsonObject | undefined> {
  const record = await store.getRecord(register, id);
  return record === undefined ? undefined : seenRow(record);
}

/** Only registers of the plant are read: accounts and sessions lie in the same store. */
function registerOf(input: JsonObject): string {
  const register = REGISTER_FILES.get(String(input['register']));
  if (register === undefined)
    throw new EffectFailure('register.not_found', `There is no register "${String(input['register'])}".`, false);
  return register.id;
}
