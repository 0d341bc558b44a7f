import { createHash } from 'node:crypto';
import { isJsonObject, type Json } from '../../engine/model/json.ts';
import { errorsOf, type Problem, pointer } from '../../engine/model/problem.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import { canonicalJson } from '../../engine/step/history-chain.ts';
import { openRowCheck, type RowCheck } from './check-row.ts';
import { lintRegister } from './lint-register.ts';
import type { ReadRegister } from './register-file.ts';
import type { ReadRegisters, RefusedRegister } from './register-files.ts';
import { fieldsOf } from './row.ts';
import { keysOfRow } from './row-references.ts';

/** The registers in force, as their files were when every stored row fitted them. */
const IN_FORCE = 'register-files';
/** Rows of one register that are named. */
const MOST_ROWS = 20;
const PAGE = 500;

/** A register that is not used as its file says, and what is in force instead: the one before, or none. */
export interface KeptRegister extends RefusedRegister {
  readonly former: ReadRegister | null;
}

/**
 * Puts registers into force that are sound and that every stored row fits. One that does not is refused with every
 * problem and every row, and the one before stays in force; nothing that is stored changes. RG15, RG16
 *
 * Rows that do not yet say what they name are told to, once. Gives what was refused.
 */
export async function publishRegisters(
  store: Store,
  { registers, refused }: ReadRegisters,
  roles: ReadonlySet<string>,
): Promise<readonly KeptRegister[]> {
  const around = { registers: new Set([...registers.keys(), 'people']), roles };
  const kept: KeptRegister[] = [];
  for (const { register, problems } of refused) kept.push(await keepFormer(store, register, problems));
  for (const register of registers.values()) {
    const hash = hashOf(register);
    if ((await inForce(store, register.id))?.hash === hash) continue;
    const problems = errorsOf(lintRegister(register, around));
    const found = problems.length > 0 ? problems : await contradictions(store, register);
    if (found.length > 0) kept.push(await keepFormer(store, register.id, found));
    else await put(store, register, hash);
  }
  return kept;
}

interface InForce {
  readonly hash: string;
  readonly register: ReadRegister;
}

async function inForce(store: Store, id: string): Promise<InForce | undefined> {
  const record = await store.getRecord(IN_FORCE, id);
  return record !== undefined && isJsonObject(record.value) ? (record.value as unknown as InForce) : undefined;
}

async function put(store: Store, register: ReadRegister, hash: string): Promise<void> {
  await store.putRecord({
    register: IN_FORCE,
    id: register.id,
    value: { hash, register: register as unknown as Json },
  });
}

async function keepFormer(store: Store, register: string, problems: readonly Problem[]): Promise<KeptRegister> {
  return { register, problems, former: (await inForce(store, register))?.register ?? null };
}

/** Every stored row that the register would not take, as a sentence; rows that fit get the keys of what they name. */
async function contradictions(store: Store, register: ReadRegister): Promise<readonly Problem[]> {
  const check = openRowCheck();
  const bad: Problem[] = [];
  const unkeyed: StoredRecord[] = [];
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<Store['listRecords']>> = await store.listRecords({
      register: register.id,
      limit: PAGE,
      ...(cursor === '' ? {} : { cursor }),
    });
    for (const record of page.items) {
      const problem = contradiction(check, register, record);
      if (problem === null) {
        if (!hasKeys(register, record)) unkeyed.push(record);
        continue;
      }
      count += 1;
      if (bad.length < MOST_ROWS) bad.push(problem);
    }
    cursor = page.next;
  }
  if (count > bad.length) bad.push(moreRows(register, count - bad.length));
  if (bad.length === 0) for (const record of unkeyed) await addKeys(store, register, record);
  return bad;
}

function contradiction(check: RowCheck, register: ReadRegister, { id, value }: StoredRecord): Problem | null {
  const [first] = check(register, fieldsOf(value));
  if (first === undefined) return null;
  return {
    path: `/rows${pointer(id)}${first.path}`,
    code: 'register.schema_contradicts',
    message: `The row "${id}" would not fit: ${first.message} Change the row first, or the schema.`,
    params: { id },
    severity: 'error',
  };
}

function moreRows(register: ReadRegister, count: number): Problem {
  const message = `${count} more rows of "${register.id}" would not fit.`;
  return { path: '/rows', code: 'register.schema_contradicts', message, params: { count }, severity: 'error' };
}

function hasKeys(register: ReadRegister, { keys, value }: StoredRecord): boolean {
  const wanted = keysOfRow(register, fieldsOf(value), keys);
  return wanted.length === keys.length && wanted.every((key) => keys.includes(key));
}

/** Whoever changes the row meanwhile writes its keys himself. */
async function addKeys(store: Store, register: ReadRegister, { id, rev, keys, value }: StoredRecord): Promise<void> {
  await store.putRecord({
    register: register.id,
    id,
    value,
    keys: keysOfRow(register, fieldsOf(value), keys),
    expect: rev,
  });
}

function hashOf(register: ReadRegister): string {
  return createHash('sha256')
    .update(canonicalJson(register as unknown as Json))
    .digest('hex');
}
