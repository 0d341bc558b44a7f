import type { PersonRowView } from '../../../server/services/views/plant-view.ts';

/** People in whose name, department or roles every word stands. */
export function findPeople(people: readonly PersonRowView[], q: string): readonly PersonRowView[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const told = [person.id, person.name, person.department.title, ...person.roles.map(({ title }) => title)];
    const text = told.join('\n').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
