import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, type JsonObject, ownValue } from '../../engine/model/json.ts';
import { textIn } from '../../engine/model/language.ts';
import { rowForm } from '../registers/check-row.ts';
import { type RegisterFile, REGISTER_FILES } from '../registers/register-files.ts';
import { fieldsOf } from '../registers/row.ts';
import { listChanges } from '../registers/row-history.ts';
import { nameOfRow } from '../registers/row-name.ts';
import { referencesOf } from '../registers/row-references.ts';
import { casesOf } from './lot-cases.ts';
import { holdNumbers, holdsOf } from './lot-holds.ts';
import { traceLot } from './lot-tree.ts';
import { nameRows } from './name-rows.ts';
import type { ServiceParts } from './parts.ts';
import { presentAnswers } from './present/present-values.ts';
import type { Reader } from './reader.ts';
import { registerFor, registerIn } from './register-desk.ts';
import { rowNotFound } from './register-rows.ts';
import type { LotStatusView, LotView } from './views/lot-view.ts';

const LOTS = 'lots';
/** Changes that are looked through for holds and cases. */
const MOST_CHANGES = 200;
/** A lot in one of these may be issued, packed and shipped. */
const USABLE = new Set(['accepted', 'released']);
/** Told in places of their own. */
const TOLD_ELSEWHERE = new Set(['id', 'product', 'qty', 'status', 'holds', 'consumed']);

/** Lots with everything around them. */
export interface Lots {
  /** Throws `register.not_found` and `row.not_found`. LT1–LT3 */
  get(reader: Reader, id: string): Promise<LotView>;
}

export function openLots(parts: ServiceParts): Lots {
  return {
    async get(reader, id) {
      const register = registerFor(reader, LOTS);
      const record = await parts.store.getRecord(LOTS, id);
      if (record === undefined) throw rowNotFound(register, id);
      const lot = { id, fields: fieldsOf(record.value) };
      const local = registerIn(register, reader);
      const describe = async (fields: JsonObject | undefined) => ({
        product: (await productOf(parts, reader, fields))?.name ?? null,
        status: fields === undefined ? null : statusOf(local, fields),
      });
      const changes = await listChanges(parts.store, { register: LOTS, id }, MOST_CHANGES);
      const [parents, children, holds, cases, facts] = await Promise.all([
        traceLot({ store: parts.store, describe }, lot, 'parents'),
        traceLot({ store: parts.store, describe }, lot, 'children'),
        holdsOf(parts, reader, { fields: lot.fields, changes }),
        casesOf(parts, reader, { id, changes }),
        factsOf(parts, reader, { register: local, fields: lot.fields }),
      ]);
      return {
        lot: {
          id,
          product: await productOf(parts, reader, lot.fields),
          qty: numberOf(lot.fields['qty']),
          status: statusOf(local, lot.fields),
          usable: isUsable(lot.fields),
          facts,
        },
        holds,
        parents: parents.nodes,
        children: children.nodes,
        cut: parents.cut || children.cut,
        cases,
      };
    },
  };
}

/** Accepted or released goods, and goods in production that may go on; never what is held. */
function isUsable(fields: JsonObject): boolean {
  const status = String(fields['status']);
  return (
    holdNumbers(fields).length === 0 && (USABLE.has(status) || (status === 'wip' && fields['op_release'] === true))
  );
}

function statusOf(register: RegisterFile, fields: JsonObject): LotStatusView {
  const value = String(fields['status'] ?? '');
  const labels = (register.schema as FieldSchema).properties?.['status']?.['x-labels'];
  return { value, title: labels?.[value] ?? value };
}

/** A lot is of a product or of a material. */
async function productOf(
  { store }: ServiceParts,
  reader: Reader,
  fields: JsonObject | undefined,
): Promise<LotView['lot']['product']> {
  const id = ownValue(fields, 'product');
  if (typeof id !== 'string') return null;
  for (const name of ['products', 'materials']) {
    const [register, record] = [REGISTER_FILES.get(name), await store.getRecord(name, id)];
    if (register !== undefined && record !== undefined)
      return { id, name: textIn(nameOfRow(register, id, fieldsOf(record.value)), reader.language) };
  }
  return { id, name: id };
}

async function factsOf(
  parts: ServiceParts,
  reader: Reader,
  { register, fields }: { readonly register: RegisterFile; readonly fields: JsonObject },
): Promise<LotView['lot']['facts']> {
  const names = await nameRows(parts, reader, referencesOf(register, fields));
  const refs = Object.fromEntries(Object.entries(names).map(([record, name]) => [record, { en: name }]));
  const told = Object.fromEntries(Object.entries(fields).filter(([name]) => !TOLD_ELSEWHERE.has(name)));
  return presentAnswers(rowForm(register), told, { refs, language: reader.language });
}

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);
