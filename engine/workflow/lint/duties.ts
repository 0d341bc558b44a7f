import { isExpression } from '../../feel/expression.ts';
import type { Surroundings } from './surroundings.ts';
import { askersOf } from './askers.ts';
import { type LintContext, tasksOf } from './lint-context.ts';

/** A task that none of its role's holders may do, whoever does the rest: separation of duties keeps each of them out. */
export interface Duty {
  readonly pointer: string;
  readonly said: string;
  /** The names of `notBy` that keep the holders out. */
  readonly names: readonly string[];
  /** The person who is asked instead; undefined if nobody is left. */
  readonly fallback: string | undefined;
}

/**
 * Finds tasks whose only holders are certainly kept out: each is named by `notBy`, or is the only one who can have done
 * what it names. Where roles or names are expressions nothing is certain, and nothing is said.
 */
export function dutiesForNobody(context: LintContext): readonly Duty[] {
  const { people } = context.around;
  if (people === undefined) return [];
  return tasksOf(context).flatMap(({ node, task, pointer }) => {
    const roles = plainNames(task.roles);
    const names = plainNames(task.notBy);
    const holders = activeHolders(people, roles ?? []);
    if (task.by !== undefined || roles === null || names === null || holders.length === 0) return [];
    const keptOut = new Map(names.flatMap((name) => certainly(context, name).map((person) => [person, name] as const)));
    if (!holders.every((person) => keptOut.has(person))) return [];
    const fallback = fallbackOf(context.around, roles).find((person) => !keptOut.has(person));
    const used = [...new Set(holders.map((person) => keptOut.get(person) ?? ''))];
    return [{ pointer, said: `the task of "${node.key}"`, names: used, fallback }];
  });
}

/** The names that a file writes out; null where an expression decides. */
function plainNames(value: string | readonly string[] | undefined): readonly string[] | null {
  if (value === undefined) return [];
  if (typeof value === 'string') return isExpression(value) ? null : [value];
  return value.some(isExpression) ? null : value;
}

function activeHolders(people: NonNullable<Surroundings['people']>, roles: readonly string[]): readonly string[] {
  return people
    .filter((person) => person.active && person.roles.some((role) => roles.includes(role)))
    .map(({ id }) => id);
}

/** Who has certainly done what a name of `notBy` means: a person, or the one holder of the roles of a task or the start. */
function certainly(context: LintContext, name: string): readonly string[] {
  const { people = [] } = context.around;
  if (people.some(({ id }) => id === name) && !context.data.evidence.has(name)) return [name];
  const places = context.data.writers
    .filter((writer) => writer.name === name && (writer.kind === 'task' || writer.kind === 'command'))
    .map(({ pointer }) => pointer);
  const asked = askersOf(context).filter(({ pointer }) =>
    name === 'start' ? pointer === '/meta/start' : places.some((place) => isOf(pointer, place)),
  );
  const [only, ...others] = asked;
  const roles =
    only === undefined || others.length > 0 || only.who.by !== undefined ? null : plainNames(only.who.roles);
  const holders = roles === null ? [] : activeHolders(people, roles);
  return holders.length === 1 ? holders : [];
}

/** True for the asker that a writer's place belongs to: its state, or its `into`. */
function isOf(asker: string, place: string): boolean {
  return asker === `${place}/meta/task` || asker === `${place}/meta/command` || place === `${asker}/into`;
}

/** Heads of the roles' departments, then the plant manager, then the general manager, as the engine asks them. */
function fallbackOf({ people = [], heads }: Surroundings, roles: readonly string[]): readonly string[] {
  const led = roles.flatMap((role) => heads?.get(role) ?? []);
  const inOrder = [...led, ...activeHolders(people, ['plant_manager']), ...activeHolders(people, ['general_manager'])];
  return inOrder.filter((id) => people.some((person) => person.id === id && person.active));
}
