import { EngineError } from '../../engine/model/engine-error.ts';
import { type JsonObject, withoutNulls } from '../../engine/model/json.ts';
import { textIn } from '../../engine/model/language.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { StoredRecord } from '../../engine/ports/store.ts';
import { rowForm, rowProblem } from '../registers/check-row.ts';
import { type ReadRegister, REGISTER_FILES } from '../registers/register-files.ts';
import { removedAmong, removeRow } from '../registers/remove-row.ts';
import { fieldsOf, keptOf } from '../registers/row.ts';
import { nameOfRow } from '../registers/row-name.ts';
import { referenceKey } from '../registers/row-references.ts';
import { openRowWriter, type RowDecision } from '../registers/write-row.ts';
import { refuseBadRow, refuseRowProblems } from './check-row-change.ts';
import { personName, type Reader } from './reader.ts';
import { demandWrite, registerFor, registerIn } from './register-desk.ts';
import { type RegisterParts, rowNotFound } from './register-rows.ts';

export interface RowAsked {
  readonly values: JsonObject;
  readonly reason: string;
  /** The id of the call: a repeat changes nothing. */
  readonly command: string;
}

/** Rows changed by hand, by those who may: each with a reason, on top of the revision that was read. */
export interface RowDesk {
  /** Makes a row and gives its id, which is the value of the key field. Throws `row.exists`, `row.invalid`, `register.read_only`. */
  create(reader: Reader, register: string, asked: RowAsked): Promise<string>;
  /** Changes the named fields. Throws `row.changed`, `row.not_found`, `row.invalid`, `register.read_only`. */
  change(
    reader: Reader,
    register: string,
    asked: RowAsked & { readonly id: string; readonly rev: number },
  ): Promise<void>;
  /** Takes out a row that nothing names. Throws `row.in_use`, `row.changed`, `row.not_found`, `register.read_only`. */
  remove(
    reader: Reader,
    register: string,
    asked: { readonly id: string; readonly rev: number; readonly reason: string },
  ): Promise<void>;
}

type Parts = RegisterParts & { readonly clock: Clock };

export function openRowDesk(parts: Parts): RowDesk {
  const { store, library, clock } = parts;
  const write = openWriter(parts);
  const writableBy = (reader: Reader, name: string): ReadRegister => {
    const register = registerFor(reader, name);
    demandWrite(reader, library, register);
    return register;
  };
  return {
    async create(reader, name, asked) {
      const register = writableBy(reader, name);
      const id = asked.values[register.key];
      if (typeof id !== 'string' || id.trim() === '' || id !== id.trim()) {
        refuseRowProblems(reader, register, [rowProblem(rowForm(register), `/${register.key}`, 'required')]);
        throw new EngineError('row.invalid', 'The row has no id.');
      }
      await write(reader, { ...asked, register, id }, (row) => (row === undefined ? null : 'exists'));
      return id;
    },
    async change(reader, name, asked) {
      const register = writableBy(reader, name);
      const moved = asked.values[register.key] ?? asked.id;
      if (moved !== asked.id)
        refuseRowProblems(reader, register, [rowProblem(rowForm(register), `/${register.key}`, 'const')]);
      await write(reader, { ...asked, register }, (row) =>
        row === undefined ? 'missing' : row.rev === asked.rev ? null : 'changed',
      );
    },
    async remove(reader, name, { id, rev, reason }) {
      const register = writableBy(reader, name);
      if ((await store.getRecord(register.id, id)) === undefined) throw rowNotFound(register, id);
      await refuseUsed(parts, reader, { register, id });
      const removal = { register, id, rev, at: clock.now(), by: reader.person.id, reason };
      if (!(await removeRow(store, removal))) throw await changedMeanwhile(parts, reader, { register, id });
    },
  };
}

type Refusal = 'exists' | 'missing' | 'changed';
type Write = (
  reader: Reader,
  asked: RowAsked & { readonly register: ReadRegister; readonly id: string },
  refuse: (row: StoredRecord | undefined) => Refusal | null,
) => Promise<void>;

/** One write by hand: checked with sentences first, then over the row as it is. */
function openWriter(parts: Parts): Write {
  const { store, clock } = parts;
  const write = openRowWriter(store);
  return async (reader, { register, id, values, reason, command }, refuse) => {
    const key = `person:${reader.person.id}:${command}`;
    const row = await store.getRecord(register.id, id);
    if (row !== undefined && keptOf(row.value).effects.some((effect) => effect.key === key)) return;
    const place = { register, id };
    const why =
      refuse(row) ?? (row === undefined && (await removedAmong(store, register.id, [id])).has(id) ? 'exists' : null);
    if (why !== null) throw await refusalOf(parts, reader, { ...place, why });
    const merged = (now: StoredRecord | undefined): JsonObject =>
      withoutNulls({ ...(now === undefined ? {} : fieldsOf(now.value)), ...values, [register.key]: id }) as JsonObject;
    const before = row === undefined ? {} : fieldsOf(row.value);
    await refuseBadRow(store, reader, { register, before, fields: merged(row) });
    const result = await write<Refusal>(
      { ...place, at: clock.now(), by: reader.person.id, instance: null, key, reason },
      (now): RowDecision<Refusal> => {
        const no = refuse(now);
        return no === null ? { kind: 'write', fields: merged(now) } : { kind: 'leave', why: no };
      },
    );
    if (result.kind !== 'written')
      throw await refusalOf(parts, reader, { ...place, why: result.kind === 'left' ? result.why : 'changed' });
  };
}

interface RowPlace {
  readonly register: ReadRegister;
  readonly id: string;
}

async function refusalOf(
  parts: Parts,
  reader: Reader,
  { register, id, why }: RowPlace & { readonly why: Refusal },
): Promise<EngineError> {
  if (why === 'missing') return rowNotFound(register, id);
  if (why === 'changed') return changedMeanwhile(parts, reader, { register, id });
  return new EngineError(
    'row.exists',
    `"${id}" of "${register.title}" is or was used for another row. Choose another one.`,
    { params: { id, register: registerIn(register, reader).title } },
  );
}

/** Says who was faster; the page loads the row again. */
async function changedMeanwhile({ store }: Parts, reader: Reader, { register, id }: RowPlace): Promise<EngineError> {
  const row = await store.getRecord(register.id, id);
  if (row === undefined) return rowNotFound(register, id);
  const by = keptOf(row.value).change?.by ?? null;
  const name = by === null ? '' : personName(reader, by);
  return new EngineError(
    'row.changed',
    `"${id}" was changed meanwhile${name === '' ? '' : ` by ${name}`}. Nothing of yours was stored. Load it again and make your change on what is there now.`,
    { params: { id, rev: row.rev, ...(name === '' ? {} : { by: name }) } },
  );
}

/** Throws `row.in_use` with the first row that names this one, whoever may see it. */
async function refuseUsed({ store }: Parts, reader: Reader, { register, id }: RowPlace): Promise<void> {
  const key = referenceKey(register.id, id);
  for (const other of REGISTER_FILES.values()) {
    const user = (await store.listRecords({ register: other.id, key, limit: 1 })).items[0];
    if (user === undefined) continue;
    const name = textIn(nameOfRow(other, user.id, fieldsOf(user.value)), reader.language);
    throw new EngineError(
      'row.in_use',
      `"${id}" is used by "${name}" of "${other.title}" and stays. Change that first, or mark this one as no longer used.`,
      { params: { id, user: name, register: registerIn(other, reader).title } },
    );
  }
}
