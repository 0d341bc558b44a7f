import type { CaseClock } from '../model/instance.ts';
import type { Configuration } from './configuration.ts';
import type { Run } from './run.ts';

/**
 * The clock of the whole case: its due time, which pauses while a state says that somebody else is waited for. CC1–CC3
 *
 * What was suspended is summed apart, in elapsed and in working time; on resuming the due time moves by the working time.
 */
export function settleClock(run: Run, configuration: Configuration): void {
  const { workflow, now } = run.context;
  const before = run.instance.clock;
  const reasons = workflow.suspending
    .filter((node) => configuration.isActive && configuration.active.has(node.id))
    .flatMap((node) => node.file.meta?.suspended ?? []);
  // Where several are waited for, the first one is named until they are not.
  const reason = reasons.find((one) => one === before.suspendedFor) ?? reasons[0] ?? null;
  let clock = before;
  if (before.suspendedAt !== null && reason !== before.suspendedFor) clock = resumed(run, before.suspendedAt);
  if (reason !== null && clock.suspendedAt === null) {
    clock = { ...clock, suspendedAt: now, suspendedFor: reason };
    run.notes.push({ kind: 'suspended', reason });
  }
  clock = withDue(run, clock);
  if (clock !== before) run.instance = { ...run.instance, clock };
}

function resumed(run: Run, suspendedAt: number): CaseClock {
  const { workflow, time, now } = run.context;
  const { clock } = run.instance;
  // A clock that jumped back takes nothing away. TM7
  const suspendedMs = Math.max(0, now - suspendedAt);
  run.notes.push({ kind: 'resumed', suspendedMs });
  return {
    ...clock,
    suspendedAt: null,
    suspendedFor: null,
    suspendedMs: clock.suspendedMs + suspendedMs,
    suspendedWorkingMs:
      clock.suspendedWorkingMs + time.workingMs(suspendedAt, suspendedAt + suspendedMs, workflow.file.meta.calendar),
  };
}

/** `meta.due` of the workflow, from the start on, moved by the working time for which the case was suspended. CC2 */
function withDue(run: Run, clock: CaseClock): CaseClock {
  const { workflow, time } = run.context;
  const { due: file, ladder: ladderFile, calendar } = workflow.file.meta;
  if (file === undefined) return clock;
  const due = textOf(workflow.evaluate(file, run.draft));
  const ladder = ladderFile === undefined ? null : textOf(workflow.evaluate(ladderFile, run.draft));
  const promised = due === null ? null : time.dueAt(run.instance.startedAt, due, calendar);
  const moved =
    promised === null || clock.suspendedWorkingMs === 0
      ? promised
      : time.addMs(promised, clock.suspendedWorkingMs, calendar);
  const dueAt = clock.suspendedAt === null && run.instance.status === 'active' ? moved : null;
  return due === clock.due && dueAt === clock.dueAt && ladder === clock.ladder
    ? clock
    : { ...clock, due, dueAt, ladder, rung: ladder === clock.ladder ? clock.rung : 0 };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
