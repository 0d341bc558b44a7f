import { isExpression } from '../../feel/expression.ts';
import type { Surroundings } from './surroundings.ts';
import { askersOf } from './askers.ts';
import { type LintContext, tasksOf } from './lint-context.ts';

type People = NonNullable<Surroundings['people']>;

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
  const doers = certainDoers(context, people);
  const ids = new Set(people.map(({ id }) => id));
  const doerOf = (name: string): string | undefined =>
    context.data.evidence.has(name) ? doers.get(name) : ids.has(name) ? name : undefined;
  return tasksOf(context).flatMap(({ node, task, pointer }) => {
    const roles = plainNames(task.roles);
    const names = plainNames(task.notBy);
    if (task.by !== undefined || roles === null || names === null || names.length === 0) return [];
    const holders = activeHolders(people, roles);
    const keptOut = new Map(names.map((name) => [doerOf(name) ?? '', name] as const));
    if (holders.length === 0 || !holders.every((person) => keptOut.has(person))) return [];
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

function activeHolders(people: People, roles: readonly string[]): readonly string[] {
  return people
    .filter((person) => person.active && person.roles.some((role) => roles.includes(role)))
    .map(({ id }) => id);
}

/** Of each name under `tasks` the person who certainly did it: the only one who may. Two writers of a name are no certainty. */
function certainDoers(context: LintContext, people: People): ReadonlyMap<string, string> {
  const names = new Map(context.data.writers.map(({ kind, name, pointer }) => [pointer + kind, name]));
  const doers = new Map<string, string | null>();
  for (const { who, pointer } of askersOf(context)) {
    const name = nameAt(names, pointer);
    const roles = who.by === undefined ? plainNames(who.roles) : null;
    const [only, ...others] = roles === null ? [] : activeHolders(people, roles);
    doers.set(name, others.length > 0 || doers.has(name) ? null : (only ?? null));
  }
  return new Map([...doers].flatMap(([name, person]) => (person === null ? [] : [[name, person] as const])));
}

/** The name under which an asker's answers stand: its `into`, or that of its state or command. */
function nameAt(names: ReadonlyMap<string, string>, asker: string): string {
  if (asker === '/meta/start') return 'start';
  const kind = asker.endsWith('/meta/task') ? 'task' : 'command';
  const place = asker.slice(0, -`/meta/${kind}`.length);
  return names.get(`${asker}/into${kind}`) ?? names.get(place + kind) ?? '';
}

/** Heads of the roles' departments, then the plant manager, then the general manager, as the engine asks them. */
function fallbackOf({ people = [], heads }: Surroundings, roles: readonly string[]): readonly string[] {
  const led = roles.flatMap((role) => heads?.get(role) ?? []);
  const inOrder = [...led, ...activeHolders(people, ['plant_manager']), ...activeHolders(people, ['general_manager'])];
  return inOrder.filter((id) => people.some((person) => person.id === id && person.active));
}
