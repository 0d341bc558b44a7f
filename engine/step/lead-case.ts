import type { Task } from '../model/instance.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Person } from '../model/person.ts';
import { seesAll } from './people.ts';
import type { Run } from './run.ts';

/** Roles that lead every case. */
const LEADS_ALL = ['plant_manager', 'general_manager'] as const;

/**
 * Whether a person leads a case or one of its tasks: heads of the task's departments, who was told by a level that may
 * decide, the owners of the procedure, the plant and the general manager. They hand on tasks and move due times. RA1
 */
export function leads(run: Run, person: Person | undefined, task: Task | null): boolean {
  if (person?.active !== true) return false;
  const { plant, workflow } = run.context;
  const roles = [...(workflow.file.meta.owner ?? []), ...LEADS_ALL];
  const acting = [person, ...(plant.actsFor.get(person.id) ?? []).map((id) => plant.people.get(id))];
  return acting.some(
    (one) =>
      one !== undefined &&
      (one.roles.some((role) => roles.includes(role)) ||
        task?.deciders?.includes(one.id) === true ||
        (task?.departments ?? []).some((department) => plant.departments.get(department)?.head === one.id)),
  );
}

/** Who decides about incidents: the owners of the procedure, those who lead every case, and the administrators. IC1 */
export function mayResolve(run: Run, person: Person | undefined): boolean {
  return (
    leads(run, person, null) || (person?.active === true && seesAll(person) && person.roles.includes('system_admin'))
  );
}

/** A decision over others needs words that an auditor can read. */
export function refuseWithoutReason(reason: string): void {
  if (reason.trim().length >= 3) return;
  throw new EngineError('answers.invalid', 'Say why, in at least three letters: the reason stands in the history.', {
    problems: [{ path: '/reason', code: 'answers.too_short', message: 'Say why, in at least three letters.' }],
  });
}
