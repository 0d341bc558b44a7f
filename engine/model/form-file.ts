import type { Json, JsonObject } from './json.ts';

/** A form as written: the schema of its answers, checks across fields, a layout, and examples with their problems. */
export interface FormFile {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly schema: FieldSchema;
  readonly checks?: readonly FormCheck[];
  readonly layout?: readonly LayoutPart[];
  /** `floor`: the form is filled at a tablet with gloves on, so everything on its page is large. */
  readonly 'x-layout'?: 'floor';
  readonly examples?: readonly FormExample[];
}

/** The subset of JSON Schema 2020-12 that both validators and the renderer know, with our own `x-` keywords. */
export interface FieldSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly title?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: FieldSchema };
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** The value comes from the case (`prefill`); no client can send another. */
  readonly readOnly?: boolean;
  readonly allOf?: readonly FieldSchema[];
  readonly anyOf?: readonly FieldSchema[];
  readonly not?: FieldSchema;
  readonly if?: FieldSchema;
  readonly then?: FieldSchema;
  readonly else?: FieldSchema;
  /** Words for the values of `enum`, keyed by the value as text. */
  readonly 'x-labels'?: { readonly [value: string]: string };
  readonly 'x-ref'?: string;
  readonly 'x-file'?: { readonly types: readonly string[]; readonly maxMb: number };
  readonly 'x-unit'?: string;
  readonly 'x-decimals'?: number;
  readonly 'x-computed'?: string;
  readonly 'x-multiline'?: boolean;
  /** How a list of answers is asked: `table` for rows of fields. */
  readonly 'x-rows'?: 'table';
  /** `measurements`: the list is filled as a grid of characteristic × piece. */
  readonly 'x-widget'?: 'measurements';
  /** For `measurements`: a JSON pointer into the case's data, to rows of class, n, ac and re. */
  readonly 'x-acceptance'?: string;
}

export interface FormCheck {
  readonly that: string;
  readonly at: string;
  readonly text: string;
}

/** One part of a form's page, in order. A field named nowhere stands at the end. */
export type LayoutPart =
  | { readonly section: string; readonly help?: string; readonly fields: readonly string[] }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly facts: readonly string[] }
  | { readonly opinions: readonly string[] }
  | { readonly ruler: RulerPart };

/** The date ruler: where the answer of `field` lies between moments of the case. Values are FEEL, labels are text. */
export interface RulerPart {
  readonly field: string;
  readonly marks: readonly { readonly label: string; readonly at: string }[];
  readonly from: string;
  readonly to: string;
}

export interface FormExample {
  readonly title: string;
  readonly answers: JsonObject;
  readonly outcome?: string;
  readonly data?: JsonObject;
  /** Field → the picked record, for checks that look at it. */
  readonly refs?: JsonObject;
  readonly now?: string;
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}

/** A file that an answer names, as the field's value holds it. */
export interface FileRef {
  readonly [key: string]: Json;
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly sha256: string;
}
