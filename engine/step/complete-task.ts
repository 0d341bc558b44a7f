import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task } from '../model/instance.ts';
import type { JsonObject } from '../model/json.ts';
import type { Person } from '../model/person.ts';
import { SEPARATION_RULES } from '../model/separation.ts';
import { outcomeEvent } from '../workflow/compile-machine.ts';
import { withItem } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { itemName } from './apply-marks.ts';
import { ANSWERED, COLLECTED, isCollected } from './collect.ts';
import { configurationOf, keepCase, moveCase, refuseEnded } from './move-case.ts';
import { type Denial, denialOf, excludedBy, principalOf, ruleOf, taskDenialOf } from './people.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';
import { shownOfTask, signAnswer } from './sign-answer.ts';
import { takeAnswers } from './take-answers.ts';

/** A task is answered once: its form and an outcome. Completing an unclaimed task claims it in the same commit. TK2, TK3 */
export function completeTask(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'complete' }>,
): Commit {
  const { workflow } = context;
  const task = openTaskOf(before, command.task);
  const node = workflow.byKey.get(task.state) as StateNode;
  const event = outcomeEvent(task.state, task.each === undefined ? command.outcome : ANSWERED);
  const run = openRun(context, before, { type: event, by: command.by, data: command.answers });
  refuseEnded(run);
  refuseUnlessMay(run, task, command.by);
  const onBehalfOf = principalOf(task, before.evidence, context.plant.people.get(command.by), context.plant);
  const outcomes = (task.each === undefined ? node.file.on : node.file.meta?.task?.outcomes) ?? {};
  if (!Object.hasOwn(outcomes, command.outcome)) throw notOffered(task, command.outcome);

  return workflow.within(run.draft, () => {
    const form = workflow.version.bundle.forms[task.form] ?? null;
    takeAnswers(run, {
      form,
      name: task.name,
      by: command.by,
      onBehalfOf,
      ...(task.each === undefined ? {} : { item: { value: task.each.item } }),
      answers: command.answers,
      refs: command.refs,
      outcome: command.outcome,
      prefill: task.prefill,
    });
    withItem(run.draft, itemName(task.each), () =>
      signAnswer(run, {
        sign: node.file.meta?.task?.sign,
        subject: task.id,
        state: task.state,
        name: task.name,
        outcome: command.outcome,
        shown: shownOfTask(context, before, task),
        by: command.by,
        onBehalfOf,
        answers: run.draft.event['data'] as JsonObject,
        signing: command.signing,
      }),
    );
    const configuration = configurationOf(run);
    if (task.each === undefined && !configuration.can(event)) throw notOffered(task, command.outcome);
    // Its state is left by the outcome; without this the task would be closed as withdrawn.
    delete run.tasks[task.id];
    run.notes.push({ kind: 'closed', task: task.id, state: task.state });
    if (task.left === true) keepCase(run);
    // An answer that completes nothing is an event all the same: data waits beside it look at it. EA4
    else if (task.each !== undefined && isCollected(run, node))
      moveCase(run, configuration, outcomeEvent(task.state, COLLECTED));
    else moveCase(run, configuration, event);
    return sealCommit(run, command, {
      kind: 'task',
      type: command.outcome,
      by: command.by,
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
      state: task.state,
      subject: task.id,
    });
  });
}

/** The open task, or why there is none: `task.closed` if it was open once, else `task.not_found`. */
export function openTaskOf(before: Instance, id: string): Task {
  const task = Object.hasOwn(before.tasks, id) ? before.tasks[id] : undefined;
  if (task !== undefined) return task;
  const serial = /^t(\d+)$/.exec(id)?.[1];
  if (serial !== undefined && Number(serial) <= before.serial)
    throw new EngineError(
      'task.closed',
      `This task of ${before.number} is closed already. Look at the case to see who was first.`,
      { params: { number: before.number } },
    );
  throw new EngineError('task.not_found', 'There is no such task. Go back to the inbox.');
}

/** Throws unless the person may do the task now and nobody else holds it. WH1–WH4, TK3 */
export function refuseUnlessMay(run: Run, task: Task, by: string): void {
  const { plant } = run.context;
  const person = plant.people.get(by);
  const denial = taskDenialOf(task, run.before.tasks, { evidence: run.before.evidence, person, plant });
  if (denial !== null) throw denied(run, task, { denial, person, by });
  if (task.assignee === null || task.assignee === by) return;
  // Who may not do it any more has lost the claim, though no step has said so yet. WH8
  const { evidence } = run.before;
  if (denialOf(task, evidence, plant.people.get(task.assignee), plant) !== null) return;
  const holder = plant.people.get(task.assignee)?.name.en ?? task.assignee;
  throw new EngineError('task.claimed', `${holder} has taken this task. Ask them to give it back.`, {
    params: { holder },
  });
}

function denied(
  run: Run,
  task: Task,
  who: { readonly denial: Denial; readonly person: Person | undefined; readonly by: string },
): EngineError {
  if (who.denial === 'later-item')
    return new EngineError(
      'permission.denied',
      'Separation of duties (j): one person signs a step only once, and the first open item comes first.',
      {
        params: { reason: who.denial, rule: 'j' },
      },
    );
  if (who.denial !== 'excluded')
    return new EngineError(
      'permission.denied',
      `This task is for ${task.roles?.join(', ') ?? 'the people it names'}.`,
      { params: { reason: who.denial } },
    );
  const kept = excludedBy(task, run.before.evidence, who.by);
  const names = kept.join(', ');
  // Who answered another item has done so under the rule of one signature a person.
  const rule = kept.length === 0 ? 'j' : (kept.map((name) => ruleOf(task, name)).find((one) => one !== null) ?? null);
  const letter = rule === null ? '' : ` (${rule}): ${SEPARATION_RULES[rule].en}`;
  return new EngineError(
    'permission.denied',
    kept.length === 0
      ? `Separation of duties${letter}. You have signed this step already, so somebody else must do this task.`
      : `Separation of duties${letter}. You did "${names}" in this case, so somebody else must do this task.`,
    { params: { reason: 'excluded', did: names, rule: rule ?? '' } },
  );
}

function notOffered(task: Task, outcome: string): EngineError {
  return new EngineError(
    'task.outcome_not_offered',
    `"${outcome}" is not offered here now. Look at the task to see what is, and why.`,
    { params: { outcome, state: task.state } },
  );
}
