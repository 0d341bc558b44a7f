import type { Json } from '../../../engine/model/json.ts';

/** `GET /api/registers/:name/imports/:id`: a file of rows, and how far it is. */
export interface ImportView {
  readonly id: string;
  readonly register: string;
  /** The name of the file. */
  readonly file: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  /**
   * `reading`: it is being compared. `previewed`: nothing was changed yet. `applying`, `applied`: its rows are written.
   * `refused`: nothing was changed, and `refused` says why.
   */
  readonly state: 'reading' | 'previewed' | 'applying' | 'applied' | 'refused';
  /** Rows of the file, its headings left out; null while that is not known. */
  readonly rows: number | null;
  readonly read: number;
  readonly adds: number;
  readonly changes: number;
  readonly same: number;
  /** How many problems; the first of them stand in `bad`, all of them in `…/rows?kind=bad`. */
  readonly badCount: number;
  readonly bad: readonly ImportProblemView[];
  /** Rows that are written, while it is applied. */
  readonly written: number;
  /** Rows that could not be written, since others changed them in the very moment. */
  readonly left: readonly string[];
  readonly refused: { readonly code: string; readonly message: string } | null;
  /** Who let it be applied, and why. */
  readonly appliedBy: { readonly id: string; readonly name: string } | null;
  readonly reason: string | null;
  /** True if it may be applied now. */
  readonly mayApply: boolean;
}

export interface ImportProblemView {
  readonly row: number;
  /** The heading in the file; null if the whole row is meant. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** `GET /api/registers/:name/imports/:id/rows`: what would be added or changed, or what is wrong. */
export interface ImportRowsView {
  readonly items: readonly ImportRowView[];
  readonly refs: { readonly [record: string]: string };
  readonly next: string | null;
}

export interface ImportRowView {
  /** Its number in the file. */
  readonly row: number;
  /** Null for a row that is wrong. */
  readonly id: string | null;
  readonly kind: 'add' | 'change' | 'bad';
  readonly fields: readonly {
    readonly field: string;
    readonly title: string;
    readonly old: Json;
    readonly new: Json;
  }[];
  readonly problems: readonly ImportProblemView[];
}
