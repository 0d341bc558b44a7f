import type { JsonObject } from '../../engine/model/json.ts';
import type { Translations } from '../../engine/model/version.ts';

/** Under which heading a register stands. */
export const REGISTER_GROUPS = ['orders', 'products', 'stock', 'plans', 'quality', 'plant'] as const;

export type RegisterGroup = (typeof REGISTER_GROUPS)[number];

/** A list of the plant: what it is called, which field names its rows, what a row holds, how it is shown and who changes it. */
export interface RegisterFile {
  readonly id: string;
  readonly title: string;
  readonly group: RegisterGroup;
  /** The field that is the row's id. */
  readonly key: string;
  /** The field by which people know a row. */
  readonly label: string;
  /** JSON Schema of a row, in the subset of forms. */
  readonly schema: JsonObject;
  readonly views: RegisterViews;
  readonly rights: RegisterRights;
}

export interface RegisterViews {
  readonly list: { readonly columns: readonly string[]; readonly sort: string };
  /** Fields in which typed words are looked for. */
  readonly search: readonly string[];
  readonly form: { readonly groups: readonly { readonly title: string; readonly fields: readonly string[] }[] };
}

export interface RegisterRights {
  /** Roles that see it; without it everybody who is signed in. */
  readonly read?: readonly string[];
  /** Roles that change rows by hand; an empty list leaves that to workflows. */
  readonly write: readonly string[];
  /** Workflows that change it, so that people who may not are told where to go. */
  readonly workflows?: readonly string[];
}

export interface ReadRegister extends RegisterFile {
  /** Its texts in other languages, by JSON pointer into the file. */
  readonly texts: Translations;
}
