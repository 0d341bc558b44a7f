import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task } from '../model/instance.ts';
import { LIFTABLE, LIFTS, type SeparationRule } from '../model/separation.ts';
import { addEffect } from './apply-asked.ts';
import { openTaskOf } from './complete-task.ts';
import { keepCase, refuseEnded } from './move-case.ts';
import { excludedBy, ruleOf } from './people.ts';
import { isoOf, openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/** A reason shorter than this tells an auditor nothing. */
const SHORTEST_REASON = 10;
/** The list that a monthly report reads. */
const REGISTER = 'separation-lifted';

/**
 * Lets one person do one task although separation of duties keeps them out: an emergency, by the plant manager, with a
 * reason, of rules (a) and (e) only. It stands in the history and in the list of all such cases. SD2
 */
export function liftSeparation(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'lift_separation' }>,
): Commit {
  const task = openTaskOf(before, command.task);
  const run = openRun(context, before, { type: 'lift_separation', by: command.by, data: { person: command.person } });
  refuseEnded(run);
  const rules = refuseUnliftable(run, task, command);
  return context.workflow.within(run.draft, () => {
    const { person, by, reason } = command;
    const exemption = { person, by, at: context.now, reason: reason.trim() };
    run.tasks[task.id] = { ...task, exempt: [...(task.exempt ?? []), exemption] };
    listExemption(run, task, { ...exemption, rules });
    keepCase(run);
    return sealCommit(run, command, {
      kind: 'separation',
      type: 'lift_separation',
      by,
      state: task.state,
      subject: task.id,
      data: { to: person, reason: reason.trim(), rules },
    });
  });
}

/** The letters that keep the person out; throws if they cannot be lifted, or not by this person. */
function refuseUnliftable(
  run: Run,
  task: Task,
  { person, by, reason }: Extract<Command, { kind: 'lift_separation' }>,
): readonly SeparationRule[] {
  const { plant } = run.context;
  const manager = plant.people.get(by);
  if (manager?.active !== true || !manager.roles.includes(LIFTS) || by === person)
    throw new EngineError(
      'permission.denied',
      'Only the plant manager lifts separation of duties, and never for themselves.',
      {
        params: { reason: 'lift' },
      },
    );
  if (reason.trim().length < SHORTEST_REASON)
    throw new EngineError('answers.invalid', 'Say what the emergency is, in at least ten letters.', {
      problems: [
        { path: '/reason', code: 'answers.too_short', message: 'Say what the emergency is, in at least ten letters.' },
      ],
    });
  const names = excludedBy(task, run.before.evidence, person);
  const rules = names.map((name) => ruleOf(task, name));
  const liftable = rules.filter((rule): rule is SeparationRule => rule !== null && LIFTABLE.includes(rule));
  if (names.length === 0 || liftable.length < names.length)
    throw new EngineError(
      'separation.not_lifted',
      'Only rules (a) author and approver, and (e) repair and acceptance, can be lifted, for somebody they keep out.',
      { params: { rules: rules.map((rule) => rule ?? '–').join(', ') } },
    );
  return [...new Set(liftable)];
}

/** The entry of the monthly report. */
function listExemption(
  run: Run,
  task: Task,
  lifted: { readonly person: string; readonly by: string; readonly reason: string; readonly rules: readonly string[] },
): void {
  const { before, context } = run;
  const id = `${before.number}-${task.id}-${lifted.person}`;
  const at = isoOf(context.now);
  addEffect(run, {
    src: 'record',
    key: `${before.id}:r${before.rev + 1}:lifted`,
    input: {
      register: REGISTER,
      id,
      create: true,
      set: {
        month: at.slice(0, 7),
        at,
        case: before.number,
        task: task.state,
        person: lifted.person,
        allowed_by: lifted.by,
        rules: lifted.rules,
        reason: lifted.reason,
      },
    },
  });
}
