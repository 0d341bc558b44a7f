import type { StateNode } from '../workflow/walk-states.ts';
import { statesAside } from './choose-forms.ts';
import { elementId } from './element-id.ts';
import { eventWords } from './event-words.ts';
import type { CaseCourse } from './case-course.ts';
import type { CasePosition } from './read-position.ts';

/** One step of a case: a task, a service, or a workflow that it starts. */
export interface CaseStep {
  readonly id: string;
  readonly title: string;
  readonly status: 'done' | 'now' | 'to-come' | 'not-needed';
  /** How often it was entered. */
  readonly times: number;
  /** For the server to fill: who, when, until when. */
  readonly detail: string | null;
}

/**
 * The steps of a case in the file's order, regions in theirs: the picture as a list, for small screens and for those
 * who hear it. A state that waits is a step while the case stands in it; what only a command of the whole workflow
 * leads to is one once the case came there. BP11
 */
export function listSteps(
  { text = (_pointer, english) => english }: CaseCourse,
  position: CasePosition,
): readonly CaseStep[] {
  const { chart } = position;
  const aside = statesAside(chart);
  const isStep = (node: StateNode): boolean => {
    const wasThere = (position.visits.get(elementId(node)) ?? 0) > 0;
    return (
      position.active.has(elementId(node)) ||
      (['task', 'service', 'workflow'].includes(chart.kind(node)) && (wasThere || !aside.has(node)))
    );
  };
  return chart.states.filter(isStep).map((node) => {
    const id = elementId(node);
    const { description } = node.file;
    return {
      id,
      title: description === undefined ? eventWords(node.key) : text(`${node.pointer}/description`, description),
      status: statusOf(id, position),
      times: position.visits.get(id) ?? 0,
      detail: null,
    };
  });
}

function statusOf(id: string, { active, skipped, visits }: CasePosition): CaseStep['status'] {
  if (active.has(id)) return 'now';
  if ((visits.get(id) ?? 0) > 0) return 'done';
  return skipped.has(id) ? 'not-needed' : 'to-come';
}
