import { type Language, type Text, textIn } from '../../engine/model/language.ts';
import type { Department, Person, Plant, Role } from '../../engine/model/person.ts';
import { personTokens, seesAll } from '../../engine/step/people.ts';
import type { Named, PersonView } from './views/shared-views.ts';

/** Who asks, and in which language they read. Every service gets one; what they may not see does not exist for them. */
export interface Reader {
  readonly person: Person;
  readonly language: Language;
  readonly plant: Plant;
}

/** What the stores' lists are asked with: the reader's tokens, or null for people who see every case. */
export function viewerOf(reader: Reader): readonly string[] | null {
  return seesAll(reader.person) ? null : personTokens(reader.person, reader.plant);
}

/** A text in the reader's language. */
export function say(reader: Reader, text: Text): string {
  return textIn(text, reader.language);
}

export function roleName(reader: Reader, id: string): string {
  const role: Role | undefined = reader.plant.roles.get(id);
  return role === undefined ? id : say(reader, role.title);
}

export function personName(reader: Reader, id: string): string {
  const person = reader.plant.people.get(id);
  return person === undefined ? id : say(reader, person.name);
}

export function namedRole(reader: Reader, id: string): Named {
  return { id, title: roleName(reader, id) };
}

export function personView(reader: Reader, person: Person): PersonView {
  const department: Department | undefined = reader.plant.departments.get(person.department);
  return {
    id: person.id,
    name: say(reader, person.name),
    department: {
      id: person.department,
      title: department === undefined ? person.department : say(reader, department.short),
    },
    roles: person.roles.map((role) => namedRole(reader, role)),
  };
}
