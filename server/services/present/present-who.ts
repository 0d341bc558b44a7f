import type { Instance, Task } from '../../../engine/model/instance.ts';
import { type Asked, excludedBy, peopleWhoMay } from '../../../engine/step/people.ts';
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
  const kept = withRole.filter((person) => excludedBy(task, instance.evidence, person.id).length > 0);
  return {
    sentence: sentenceOf(),
    people: able.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      why: task.fallback.includes(person.id) ? said.fallback : roleOf(person.roles),
    })),
    excluded: kept.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      why: said.did(said.list(excludedBy(task, instance.evidence, person.id).map((name) => nameTitle(name, texts)))),
    })),
  };

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
