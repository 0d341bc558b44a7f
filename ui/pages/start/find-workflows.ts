import type { WorkflowView } from '../../../server/services/views/workflow-view.ts';

/** The procedures of the start page in their two groups. */
export interface StartGroups {
  readonly forYou: readonly WorkflowView[];
  readonly others: readonly WorkflowView[];
}

/**
 * Looks for procedures whose title, sentence or id holds every typed word, and groups them.
 *
 * Capitals and accents do not matter: who types `revision` finds `Revisión`.
 */
export function findWorkflows(workflows: readonly WorkflowView[], typed: string): StartGroups {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const found = workflows.filter((workflow) => {
    const text = plain(`${workflow.title} ${workflow.about} ${workflow.id}`);
    return wanted.every((word) => text.includes(word));
  });
  return {
    forYou: found.filter(({ startable }) => startable),
    others: found.filter(({ startable }) => !startable),
  };
}

/** A text without capitals and accents, to compare. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
