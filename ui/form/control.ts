import type { ComponentType } from 'react';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { Json } from '../../engine/model/json.ts';
import type { AnswerPath } from './put-answer.ts';

/** What a control gets: the part of a field that takes the answer, without its label, help and problem. */
export interface ControlProps {
  /** The id of the element that takes the focus. */
  readonly id: string;
  readonly schema: FieldSchema;
  readonly path: AnswerPath;
  readonly value: Json | undefined;
  readonly required: boolean;
  readonly wrong: boolean;
  readonly disabled: boolean;
  /** The field's name, for what stands inside the control. */
  readonly label: string;
  /** How the control is named and described to a screen reader. */
  readonly naming: Naming;
  /** True in a cell of a table: one line, no room. */
  readonly tight: boolean;
  readonly onChange: (value: Json | undefined) => void;
}

/** How a control is named and described for those who hear the page. */
export interface Naming {
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-labelledby'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
}

/** One kind of field: which schema it takes, and what it shows for it. */
export interface FieldKind {
  readonly kind: string;
  readonly recognises: (schema: FieldSchema) => boolean;
  readonly Control: ComponentType<ControlProps>;
  /** `one`: a label points at the control; `group`: several controls under one name; `shown`: nothing to fill. */
  readonly shape: 'one' | 'group' | 'shown';
  /** True where half the width of a form is too little. */
  readonly isWide?: (schema: FieldSchema) => boolean;
  /** The least width of a column of this kind, in pixels. */
  readonly columnWidth: number;
}
