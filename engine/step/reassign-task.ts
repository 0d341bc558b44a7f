import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task } from '../model/instance.ts';
import { openTaskOf } from './complete-task.ts';
import { leads, refuseWithoutReason } from './lead-case.ts';
import { keepCase, refuseEnded } from './move-case.ts';
import { denialOf, taskDenialOf } from './people.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * Hands an open task to a person by name. RA1–RA3
 *
 * Who leads it may give it to anybody whom separation of duties does not keep out; who holds it may hand it to somebody
 * who may do it already. Refused with `task.not_reassigned` and the reason.
 */
export function reassignTask(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'reassign' }>,
): Commit {
  const task = openTaskOf(before, command.task);
  const run = openRun(context, before, { type: 'reassign', by: command.by, data: { to: command.to } });
  refuseEnded(run);
  refuseWithoutReason(command.reason);
  const mayAlready = refuseUnfit(run, task, command);
  return context.workflow.within(run.draft, () => {
    run.tasks[task.id] = {
      ...task,
      assignee: command.to,
      claimedAt: context.now,
      ...(mayAlready ? {} : { given: [...(task.given ?? []), command.to] }),
    };
    keepCase(run);
    return sealCommit(run, command, {
      kind: 'reassign',
      type: 'reassign',
      by: command.by,
      state: task.state,
      subject: task.id,
      data: { to: command.to, from: task.assignee, reason: command.reason },
    });
  });
}

/** True if the receiver may do the task already; throws if they cannot get it, or this person cannot give it. */
function refuseUnfit(run: Run, task: Task, { to, by }: Extract<Command, { kind: 'reassign' }>): boolean {
  const { plant } = run.context;
  const { evidence } = run.before;
  const receiver = plant.people.get(to);
  const who = { evidence, person: receiver, plant };
  const denial = denialOf(task, evidence, receiver, plant);
  const isLeader = leads(run, plant.people.get(by), task);
  if (!isLeader && task.assignee !== by)
    throw new EngineError('permission.denied', 'Only who holds this task, or leads it, may hand it on.', {
      params: { reason: 'lead' },
    });
  if (denial === 'inactive' || denial === 'excluded' || (denial !== null && !isLeader))
    throw new EngineError('task.not_reassigned', reasonOf(denial, receiver?.name.en ?? to), {
      params: { reason: denial, person: receiver?.name.en ?? to },
    });
  if (taskDenialOf(task, run.before.tasks, who) === 'later-item')
    throw new EngineError('task.not_reassigned', 'One person answers once here. Give them the first open item.', {
      params: { reason: 'later-item', person: receiver?.name.en ?? to },
    });
  return denial === null;
}

function reasonOf(denial: string, name: string): string {
  if (denial === 'excluded') return `Separation of duties: ${name} took part in this case and may not do this task.`;
  if (denial === 'inactive') return `${name} is not an active person of this plant. Choose somebody else.`;
  return `${name} may not do this task. Ask the head of the department to hand it on.`;
}
