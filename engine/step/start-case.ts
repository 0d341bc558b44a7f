import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { CaseClock, Instance } from '../model/instance.ts';
import { defaultNumberFormat, formatNumber, readNumberFormat } from '../workflow/number-format.ts';
import { feelOf, isExpression } from '../feel/expression.ts';
import { begin } from './configuration.ts';
import { CHAIN_START } from './history-chain.ts';
import { denialOf } from './people.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';
import { followCase } from './move-case.ts';
import { firstViewers } from './settle-run.ts';
import { takeAnswers } from './take-answers.ts';

export type StartCommand = Extract<Command, { kind: 'start' }>;

/** A start that was checked. What is missing is the next number of its series, which only a store knows. */
export interface PlannedStart {
  readonly series: string;
  /** The commit, if `lastSeq` is the highest sequence of the series. On `number-taken` it is asked again. */
  commit(lastSeq: number): Commit;
}

/**
 * Checks a start: the person, the answers, the key. `id` derives from the command id, so that a repeat finds the first.
 *
 * Throws `permission.denied` and `answers.invalid`; nothing was written then.
 */
export function planStart(context: StepContext, command: StartCommand, id: string): PlannedStart {
  const { workflow, plant } = context;
  const { start, unique } = workflow.file.meta;
  const person = plant.people.get(command.by);
  const asked = { roles: start.roles, by: null, notBy: [], fallback: [] };
  // A child starts in the name of somebody whom its parent's workflow chose. CH1
  if (command.parent === undefined && denialOf(asked, {}, person, plant) !== null) {
    throw new EngineError(
      'permission.denied',
      `"${workflow.file.description}" is started by ${start.roles.join(', ')}. Ask one of them.`,
      { params: { roles: start.roles.join(',') } },
    );
  }
  const blank = blankInstance(context, { id, by: command.by });
  const answered = openRun(context, blank, { type: 'start', by: command.by, data: command.answers });
  const form = workflow.version.bundle.forms[start.form] ?? null;
  takeAnswers(answered, {
    form,
    name: start.into,
    by: command.by,
    answers: command.answers,
    refs: command.refs,
    outcome: null,
    prefill: {},
  });
  answered.draft.evidence = renameEvidence(answered, start.into);
  const key = keyOf(answered);
  const held = key !== null && (unique ?? false) !== false ? { keyHeld: `${workflow.file.id}/${key}` } : {};
  const number = numbering(answered, command);
  return {
    series: number(0).series,
    commit: (lastSeq) =>
      enterCase(context, command, answered, {
        ...blank,
        ...number(lastSeq),
        parent: command.parent ?? null,
        supersedes: command.supersedes ?? null,
        key,
        ...held,
        viewers: firstViewers(blank, workflow.file.meta.viewers),
      }),
  };
}

/** The first step proper: the initial state is entered with the start's answers in place. */
function enterCase(context: StepContext, command: StartCommand, answered: Run, named: Instance): Commit {
  const { workflow } = context;
  const run = openRun(context, named, { type: 'start', by: command.by, data: answered.draft.event['data'] ?? null });
  run.draft.data = answered.draft.data;
  run.draft.evidence = answered.draft.evidence;
  for (const name of answered.draft.written) run.draft.written.add(name);
  run.instance = { ...named, refs: answered.instance.refs, files: answered.instance.files };
  return workflow.within(run.draft, () => {
    followCase(run, begin(workflow.machine));
    const commit = sealCommit(run, command, {
      kind: 'start',
      type: 'start',
      by: command.by,
      data: { workflow: workflow.file.id, version: workflow.version.version, hash: workflow.version.hash },
    });
    return command.number === undefined ? commit : { ...commit, leavesGap: true };
  });
}

/** FEEL calls the start `tasks.start`, whatever its answers are called. SP2 */
function renameEvidence(run: Run, into: string): Instance['evidence'] {
  const { [into]: start, ...rest } = run.draft.evidence;
  return start === undefined ? rest : { ...rest, start };
}

/** The number that a sequence gives. ST-NUM */
function numbering(run: Run, command: StartCommand): (lastSeq: number) => Pick<Instance, 'number' | 'series' | 'seq'> {
  const { number: given } = command;
  if (given !== undefined) return () => given;
  const { workflow, time, now } = run.context;
  const format = readNumberFormat(workflow.file.meta.number ?? defaultNumberFormat(workflow.file.id));
  if (format.kind === 'broken') throw new EngineError('workflow.invalid', `${format.message}.`);
  const values = {
    yyMM: time.yyMM(now, workflow.file.meta.calendar),
    feel: (feel: string) => String(workflow.ask(feel, run.draft) ?? ''),
  };
  return (lastSeq) => ({ ...formatNumber(format.parts, values, lastSeq + 1), seq: lastSeq + 1 });
}

function keyOf(run: Run): string | null {
  const { workflow } = run.context;
  const { key } = workflow.file.meta;
  const value = key === undefined ? null : isExpression(key) ? workflow.ask(feelOf(key), run.draft) : key;
  return value === null || value === '' ? null : String(value);
}

/** The clock of a case that nothing was promised of yet. */
export const NEW_CLOCK: CaseClock = {
  due: null,
  dueAt: null,
  ladder: null,
  rung: 0,
  suspendedAt: null,
  suspendedFor: null,
  suspendedMs: 0,
  suspendedWorkingMs: 0,
};

/** A case before its start: what a start fills, and what an explanation asks before there is one. */
export function blankInstance(context: StepContext, of: { readonly id: string; readonly by: string }): Instance {
  const { workflow, now } = context;
  return {
    id: of.id,
    workflow: workflow.file.id,
    version: workflow.version.version,
    versionHash: workflow.version.hash,
    number: '',
    series: '',
    seq: 0,
    key: null,
    subject: { en: '' },
    status: 'active',
    light: null,
    state: null,
    data: {},
    refs: {},
    visits: {},
    evidence: {},
    tasks: {},
    timers: {},
    effects: {},
    incidents: {},
    groups: {},
    parent: null,
    supersedes: null,
    clock: NEW_CLOCK,
    initiator: of.by,
    startedAt: now,
    endedAt: null,
    end: null,
    viewers: [],
    documents: [],
    files: [],
    serial: 0,
    turn: 0,
    rev: 0,
    head: CHAIN_START,
    commands: [],
    nextDueAt: null,
    updatedAt: now,
  };
}
