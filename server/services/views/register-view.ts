import type { FieldSchema } from '../../../engine/model/form-file.ts';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Named } from './shared-views.ts';

/** `GET /api/registers`: the lists of the plant that the reader may see. */
export interface RegisterView {
  readonly id: string;
  readonly title: string;
  readonly group: Named;
  /** How many rows; `more` where counting stopped. */
  readonly count: { readonly count: number; readonly more: boolean };
  readonly may: RegisterMay;
}

export interface RegisterMay {
  readonly write: boolean;
  /** Why not, in a sentence; null if the reader may. */
  readonly why: string | null;
}

/** `GET /api/registers/:name/schema`: all that a page needs to show rows and a form, in the reader's language. */
export interface RegisterSchemaView {
  readonly id: string;
  readonly title: string;
  readonly group: Named;
  /** The field that is the row's id, and the one by which people know it. */
  readonly key: string;
  readonly label: string;
  readonly schema: FieldSchema;
  readonly views: {
    readonly list: { readonly columns: readonly string[]; readonly sort: string };
    readonly search: readonly string[];
    readonly form: { readonly groups: readonly { readonly title: string; readonly fields: readonly string[] }[] };
  };
  readonly may: RegisterMay;
}

/** A row in a list. */
export interface RowView {
  readonly id: string;
  /** In the reader's language. */
  readonly name: string;
  readonly rev: number;
  readonly values: JsonObject;
}

/** `GET /api/registers/:name/rows`. */
export interface RowPageView {
  readonly items: readonly RowView[];
  /** Names of the rows and people that the items name: `{"customers/C-03": "…"}`. */
  readonly refs: { readonly [record: string]: string };
  readonly next: string | null;
}

/** `GET /api/registers/:name/rows/:id`. */
export interface RowPageOneView extends RowView {
  readonly refs: { readonly [record: string]: string };
  readonly usedBy: readonly UsedByView[];
  /** Cases that changed it or are about it, as far as the reader may see them; newest first. */
  readonly cases: readonly { readonly id: string; readonly number: string; readonly subject: string }[];
  /** Null for a row that came with the plant. */
  readonly updatedAt: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** A row of another register that names this one. */
export interface UsedByView {
  readonly register: Named;
  readonly id: string;
  readonly name: string;
  readonly field: Named;
}

/** `GET /api/registers/:name/rows/:id/history`: one change, newest first. */
export interface RowChangeView {
  readonly rev: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly reason: string | null;
  /** The case that changed it; null if a person did, or if the reader may not see it. */
  readonly case: { readonly id: string; readonly number: string } | null;
  /** The import that brought it. */
  readonly import: string | null;
  readonly kind: 'created' | 'changed' | 'removed';
  readonly fields: readonly {
    readonly field: string;
    readonly title: string;
    readonly old: Json;
    readonly new: Json;
  }[];
}

export interface RowHistoryView {
  readonly items: readonly RowChangeView[];
  readonly refs: { readonly [record: string]: string };
  readonly next: string | null;
}
