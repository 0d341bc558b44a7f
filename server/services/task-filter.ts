import type { TaskFilter } from '../../engine/ports/store.ts';
import { personTokens } from '../../engine/step/people.ts';
import { type Reader, viewerOf } from './reader.ts';
import type { Box } from './views/task-view.ts';

/** The boxes of the inbox, in the order in which they are shown. */
export const BOXES: readonly Box[] = ['mine', 'available', 'department', 'overdue'];

/**
 * What a box holds for its reader, in the words by which the store finds tasks: `m:` held by a person, `a:` offered to a
 * person or a role, `d:` of a department. The head of a department sees the departments that they lead.
 */
export function taskFilter(reader: Reader, box: Box, now: number): TaskFilter {
  const { id, department } = reader.person;
  const principals = reader.plant.actsFor.get(id) ?? [];
  // What a person holds for whom one stands in is one's own to see to. SI4
  const mine = [id, ...principals].map((one) => `m:${one}`);
  const available = personTokens(reader.person, reader.plant)
    .filter((token) => !token.startsWith('h:'))
    .map((token) => `a:${token}`);
  const ofDepartment = [`d:${department}`, ...ledBy(reader).map((led) => `d:${led}`)];
  const words = { mine, available, department: ofDepartment, overdue: [...mine, ...available, ...ofDepartment] }[box];
  return {
    words: [...new Set(words)],
    person: id,
    viewer: viewerOf(reader),
    ...(box === 'overdue' ? { dueBefore: now } : {}),
  };
}

function ledBy(reader: Reader): readonly string[] {
  return [...reader.plant.departments.values()]
    .filter((department) => department.head === reader.person.id)
    .map((department) => department.id);
}
