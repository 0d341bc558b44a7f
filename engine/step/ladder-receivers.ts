import type { Task } from '../model/instance.ts';
import type { Ladder, LadderLevel, Person } from '../model/person.ts';
import { departmentsOf, peopleWhoMay, supervisorOf } from './people.ts';
import type { Run } from './run.ts';

/** A level of a ladder, and what it speaks of: a task, or (null) the whole case. */
export interface LevelOf {
  readonly ladder: Ladder;
  readonly index: number;
  readonly task: Task | null;
}

/**
 * Who is told at a level, as people stand now: active ones, each once. LD4
 *
 * A level above the assignee that comes to nobody but the assignee or the initiator is skipped: the next level that has
 * somebody is told in its place. Whoever is named as `assignee` is always told. LD5
 */
export function receiversOfLevel(run: Run, of: LevelOf): readonly string[] {
  const { ladder, index, task } = of;
  const level = ladder.levels[index] as LadderLevel;
  const reminded = level.to.includes('assignee') ? assigneesOf(run, task) : [];
  const leads = level.to.filter((to) => to !== 'assignee');
  if (leads.length === 0) return reminded;
  const own = new Set([...(task?.assignee == null ? [] : [task.assignee]), run.instance.initiator]);
  for (const higher of ladder.levels.slice(index)) {
    const names = higher === level ? leads : higher.to.filter((to) => to !== 'assignee');
    const told = names.flatMap((to) => peopleAt(run, to, task)).filter((id) => !own.has(id));
    if (told.length > 0) return [...new Set([...reminded, ...told])];
  }
  return reminded;
}

function assigneesOf(run: Run, task: Task | null): readonly string[] {
  if (task === null) return ownersOf(run);
  if (task.assignee !== null) return [task.assignee];
  return peopleWhoMay(task, run.draft.evidence, run.context.plant).map(({ id }) => id);
}

function peopleAt(run: Run, to: string, task: Task | null): readonly string[] {
  const { plant } = run.context;
  const active = (ids: readonly (string | null | undefined)[]): readonly string[] =>
    ids.filter((id): id is string => id != null && plant.people.get(id)?.active === true);
  if (to === 'supervisor') return active(assigneesOf(run, task).map((id) => supervisorOf(plant.people.get(id), plant)));
  if (to === 'department_head')
    return active(departmentsAt(run, task).map((department) => plant.departments.get(department)?.head));
  return holdersOf([...plant.people.values()], to);
}

function departmentsAt(run: Run, task: Task | null): readonly string[] {
  const { plant, workflow } = run.context;
  if (task !== null) return departmentsOf(task, run.draft.evidence, plant);
  return (workflow.file.meta.owner ?? []).flatMap((role) => plant.roles.get(role)?.department ?? []);
}

function ownersOf(run: Run): readonly string[] {
  const people = [...run.context.plant.people.values()];
  return (run.context.workflow.file.meta.owner ?? []).flatMap((role) => holdersOf(people, role));
}

function holdersOf(people: readonly Person[], role: string): readonly string[] {
  return people.filter(({ active, roles }) => active && roles.includes(role)).map(({ id }) => id);
}
