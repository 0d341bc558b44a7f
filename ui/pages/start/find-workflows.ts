import type { Named } from '../../../server/services/views/shared-views.ts';
import type { WorkflowView } from '../../../server/services/views/workflow-view.ts';

/** The procedures of the start page: those that the reader starts, then those of others by department. */
export interface StartGroups {
  readonly forYou: readonly WorkflowView[];
  readonly others: readonly DepartmentGroup[];
}

/** What one department starts. Null for procedures that belong to none. */
export interface DepartmentGroup {
  readonly department: Named | null;
  readonly workflows: readonly WorkflowView[];
}

/**
 * Looks for procedures whose title, sentence, id, department or starters hold every typed word, and groups them.
 *
 * Capitals and accents do not matter: who types `revision` finds `Revisión`. The order is that of the list; of what
 * the reader may start, the own department comes first.
 */
export function findWorkflows(workflows: readonly WorkflowView[], typed: string, own: string): StartGroups {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const found = workflows.filter((workflow) => {
    const text = plain(wordsOf(workflow));
    return wanted.every((word) => text.includes(word));
  });
  const mine = found.filter(({ startable }) => startable);
  return {
    forYou: [
      ...mine.filter(({ department }) => department?.id === own),
      ...mine.filter(({ department }) => department?.id !== own),
    ],
    others: byDepartment(found.filter(({ startable }) => !startable)),
  };
}

function wordsOf({ title, about, id, department, starters }: WorkflowView): string {
  return [title, about, id, department?.title ?? '', ...starters.map((role) => role.title)].join(' ');
}

function byDepartment(workflows: readonly WorkflowView[]): readonly DepartmentGroup[] {
  const groups = new Map<string, DepartmentGroup>();
  for (const workflow of workflows) {
    const id = workflow.department?.id ?? '';
    const known = groups.get(id)?.workflows ?? [];
    groups.set(id, { department: workflow.department, workflows: [...known, workflow] });
  }
  return [...groups.values()];
}

/** A text without capitals and accents, to compare. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
