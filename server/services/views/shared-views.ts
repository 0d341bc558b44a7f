import type { JsonObject } from '../../../engine/model/json.ts';
import type { FormCheck, FieldSchema, LayoutPart } from '../../../engine/model/form-file.ts';

/** A list, and where to go on. `next` is null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A thing with an id and a name in the reader's language. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** A person as others see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly department: Named;
  /** The first is the one to show. */
  readonly roles: readonly Named[];
}

/** A form in the reader's language: titles, labels and texts are translated already. */
export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly help: string | null;
  readonly schema: FieldSchema;
  readonly checks: readonly FormCheck[];
  readonly layout: readonly LayoutPart[];
  /** Filled at a tablet with gloves on: its page is drawn large. */
  readonly 'x-layout'?: 'floor';
}

/** Answers, shown: what each field holds, in words of the reader. */
export interface FieldView {
  readonly pointer: string;
  readonly label: string;
  readonly value: ValueView;
}

export type ValueView =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly text: string; readonly value: string | number }
  | { readonly kind: 'choices'; readonly texts: readonly string[] }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'number'; readonly number: number; readonly decimals: number | null; readonly unit: string | null }
  /** A local date, `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'record'; readonly register: string; readonly id: string; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly FileView[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly ValueView[])[] }
  | { readonly kind: 'none' };

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly sha256: string;
}

/** The problem document of every error (RFC 9457) with our two fields. */
export interface ProblemView {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly problems?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly params?: { readonly [name: string]: string | number };
}

export type { JsonObject };
