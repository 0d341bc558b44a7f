import type { Evidence, Instance, Task } from '../model/instance.ts';
import type { Person, Plant } from '../model/person.ts';
import { type Exemption, LIFTABLE, type SeparationRule } from '../model/separation.ts';

type EvidenceOf = { readonly [name: string]: Evidence };

/** What the rules of who read of a task or a command. */
export interface Asked {
  readonly roles: readonly string[] | null;
  readonly by: readonly string[] | null;
  readonly notBy: readonly string[];
  readonly separation?: { readonly [name: string]: SeparationRule };
  readonly exempt?: readonly Exemption[];
  readonly fallback: readonly string[];
  /** People to whom it was handed by name. */
  readonly given?: readonly string[];
  /** Kept out by what they answered in it already. */
  readonly excluded?: readonly string[];
}

/** Why a person may not do something. */
export type Denial = 'inactive' | 'role' | 'not-named' | 'excluded' | 'later-item';

/** People behind names of tasks, `start` and person ids: everyone who completed any visit, and whomever they acted for. WH3 */
export function peopleBehind(names: readonly string[], evidence: EvidenceOf): readonly string[] {
  return [...new Set(names.flatMap((name) => (Object.hasOwn(evidence, name) ? (evidence[name]?.all ?? []) : [name])))];
}

/** The names of `notBy` that keep this person out; empty if none does, or if the rules behind them were lifted. */
export function excludedBy(asked: Asked, evidence: EvidenceOf, person: string): readonly string[] {
  const isExempt = asked.exempt?.some((exemption) => exemption.person === person) === true;
  return asked.notBy.filter(
    (name) => peopleBehind([name], evidence).includes(person) && !(isExempt && isLiftable(ruleOf(asked, name))),
  );
}

/** The letter of the rule behind a name of `notBy`, where the file gives one. SD1 */
export function ruleOf(asked: Pick<Asked, 'separation'>, name: string): SeparationRule | null {
  const rules = asked.separation ?? {};
  return (Object.hasOwn(rules, name) ? rules[name] : rules['*']) ?? null;
}

const isLiftable = (rule: SeparationRule | null): boolean => rule !== null && LIFTABLE.includes(rule);

/**
 * Null if the person may do it now, by themselves or for somebody they stand in for, else why not. People are resolved
 * at claim and again at completion. WH1–WH4, SI1
 */
export function denialOf(asked: Asked, evidence: EvidenceOf, person: Person | undefined, plant: Plant): Denial | null {
  const own = ownDenialOf(asked, evidence, person);
  return own === null || principalOf(asked, evidence, person, plant) === null ? own : null;
}

/**
 * For whom a person would act: null if they may do it themselves, or not at all. Separation of duties holds for both,
 * and a stand-in hands nothing on. SI1–SI3
 */
export function principalOf(
  asked: Asked,
  evidence: EvidenceOf,
  person: Person | undefined,
  plant: Plant,
): string | null {
  const own = ownDenialOf(asked, evidence, person);
  if (person === undefined || (own !== 'role' && own !== 'not-named')) return null;
  const principals = plant.actsFor.get(person.id) ?? [];
  return principals.find((id) => ownDenialOf(asked, evidence, plant.people.get(id)) === null) ?? null;
}

function isExcluded(asked: Asked, evidence: EvidenceOf, person: string): boolean {
  return excludedBy(asked, evidence, person).length > 0 || asked.excluded?.includes(person) === true;
}

function ownDenialOf(asked: Asked, evidence: EvidenceOf, person: Person | undefined): Denial | null {
  if (person === undefined || !person.active) return 'inactive';
  if (isExcluded(asked, evidence, person.id)) return 'excluded';
  if (asked.fallback.includes(person.id) || asked.given?.includes(person.id) === true) return null;
  if (asked.roles !== null && !asked.roles.some((role) => person.roles.includes(role))) return 'role';
  if (asked.by !== null && !peopleBehind(asked.by, evidence).includes(person.id)) return 'not-named';
  return null;
}

/**
 * The same for an open task of a case: where a person answers only once, they may do the first open item alone. EA5
 */
export function taskDenialOf(
  task: Task,
  tasks: Instance['tasks'],
  who: { readonly evidence: EvidenceOf; readonly person: Person | undefined; readonly plant: Plant },
): Denial | null {
  const { evidence, person, plant } = who;
  const denial = denialOf(task, evidence, person, plant);
  if (denial !== null || task.each?.oncePerPerson !== true) return denial;
  const first = Object.values(tasks)
    .filter((other) => other.state === task.state && other.each !== undefined)
    .sort((a, b) => (a.each?.index ?? 0) - (b.each?.index ?? 0))
    .find((other) => denialOf(other, evidence, person, plant) === null);
  return first?.id === task.id ? null : 'later-item';
}

