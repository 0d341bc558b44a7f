import type { JsonObject } from '../../engine/model/json.ts';
import type { SchemaError } from '../../engine/model/schema-checker.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import type { ReadRegister } from './register-files.ts';
import { fieldsOf, keptOf, type RowChange, storedRow } from './row.ts';
import { keepChange } from './row-history.ts';
import { keysOfRow } from './row-references.ts';
import { rowSchema } from './row-schema.ts';

/** Writers of one row are few; who loses this often meets something else than a race. */
const MOST_TRIES = 50;

export interface RowWrite {
  readonly register: ReadRegister;
  readonly id: string;
  readonly at: number;
  readonly by: string | null;
  readonly instance: RowChange['instance'];
  /** The effect or call that does it: the row remembers its key. */
  readonly key?: string;
  /** Why, in words of the person who does it by hand. */
  readonly reason?: string;
  /** The import that brings it. */
  readonly import?: string;
}

/** What becomes of a row as it stands: its fields after, or a reason to leave it alone. */
export type RowDecision<Refusal> =
  | { readonly kind: 'write'; readonly fields: JsonObject }
  | { readonly kind: 'leave'; readonly why: Refusal };

export type RowWritten<Refusal> =
  | { readonly kind: 'written'; readonly rev: number; readonly fields: JsonObject }
  | { readonly kind: 'left'; readonly why: Refusal }
  | { readonly kind: 'invalid'; readonly errors: readonly SchemaError[] }
  /** Others write it all the time; try again later. */
  | { readonly kind: 'busy' };

export type RowWriter = <Refusal>(
  write: RowWrite,
  decide: (row: StoredRecord | undefined) => RowDecision<Refusal>,
) => Promise<RowWritten<Refusal>>;

/**
 * Opens the one way in which rows change: read, decide, check against the schema, write over the revision that was read,
 * and from the beginning if another was faster. So no writer loses what another wrote.
 *
 * `decide` is asked anew for each try. A field that it sets to null is no longer there. The change that is written over
 * goes to the history first.
 */
export function openRowWriter(store: Store): RowWriter {
  const check = openFileChecker();
  return async (write, decide) => {
    const { register, id } = write;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const row = await store.getRecord(register.id, id);
      const decision = decide(row);
      if (decision.kind === 'leave') return { kind: 'left', why: decision.why };
      const fields = { ...withoutNulls(decision.fields), [register.key]: id };
      const errors = check(rowSchema(register), fields);
      if (errors.length > 0) return { kind: 'invalid', errors };
      const kept = keptOf(row?.value ?? null);
      if (kept.change !== null) await keepChange(store, kept.change);
      const rev = (row?.rev ?? 0) + 1;
      const result = await store.putRecord({
        register: register.id,
        id,
        value: storedRow(fields, {
          change: changeOf(write, { rev, old: row === undefined ? null : fieldsOf(row.value), fields }),
          effects: write.key === undefined ? kept.effects : [...kept.effects, { key: write.key, rev }],
        }),
        keys: keysOfRow(register, fields, row?.keys),
        expect: row?.rev ?? 0,
      });
      if (result.kind === 'stored') return { kind: 'written', rev: result.rev, fields };
    }
    return { kind: 'busy' };
  };
}

function changeOf(
  { register, id, at, by, instance, reason, import: from }: RowWrite,
  made: { readonly rev: number; readonly old: JsonObject | null; readonly fields: JsonObject },
): RowChange {
  return {
    register: register.id,
    id,
    rev: made.rev,
    at,
    by,
    instance,
    old: made.old,
    new: made.fields,
    ...(reason === undefined ? {} : { reason }),
    ...(from === undefined ? {} : { import: from }),
  };
}

function withoutNulls(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
