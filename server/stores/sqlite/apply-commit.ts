import type { Commit, CommitResult } from '../../../engine/model/commit.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { FoundCommand } from '../../../engine/ports/store.ts';
import { instanceRow, searchText } from '../index-rows.ts';
import type { Statements } from './instance-statements.ts';
import type { TaskTable } from './task-table.ts';

/** The whole of a commit, to be run inside one savepoint: instance, entry, viewers, tasks; or a refusal and nothing. ST2–ST6 */
export function openApply(
  sql: Statements,
  tasks: TaskTable,
  found: (command: string) => FoundCommand | undefined,
): (commit: Commit) => CommitResult {
  const insert = ({ after, leavesGap }: Commit): CommitResult | null => {
    const stored = sql.turnOf.get(after.id);
    if (stored !== undefined) return { kind: 'conflict', turn: Number(stored['turn']) };
    const holder = after.keyHeld === undefined ? undefined : sql.holder.get(after.keyHeld);
    if (holder !== undefined) return { kind: 'key-taken', holder: String(holder['id']) };
    // Inside the transaction the series stands still, so a gap is seen. A given number (a demo, an import) may leave one.
    const last = Number(sql.lastSeq.get(after.series)?.['seq'] ?? 0);
    const isTaken =
      after.seq <= last
        ? sql.numberTaken.get(after.series, after.seq) !== undefined
        : !leavesGap && after.seq > last + 1;
    if (isTaken) return { kind: 'number-taken' };
    const { id, turn, workflow, series, seq, key, keyHeld, status, startedAt, nextDueAt } = after;
    sql.insert.run(
      id,
      turn,
      workflow,
      series,
      seq,
      key,
      keyHeld ?? null,
      status,
      startedAt,
      nextDueAt,
      ...textsOf(after),
    );
    return null;
  };

  const update = ({ turn, after, changed }: Commit): CommitResult | null => {
    const { id, keyHeld, status, nextDueAt } = after;
    if (sql.update.run(after.turn, status, nextDueAt, ...textsOf(after), id, turn) === 1) {
      if (changed.includes('keyHeld')) sql.holdKey.run(keyHeld ?? null, id);
      return null;
    }
    const stored = sql.turnOf.get(id);
    return { kind: 'conflict', turn: stored === undefined ? null : Number(stored['turn']) };
  };

  return (commit) => {
    const { turn, after, changed, entry } = commit;
    const known = found(entry.command);
    if (known !== undefined) return { kind: 'repeated', ...known };
    const refused = turn === 0 ? insert(commit) : update(commit);
    if (refused !== null) return refused;
    sql.addEntry.run(entry.instance, entry.rev, entry.command, JSON.stringify(entry));
    if (turn === 0 || changed.includes('viewers')) sql.addViewers.run(after.id, JSON.stringify(after.viewers));
    tasks.write(after, turn === 0 ? null : changed);
    return { kind: 'applied' };
  };
}

function textsOf(after: Instance): readonly [string, string, string] {
  return [searchText(after), JSON.stringify(instanceRow(after)), JSON.stringify(after)];
}
