import type { FormFile } from '../../model/form-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Language } from '../../model/language.ts';
import type { Person } from '../../model/person.ts';

/** Names that exist: a Map or a Set. */
export interface Names {
  has(name: string): boolean;
  keys(): Iterable<string>;
}

/** What lint reads of an effect handler. */
export interface KnownEffect {
  readonly asked: readonly ('invoke' | 'action')[];
  /** JSON Schema of its input. */
  readonly input: JsonObject;
}

/** What a workflow may name besides itself: plain data, handed in. What is left out is not asked after. */
export interface Surroundings {
  readonly roles: Names;
  readonly departments: Names;
  /** Without it nobody asks whether a role has anybody. */
  readonly people?: readonly Pick<Person, 'id' | 'roles' | 'active'>[];
  readonly calendars: Names;
  readonly forms: ReadonlyMap<string, FormFile>;
  readonly effects: ReadonlyMap<string, KnownEffect>;
  readonly queries?: Names;
  /** Ids of templates with the languages that each exists in. */
  readonly templates: ReadonlyMap<string, ReadonlySet<Language>>;
  readonly settings: JsonObject;
  readonly registers: Names;
  readonly ladders?: Names;
  /** Other workflows that exist, with those that each waits for as children. */
  readonly workflows?: ReadonlyMap<string, readonly string[]>;
  /** Role → the person who leads its department: asked where nobody else may do a task. */
  readonly heads?: ReadonlyMap<string, string>;
}

/** Groups template files, named `<id>.<language>` as in a bundle, by their id. */
export function templateLanguages(files: Iterable<string>): ReadonlyMap<string, ReadonlySet<Language>> {
  const found = new Map<string, Set<Language>>();
  for (const file of files) {
    const dot = file.lastIndexOf('.');
    const id = file.slice(0, dot);
    found.set(id, (found.get(id) ?? new Set()).add(file.slice(dot + 1) as Language));
  }
  return found;
}
