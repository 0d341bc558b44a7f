import { EngineError } from '../../engine/model/engine-error.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { LANGUAGES, type Text, textIn } from '../../engine/model/language.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { REGISTER_FILES } from '../registers/register-files.ts';
import { fieldsOf } from '../registers/row.ts';
import { listAll } from './list-all.ts';
import { personView, type Reader } from './reader.ts';
import type { Page } from './views/shared-views.ts';

/** Lists that forms pick from and workflows change. `people` is the plant's own. */
export const REGISTERS: Iterable<string> = { [Symbol.iterator]: () => REGISTER_FILES.keys() };
const PEOPLE_REGISTER = 'people';
/** A picker shows this many; more are found by typing. */
const MOST_ROWS = 200;

/** A row of a register as a picker shows it: its id, its name in the reader's language, and its values. */
export type RegisterRow = JsonObject & { readonly id: string; readonly name: string };

export interface FoundRecord {
  readonly name: Text;
  readonly value: Json;
}

export interface Registers {
  /** Rows whose id or name has `q` in it, by name. Throws `register.not_found`. */
  list(
    reader: Reader,
    register: string,
    query: { readonly q?: string; readonly limit: number },
  ): Promise<Page<RegisterRow>>;
  /** A record by its id, for what answers name. */
  find(register: string, id: string): Promise<FoundRecord | undefined>;
}

export function openRegisters(store: Store, keeper: PlantKeeper): Registers {
  const isRegister = (name: string): boolean => REGISTER_FILES.has(name);
  return {
    async list(reader, register, { q, limit }) {
      const rows =
        register === PEOPLE_REGISTER
          ? peopleRows(reader)
          : isRegister(register)
            ? (await listAll(store, register)).map((record) => rowOf(record.id, record.value, reader))
            : undefined;
      if (rows === undefined) throw new EngineError('register.not_found', `There is no register "${register}".`);
      const wanted = q?.trim().toLowerCase() ?? '';
      const found = rows.filter((row) => wanted === '' || `${row.id}\n${row.name}`.toLowerCase().includes(wanted));
      return {
        items: found.sort((a, b) => a.name.localeCompare(b.name, reader.language)).slice(0, Math.min(limit, MOST_ROWS)),
        next: null,
      };
    },
    async find(register, id) {
      if (register === PEOPLE_REGISTER) {
        const person = keeper.plant().people.get(id);
        return person === undefined
          ? undefined
          : {
              name: person.name,
              value: { id: person.id, name: person.name.en, department: person.department, roles: person.roles },
            };
      }
      const record = isRegister(register) ? await store.getRecord(register, id) : undefined;
      return record === undefined ? undefined : { name: nameOf(record.value, id), value: fieldsOf(record.value) };
    },
  };
}

function peopleRows(reader: Reader): RegisterRow[] {
  const people = [...reader.plant.people.values()]
    .filter((person) => person.active)
    .map((person) => personView(reader, person));
  return people.map((person) => ({ id: person.id, name: person.name, department: person.department.title }));
}

function rowOf(id: string, value: Json, reader: Reader): RegisterRow {
  return { ...fieldsOf(value), id, name: textIn(nameOf(value, id), reader.language) };
}

/** A record's name in the languages it has. */
function nameOf(value: Json, id: string): Text {
  const name = isJsonObject(value) ? value['name'] : undefined;
  if (typeof name === 'string') return { en: name };
  if (!isJsonObject(name)) return { en: id };
  const known = Object.fromEntries(
    LANGUAGES.flatMap((language) => (typeof name[language] === 'string' ? [[language, name[language]]] : [])),
  );
  return { en: id, ...known } as Text;
}