/** Everyone active who may do it now, in the order of the plant's people. */
export function peopleWhoMay(asked: Asked, evidence: EvidenceOf, plant: Plant): readonly Person[] {
  return [...plant.people.values()].filter((person) => denialOf(asked, evidence, person, plant) === null);
}

/**
 * Who is asked when nobody may do a task: in order the heads of its roles' departments, the plant manager, the general
 * manager; the first one who is active and not excluded. Undefined: nobody, an incident. WH5
 */
export function fallbackFor(asked: Asked, evidence: EvidenceOf, plant: Plant): Person | undefined {
  const holders = (role: string) =>
    [...plant.people.values()].filter((person) => person.roles.includes(role)).map((person) => person.id);
  const heads = departmentsOf(asked, evidence, plant).map(
    (department) => plant.departments.get(department)?.head ?? '',
  );
  const inOrder = [...heads, ...holders('plant_manager'), ...holders('general_manager')];
  return inOrder
    .map((id) => plant.people.get(id))
    .find((person) => person?.active === true && !isExcluded(asked, evidence, person.id));
}

/** The departments a task belongs to: those of its roles; without roles, those of the people it names. */
export function departmentsOf(asked: Asked, evidence: EvidenceOf, plant: Plant): readonly string[] {
  const found =
    asked.roles === null
      ? peopleBehind(asked.by ?? [], evidence).map((id) => plant.people.get(id)?.department)
      : asked.roles.map((role) => plant.roles.get(role)?.department);
  return [...new Set(found.filter((department) => department !== undefined))];
}

/** The tokens under which people find a task: their roles, or they by name where it names people. WH6 */
export function candidateTokens(asked: Asked, evidence: EvidenceOf, plant: Plant): readonly string[] {
  const byName =
    asked.by === null
      ? []
      : peopleBehind(asked.by, evidence).filter((id) => ownDenialOf(asked, evidence, plant.people.get(id)) === null);
  const byRole = asked.by === null ? (asked.roles ?? []) : [];
  return [
    ...new Set([
      ...byRole.map((role) => `r:${role}`),
      ...byName.map((id) => `p:${id}`),
      ...[...asked.fallback, ...(asked.given ?? [])].map((id) => `p:${id}`),
    ]),
  ];
}

/** What a person carries to be found by: what is their own, and that of the people they stand in for. SI4 */
export function personTokens(person: Person, plant: Plant): readonly string[] {
  const principals = (plant.actsFor.get(person.id) ?? []).map((id) => plant.people.get(id));
  return [...new Set([person, ...principals].flatMap((one) => (one === undefined ? [] : ownTokens(one, plant))))];
}

function ownTokens(person: Person, plant: Plant): readonly string[] {
  const led = [...plant.departments.values()].filter((department) => department.head === person.id);
  return [
    `p:${person.id}`,
    ...person.roles.map((role) => `r:${role}`),
    ...led.map((department) => `h:${department.id}`),
  ];
}

/** Who may see a case in which a task had these candidates: they, and the heads of their departments. WH7 */
export function viewerTokens(task: Pick<Task, 'candidates' | 'departments'>, plant: Plant): readonly string[] {
  const ownDepartments = task.candidates
    .filter((token) => token.startsWith('p:'))
    .map((token) => plant.people.get(token.slice(2))?.department);
  const departments = [...task.departments, ...ownDepartments.filter((department) => department !== undefined)];
  return [...task.candidates, ...departments.map((department) => `h:${department}`)];
}

/** Roles that see every case. WH7 */
export const SEES_ALL = ['auditor', 'system_admin'] as const;

/** The one rule of who sees a case; the stores ask the same of their indexes. WH7 */
export function mayView(viewers: readonly string[], person: Person, plant: Plant): boolean {
  return seesAll(person) || personTokens(person, plant).some((token) => viewers.includes(token));
}

/** True for people who see every case whoever takes part. */
export function seesAll(person: Person): boolean {
  return SEES_ALL.some((role) => person.roles.includes(role));
}

/** Who leads a person: their supervisor, else the head of their department. */
export function supervisorOf(person: Person | undefined, plant: Plant): string | null {
  if (person === undefined) return null;
  return person.supervisor ?? plant.departments.get(person.department)?.head ?? null;
}
