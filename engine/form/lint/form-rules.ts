import type { FormRule } from './form-context.ts';
import { boundsEmpty, listUnbounded, textUnbounded } from './rules/bounds.ts';
import { labelsMissing, labelsWrong } from './rules/choices.ts';
import {
  formClock,
  formFeelBroken,
  formFeelCostly,
  formFeelName,
  formFunction,
  formPathUnknown,
} from './rules/expressions.ts';
import { fieldNameInvalid, fieldNameTaken } from './rules/field-name.ts';
import {
  checkUnplaced,
  conditionUnknown,
  formRegisterUnknown,
  requiredUnknown,
  titleMissing,
} from './rules/field-references.ts';
import { fieldTypeMissing, fieldTypeWrong, formNoObject } from './rules/field-type.ts';
import { formIdInvalid } from './rules/id-invalid.ts';
import { fieldUnplaced, layoutKind, layoutUnknown } from './rules/layout.ts';
import { formTooDeep, formTooLarge } from './rules/size.ts';
import { measurementsShape } from './rules/measurements.ts';
import { decimalsWrong, formatUnknown, patternUnsafe } from './rules/text-shape.ts';
import { formTextAstray, formTextUntranslated } from './rules/translations.ts';

/** Every rule about forms, by id. */
export const FORM_RULES: readonly FormRule[] = [
  formIdInvalid,
  fieldNameInvalid,
  fieldNameTaken,
  fieldTypeWrong,
  fieldTypeMissing,
  formNoObject,
  formTooDeep,
  formTooLarge,
  textUnbounded,
  listUnbounded,
  boundsEmpty,
  formatUnknown,
  patternUnsafe,
  decimalsWrong,
  labelsWrong,
  labelsMissing,
  requiredUnknown,
  conditionUnknown,
  formRegisterUnknown,
  checkUnplaced,
  titleMissing,
  formFeelBroken,
  formFeelName,
  formPathUnknown,
  formFunction,
  formClock,
  formFeelCostly,
  layoutKind,
  layoutUnknown,
  fieldUnplaced,
  formTextUntranslated,
  formTextAstray,
  measurementsShape,
];
