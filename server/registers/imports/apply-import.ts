import type { Clock } from '../../../engine/ports/clock.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { type ReadRegister, REGISTER_FILES } from '../register-files.ts';
import { fieldsOf, keptOf } from '../row.ts';
import type { RowWriter } from '../write-row.ts';
import { releaseRegister, takeRegister } from './import-lock.ts';
import { getPart, type ImportRecord, putImport, type StagedRow, type StoredImport } from './import-row.ts';

/** As long as nobody hears of who works on an import, it is theirs. */
const LEASE_MS = 30_000;
/** Rows that are written side by side; on SQLite they share a transaction. */
const TOGETHER = 50;
/** Ids of stale rows that are named. */
const MOST_NAMED = 10;

export interface ApplyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly write: RowWriter;
  /** Names a worker. */
  readonly newToken: () => string;
}

/**
 * Applies an import wholly, or not at all: first every row is compared once more with what the preview rests on, then
 * the import is decided in one write, and from there on it only goes forward. Whoever finds it half done goes on: a row
 * remembers the import that wrote it. RI4, RI5
 *
 * False: there is nothing to do, or another server is at it. See docs/adr/0009-an-import-rolls-forward.md.
 */
export async function applyImport(parts: ApplyParts, found: ImportRecord): Promise<boolean> {
  const { store, clock, newToken } = parts;
  const register = REGISTER_FILES.get(found.value.register);
  const { lease } = found.value;
  if (register === undefined || (lease !== null && lease.untilAt > clock.now())) return false;
  if (!(await takeRegister(store, register.id, found.id))) return false;
  const token = newToken();
  const leased = await save(parts, found, { lease: { token, untilAt: clock.now() + LEASE_MS } });
  if (leased === undefined) return false;
  const decided = leased.value.decided ? leased : await decide(parts, leased);
  if (decided?.value.decided === true) await writeParts(parts, register, decided);
  await releaseRegister(store, register.id, found.id);
  return true;
}

/** The one write that makes it certain; a preview that is out of date is refused instead. */
async function decide(parts: ApplyParts, record: ImportRecord): Promise<ImportRecord | undefined> {
  const stale = await staleRows(parts.store, record);
  if (stale.length === 0) return save(parts, record, { decided: true });
  const params = { rows: stale.slice(0, MOST_NAMED).join(', '), count: stale.length };
  return save(parts, record, { state: 'refused', refused: { code: 'stale', params }, lease: null });
}

async function staleRows(store: Store, { id, value }: ImportRecord): Promise<readonly string[]> {
  const stale: string[] = [];
  for (let index = 0; index < value.parts; index += 1) {
    const { rows } = await getPart(store, id, index);
    const ids = rows.map((row) => row.id);
    const records = await store.getRecords(value.register, ids);
    stale.push(...rows.flatMap((row) => ((records.get(row.id)?.rev ?? 0) === row.rev ? [] : [row.id])));
    await othersTurn();
  }
  return stale;
}

async function writeParts(parts: ApplyParts, register: ReadRegister, decided: ImportRecord): Promise<void> {
  let record = decided;
  for (let index = record.value.partsDone; index < record.value.parts; index += 1) {
    const { rows } = await getPart(parts.store, record.id, index);
    const left: string[] = [];
    for (let at = 0; at < rows.length; at += TOGETHER) {
      const group = rows.slice(at, at + TOGETHER);
      const done = await Promise.all(group.map((row) => writeRow(parts, register, { record, row })));
      left.push(...group.flatMap((row, place) => (done[place] === true ? [] : [row.id])));
    }
    const { value } = record;
    const saved = await save(parts, record, {
      partsDone: index + 1,
      written: value.written + rows.length - left.length,
      left: [...value.left, ...left],
    });
    // Somebody else took over while this worker was thought dead; the rows know what was done.
    if (saved === undefined) return;
    record = saved;
    await othersTurn();
  }
  await save(parts, record, { state: 'applied', lease: null });
}

/** One row, once. What others changed since it was decided stays, beside what the file says. */
async function writeRow(
  { clock, write }: ApplyParts,
  register: ReadRegister,
  { record, row }: { readonly record: ImportRecord; readonly row: StagedRow },
): Promise<boolean> {
  const { appliedBy, reason } = record.value;
  const key = `import:${record.id}`;
  const result = await write<null>(
    {
      register,
      id: row.id,
      at: clock.now(),
      by: appliedBy,
      instance: null,
      key,
      import: record.id,
      ...(reason === null ? {} : { reason }),
    },
    (stored) => {
      if (stored !== undefined && keptOf(stored.value).effects.some((effect) => effect.key === key))
        return { kind: 'leave', why: null };
      return { kind: 'write', fields: { ...(stored === undefined ? {} : fieldsOf(stored.value)), ...row.set } };
    },
  );
  if (result.kind === 'busy') throw new Error(`Others keep changing "${row.id}" of "${register.id}".`);
  return result.kind !== 'invalid';
}

/** Writes an import with what it says now, and holds its lease on. */
function save(
  { store, clock }: ApplyParts,
  record: ImportRecord,
  change: Partial<StoredImport>,
): Promise<ImportRecord | undefined> {
  const { lease } = record.value;
  const held = lease === null ? null : { ...lease, untilAt: clock.now() + LEASE_MS };
  return putImport(store, { ...record, value: { ...record.value, lease: held, seenAt: clock.now(), ...change } });
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
