import { textIn } from '../../engine/model/language.ts';
import type { Store } from '../../engine/ports/store.ts';
import { REGISTER_FILES } from '../registers/register-files.ts';
import { fieldsOf } from '../registers/row.ts';
import { nameOfRow } from '../registers/row-name.ts';
import type { RowReference } from '../registers/row-references.ts';
import { personName, type Reader } from './reader.ts';

/** The names of what rows name, in the reader's language: `{"customers/C-03": "…"}`. A row that is gone has none. */
export async function nameRows(
  { store }: { readonly store: Store },
  reader: Reader,
  references: readonly Pick<RowReference, 'register' | 'id'>[],
): Promise<{ readonly [record: string]: string }> {
  const wanted = new Map(references.map((reference) => [`${reference.register}/${reference.id}`, reference]));
  const named = [...wanted].map(async ([record, { register, id }]): Promise<readonly [string, string] | undefined> => {
    if (register === 'people') return reader.plant.people.has(id) ? [record, personName(reader, id)] : undefined;
    const file = REGISTER_FILES.get(register);
    const found = file === undefined ? undefined : await store.getRecord(register, id);
    if (file === undefined || found === undefined) return undefined;
    return [record, textIn(nameOfRow(file, id, fieldsOf(found.value)), reader.language)];
  });
  return Object.fromEntries((await Promise.all(named)).filter((entry) => entry !== undefined));
}
