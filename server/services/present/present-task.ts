import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { TaskRow } from '../../../engine/ports/store.ts';
import { personTokens, taskDenialOf } from '../../../engine/step/people.ts';
import { isoOf } from '../../../engine/step/run.ts';
import type { WorkingTime } from '../../../engine/workflow/plant-time.ts';
import type { CaseTexts } from '../case-texts.ts';
import { namedRole, personName, type Reader, say } from '../reader.ts';
import type { CaseName, TaskRowView } from '../views/task-view.ts';
import { presentTaskItem } from './present-item.ts';

/** An open task's id as the API names it: the case and the task in it. */
export function taskName(instance: string, task: string): string {
  return `${instance}.${task}`;
}

/** The parts of a task's id, or undefined if it is none. */
export function readTaskName(name: string): { readonly instance: string; readonly task: string } | undefined {
  const [instance, task, ...rest] = name.split('.');
  return instance !== undefined && task !== undefined && rest.length === 0 && /^t\d{1,9}$/.test(task)
    ? { instance, task }
    : undefined;
}

/** A case's name beside its tasks. */
export function caseName(instance: TaskRow['instance'], texts: CaseTexts, reader: Reader): CaseName {
  return {
    id: instance.id,
    number: instance.number,
    subject: say(reader, instance.subject),
    workflow: { id: instance.workflow, title: texts.file.description, version: instance.version },
  };
}

/** A row of the inbox. */
export function presentTaskRow(
  row: TaskRow,
  given: { readonly texts: CaseTexts; readonly reader: Reader; readonly time: WorkingTime },
): TaskRowView {
  const { task, instance } = row;
  const { texts, reader, time } = given;
  return {
    id: taskName(instance.id, task.id),
    title: texts.stateTitle(task.state),
    item: presentTaskItem(task, reader),
    state: task.state,
    instance: caseName(instance, texts, reader),
    openedAt: isoOf(task.openedAt),
    dueAt: task.dueAt === null ? null : isoOf(task.dueAt),
    soonAt: task.dueAt === null ? null : isoOf(time.soonAt(task.dueAt, texts.file.meta.calendar)),
    assignee: task.assignee === null ? null : { id: task.assignee, name: personName(reader, task.assignee) },
    roles: (task.roles ?? []).map((role) => namedRole(reader, role)),
    claimable: task.assignee === null && isOffered(task, reader),
  };
}

/** Whether a row is offered to the reader, from what the row itself says; the engine asks again at the claim. */
function isOffered(task: Task, reader: Reader): boolean {
  const { person } = reader;
  const tokens = personTokens(person, reader.plant);
  return person.active && !task.excluded.includes(person.id) && task.candidates.some((token) => tokens.includes(token));
}

/** Whether the reader may do the task now: the same question as the step asks. */
export function mayComplete(instance: Instance, task: Task, reader: Reader): boolean {
  return (
    instance.status === 'active' &&
    (task.assignee === null || task.assignee === reader.person.id) &&
    taskDenialOf(task, instance.tasks, {
      evidence: instance.evidence,
      person: reader.person,
      plant: reader.plant,
    }) === null
  );
}
