import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Person } from '../../../engine/model/person.ts';
import { LIFTABLE, LIFTS, SEPARATION_RULES } from '../../../engine/model/separation.ts';
import { type Asked, excludedBy, peopleWhoMay, principalOf, ruleOf } from '../../../engine/step/people.ts';
import { EXPLAIN_WORDS } from '../../texts/explain-words.ts';
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
      why: whyMay(task, person, { evidence: instance.evidence, reader }),
    })),
    excluded: kept.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      why: keptWhy(person.id),
      liftable: mayLift(task, instance, { person: person.id, reader }),
    })),
  };

  function keptWhy(id: string): string {
    const names = excludedBy(task, instance.evidence, id);
    const rules = [...new Set(names.map((name) => ruleOf(task, name)))];
    const letters = rules.flatMap((rule) =>
      rule === null ? [] : `(${rule}) ${SEPARATION_RULES[rule][reader.language]}`,
    );
    const did =
      names.length === 0 ? said.answeredAlready : said.did(said.list(names.map((name) => nameTitle(name, texts))));
    return [did, ...letters].join(' · ');
  }
  function sentenceOf(): string {
    const [first] = able;
    if (first === undefined) return said.whoNobody(roles);
    if (able.length > 1) return said.whoSome(roles, able.length);
    return first.id === reader.person.id ? said.whoOnlyYou(roles) : said.whoOnly(roles, personName(reader, first.id));
  }
}

/** Why a person may do it: for whom they stand in, because nobody else may, by name, or the role they share with it. */
export function whyMay(
  task: Task,
  person: Person,
  { evidence, reader }: { readonly evidence: Instance['evidence']; readonly reader: Reader },
): string {
  const said = sentencesIn(reader.language);
  const principal = principalOf(task, evidence, person, reader.plant);
  if (principal !== null) return said.inPlaceOf(personName(reader, principal));
  if (task.fallback.includes(person.id)) return said.fallback;
  const shared = person.roles.find((role) => task.roles?.includes(role));
  if (shared === undefined && task.given?.includes(person.id) === true)
    return EXPLAIN_WORDS[reader.language].handedByName;
  const role = shared ?? person.roles[0];
  return role === undefined ? '' : roleName(reader, role);
}

/** Whether the reader may lift the rules that keep a person out. */
function mayLift(
  task: Task,
  instance: Instance,
  { person, reader }: { readonly person: string; readonly reader: Reader },
): boolean {
  const rules = excludedBy(task, instance.evidence, person).map((name) => ruleOf(task, name));
  return (
    reader.person.roles.includes(LIFTS) &&
    reader.person.id !== person &&
    rules.length > 0 &&
    rules.every((rule) => rule !== null && LIFTABLE.includes(rule))
  );
}

function hasRole(asked: Asked, roles: readonly string[]): boolean {
  return asked.roles === null || asked.roles.some((role) => roles.includes(role));
}

/** What a name of `notBy` is called: the step, the start form, or as it is written. */
export function nameTitle(name: string, texts: CaseTexts): string {
  if (name === 'start') return texts.formOf('start')?.form.title ?? name;
  const state = texts.formOf(name)?.state;
  return state === null || state === undefined ? name : texts.stateTitle(state);
}
