import { EngineError } from '../../engine/model/engine-error.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import { canonicalJson } from '../../engine/step/history-chain.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { ReadRegister, RegisterFile } from '../registers/register-files.ts';
import type { RowChange } from '../registers/row.ts';
import { listChanges } from '../registers/row-history.ts';
import { referencesOf } from '../registers/row-references.ts';
import { nameRows } from './name-rows.ts';
import { personName, type Reader } from './reader.ts';
import { registerIn } from './register-desk.ts';
import type { RowChangeView, RowHistoryView } from './views/register-view.ts';

/** The changes of a row, newest first: who, when, why, in which case, and each field that became another. RG5 Throws `row.not_found`. */
export async function rowHistory(
  { store }: { readonly store: Store },
  reader: Reader,
  { register, id, limit }: { readonly register: ReadRegister; readonly id: string; readonly limit: number },
): Promise<RowHistoryView> {
  const changes = await listChanges(store, { register: register.id, id }, limit);
  if (changes.length === 0 && (await store.getRecord(register.id, id)) === undefined)
    throw new EngineError('row.not_found', `There is no row "${id}" in "${register.title}".`, { params: { id } });
  const seen = await seenCases(store, reader, changes);
  const local = registerIn(register, reader);
  const refs = await nameRows(
    { store },
    reader,
    changes.flatMap((change) => [...referencesOf(register, change.new), ...referencesOf(register, change.old ?? {})]),
  );
  return { items: changes.map((change) => changeView(change, { local, reader, seen })), refs, next: null };
}

/** Ids of the cases among the changes that the reader may see. */
async function seenCases(store: Store, reader: Reader, changes: readonly RowChange[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(changes.flatMap(({ instance }) => (instance === null ? [] : [instance.id])))];
  const cases = await Promise.all(ids.map((id) => store.load(id)));
  return new Set(
    cases.flatMap((one) => (one !== undefined && mayView(one.viewers, reader.person, reader.plant) ? [one.id] : [])),
  );
}

function changeView(
  change: RowChange,
  {
    local,
    reader,
    seen,
  }: { readonly local: RegisterFile; readonly reader: Reader; readonly seen: ReadonlySet<string> },
): RowChangeView {
  const { instance } = change;
  return {
    rev: change.rev,
    at: isoOf(change.at),
    by: change.by === null ? null : { id: change.by, name: personName(reader, change.by) },
    reason: change.reason ?? null,
    case: instance !== null && seen.has(instance.id) ? instance : null,
    import: change.import ?? null,
    kind: change.removed === true ? 'removed' : change.old === null ? 'created' : 'changed',
    fields: change.removed === true ? [] : changedFields(local, change.old ?? {}, change.new),
  };
}

/** Fields whose value became another, in the register's order. */
export function changedFields(register: RegisterFile, before: JsonObject, after: JsonObject): RowChangeView['fields'] {
  const { properties = {} } = register.schema as FieldSchema;
  return Object.entries(properties).flatMap(([field, { title }]) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return canonicalJson(old) === canonicalJson(now) ? [] : [{ field, title: title ?? field, old, new: now }];
  });
}
