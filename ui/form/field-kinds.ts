import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { FieldKind } from './control.ts';
import { choiceField, manyChoiceField } from './fields/ChoiceField.tsx';
import { choicesField } from './fields/ChoicesField.tsx';
import { computedField } from './fields/ComputedField.tsx';
import { dateField } from './fields/DateField.tsx';
import { filesField } from './fields/FilesField.tsx';
import { givenField } from './fields/GivenField.tsx';
import { linesField } from './fields/LinesField.tsx';
import { measurementsField } from './fields/MeasurementsField.tsx';
import { momentField } from './fields/MomentField.tsx';
import { numberField } from './fields/NumberField.tsx';
import { objectField } from './fields/ObjectField.tsx';
import { recordField } from './fields/RecordField.tsx';
import { recordsField } from './fields/RecordsField.tsx';
import { rowsField } from './fields/RowsField.tsx';
import { textField } from './fields/TextField.tsx';
import { wordsField } from './fields/WordsField.tsx';
import { yesNoField } from './fields/YesNoField.tsx';

/** Every kind of field. The first that recognises a schema takes it; text takes what is left. */
const KINDS: readonly FieldKind[] = [
  computedField,
  filesField,
  recordsField,
  recordField,
  choicesField,
  measurementsField,
  rowsField,
  wordsField,
  objectField,
  yesNoField,
  choiceField,
  manyChoiceField,
  numberField,
  dateField,
  momentField,
  linesField,
  textField,
];

/** The kind of a field. What nobody can change here is only shown. */
export function kindOf(schema: FieldSchema, given: boolean): FieldKind {
  if (given || schema.readOnly === true) return givenField;
  return KINDS.find((kind) => kind.recognises(schema)) ?? textField;
}
