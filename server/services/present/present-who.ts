import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Person } from '../../../engine/model/person.ts';
import { type Asked, excludedBy, peopleWhoMay, principalOf } from '../../../engine/step/people.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { CaseTexts } from '../case-texts.ts';
import { personName, type Reader, roleName, say } from '../reader.ts';
import type { WhoView } from '../views/task-view.ts';

/** Who may do a task and why, and who may not although they have the role. */
export function presentWho(
  task: Task,
  instance: Instance,
  given: { readonly texts: CaseTexts; readonly reader: Reader },
): WhoView {
  const { texts, reader } = given;
  const said = sentencesIn(reader.language);
  const able = peopleWhoMay(task, instance.evidence, reader.plant);
  const roles = task.roles === null ? said.whoNamed : said.or(task.roles.map((role) => roleName(reader, role)));
  const withRole = [...reader.plant.people.values()].filter((person) => person.active && hasRole(task, person.roles));
  const kept = withRole.filter((person) => task.excluded.includes(person.id));
  return {
    sentence: sentenceOf(),
    people: able.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      why: whyOf(person),
    })),
    excluded: kept.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      why: keptWhy(person.id),
    })),
  };

  function whyOf(person: Person): string {
    const principal = principalOf(task, instance.evidence, person, reader.plant);
    if (principal !== null) return said.inPlaceOf(personName(reader, principal));
    return task.fallback.includes(person.id) ? said.fallback : roleOf(person.roles);
  }
  function keptWhy(id: string): string {
    const names = excludedBy(task, instance.evidence, id).map((name) => nameTitle(name, texts));
    return names.length === 0 ? said.answeredAlready : said.did(said.list(names));
  }
  function sentenceOf(): string {
    const [first] = able;
    if (first === undefined) return said.whoNobody(roles);
    if (able.length > 1) return said.whoSome(roles, able.length);
    return first.id === reader.person.id ? said.whoOnlyYou(roles) : said.whoOnly(roles, personName(reader, first.id));
  }
  function roleOf(own: readonly string[]): string {
    const shared = own.find((role) => task.roles?.includes(role)) ?? own[0];
    return shared === undefined ? '' : roleName(reader, shared);
  }
}

function hasRole(asked: Asked, roles: readonly string[]): boolean {
  return asked.roles === null || asked.roles.some((role) => roles.includes(role));
}

/** What a name of `notBy` is called: the step, the start form, or as it is written. */
function nameTitle(name: string, texts: CaseTexts): string {
  if (name === 'start') return texts.formOf('start')?.form.title ?? name;
  const state = texts.formOf(name)?.state;
  return state === null || state === undefined ? name : texts.stateTitle(state);
}
