import type { JsonObject } from '../../engine/model/json.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import { fieldsOf } from '../registers/row.ts';
import type { Changes } from '../services/changes.ts';
import { listAll } from '../services/list-all.ts';
import { BOARD_REGISTERS, type BoardRegister } from './board-rows.ts';
import type { MakeBoard } from './make-board.ts';
import { CASE_KINDS, readCase } from './read-case.ts';

/** Registers whose rows are shown beside an order. */
const NAMED = ['customers', 'materials', 'products', 'work-centers'] as const;
export type NamedRegister = (typeof NAMED)[number];
const WATCHED: readonly string[] = [...new Set([...BOARD_REGISTERS, ...NAMED])];
/** Of more changes at once, everything is read again instead. */
const MOST_CHANGES = 2_000;
/** How often everything is read again, for what other servers changed. */
const REREAD_MS = 30_000;
/** Pages are told once of what comes together. */
const GATHER_MS = 250;
const PAGE = 200;

/** Keeps a board as the store has it. */
export interface BoardFeed {
  /** Takes in what has changed since the last call: afterwards the board is as the store was at this moment. */
  catchUp(now: number): Promise<void>;
  /** A row of customers, materials, products or work centres as it was read last. */
  rowOf(register: NamedRegister, id: string): JsonObject | undefined;
}

interface FeedParts {
  readonly store: Store;
  readonly changes: Changes;
  readonly board: MakeBoard;
}

export function openBoardFeed({ store, changes, board }: FeedParts): BoardFeed {
  const revs = new Map<string, number>();
  const turns = new Map<string, number>();
  const named = new Map<string, JsonObject>();
  const waiting = { rows: new Map<string, { register: string; id: string }>(), cases: new Set<string>() };
  let readAt: number | undefined;
  let working: Promise<void> = Promise.resolve();
  let telling = false;

  const tell = (): void => {
    if (telling) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      changes.tell({ kind: 'make' });
    }, GATHER_MS).unref();
  };
  changes.listen((change) => {
    if (change.kind === 'row' && WATCHED.includes(change.register))
      waiting.rows.set(`${change.register}/${change.id}`, { register: change.register, id: change.id });
    else if (change.kind === 'case' && (change.workflow === undefined || CASE_KINDS[change.workflow] !== undefined))
      waiting.cases.add(change.instance);
    else return;
    tell();
  });

  const put = (register: string, id: string, record: StoredRecord | undefined): boolean => {
    const name = `${register}/${id}`;
    const known = revs.get(name);
    // What was read earlier never overwrites what was read later.
    if (record === undefined ? known === undefined : known !== undefined && known >= record.rev) return false;
    if (record === undefined) revs.delete(name);
    else revs.set(name, record.rev);
    const row = record === undefined ? undefined : fieldsOf(record.value);
    if ((NAMED as readonly string[]).includes(register)) {
      if (row === undefined) named.delete(name);
      else named.set(name, row);
    }
    if ((BOARD_REGISTERS as readonly string[]).includes(register)) board.rows.put(register as BoardRegister, id, row);
    return true;
  };
  const putCase = async (id: string): Promise<boolean> => {
    const instance = await store.load(id);
    if (instance === undefined || (turns.get(id) ?? -1) >= instance.turn) return false;
    const found = readCase(instance);
    if (found === undefined && !turns.has(id)) return false;
    if (found === undefined) turns.delete(id);
    else turns.set(id, instance.turn);
    board.rows.putCase(id, found);
    return true;
  };

  const rereadRows = async (register: string): Promise<boolean> => {
    const before = new Map([...revs].filter(([name]) => name.startsWith(`${register}/`)));
    const records = await listAll(store, register);
    let changed = false;
    for (const record of records) {
      before.delete(`${register}/${record.id}`);
      changed = put(register, record.id, record) || changed;
    }
    for (const [name, rev] of before)
      if (revs.get(name) === rev) changed = put(register, name.slice(register.length + 1), undefined) || changed;
    return changed;
  };
  const reread = async (): Promise<boolean> => {
    let changed = false;
    for (const register of WATCHED) changed = (await rereadRows(register)) || changed;
    const running = await runningCases(store);
    for (const id of new Set([...running, ...turns.keys()])) changed = (await putCase(id)) || changed;
    return changed;
  };
  const takeIn = async (): Promise<void> => {
    const rows = [...waiting.rows.values()];
    const cases = [...waiting.cases];
    waiting.rows.clear();
    waiting.cases.clear();
    if (rows.length > MOST_CHANGES) await reread();
    else for (const { register, id } of rows) put(register, id, await store.getRecord(register, id));
    for (const id of cases) await putCase(id);
  };

  return {
    rowOf: (register, id) => named.get(`${register}/${id}`),
    catchUp(now) {
      const run = async (): Promise<void> => {
        if (readAt === undefined) await reread();
        await takeIn();
        if (readAt !== undefined && now - readAt >= REREAD_MS)
          // Nobody waits for it: what it finds is told to the pages.
          setImmediate(() => {
            working = working.then(reread).then(
              (changed) => (changed ? tell() : undefined),
              () => undefined,
            );
          });
        if (readAt === undefined || now - readAt >= REREAD_MS) readAt = now;
      };
      const done = working.then(run);
      working = done.catch(() => undefined);
      return done;
    },
  };
}

/** Cases of the procedures that are about orders. */
async function runningCases(store: Store): Promise<readonly string[]> {
  const found: string[] = [];
  for (const workflow of Object.keys(CASE_KINDS)) {
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Store['listInstances']>> = await store.listInstances({
        viewer: null,
        workflow,
        status: 'active',
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
  }
  return found;
}
