import { createContext, type ReactNode, useContext } from 'react';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import type { TaskView } from '../../server/services/views/task-view.ts';
import type { FieldKind } from './control.ts';
import type { AnswerProblem } from './local-problems.ts';
import type { AnswerPath } from './put-answer.ts';

/** What every field of a form needs to know of the whole. */
export interface FormState {
  readonly id: string;
  /** The kind of a field. Handed down, because fields hold fields: a list of kinds that they imported would import them. */
  readonly kindOf: (schema: FieldSchema, given: boolean) => FieldKind;
  readonly answers: JsonObject;
  /** What the form may see of the case. */
  readonly data: JsonObject;
  readonly put: (path: AnswerPath, value: Json | undefined) => void;
  /** What is wrong at a place, given as a JSON pointer. */
  readonly problemAt: (pointer: string) => AnswerProblem | null;
  readonly disabled: boolean;
  readonly readOnly: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly rulers: TaskView['rulers'];
  readonly outcomeTitle: (outcome: string) => string;
  /** Tells that a field has begun (+1) or ended (-1) something that sending must wait for. */
  readonly onWork: (change: 1 | -1) => void;
}

const FormContext = createContext<FormState | null>(null);

/** Hands the form to its fields. */
export function FormProvider({ state, children }: { readonly state: FormState; readonly children: ReactNode }) {
  return <FormContext value={state}>{children}</FormContext>;
}

/** The form that a field stands in. */
export function useForm(): FormState {
  const state = useContext(FormContext);
  if (state === null) throw new Error('A field is used outside SchemaForm.');
  return state;
}
