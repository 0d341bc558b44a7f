import { actionNotRun } from './rules/action-not-run.ts';
import { actionUnknown } from './rules/action-unknown.ts';
import { alwaysEndless } from './rules/always-endless.ts';
import { calendarUnknown } from './rules/calendar-unknown.ts';
import { clockCalled } from './rules/clock-called.ts';
import { commandMisplaced } from './rules/command-misplaced.ts';
import { doneNever } from './rules/done-never.ts';
import { doneUnanswered } from './rules/done-unanswered.ts';
import { dueMissing } from './rules/due-missing.ts';
import { durationInvalid } from './rules/duration-invalid.ts';
import { eventForbidden } from './rules/event-forbidden.ts';
import { feelBroken } from './rules/feel-broken.ts';
import { feelMinMax } from './rules/feel-min-max.ts';
import { feelNameUnknown } from './rules/feel-name-unknown.ts';
import { feelNegation } from './rules/feel-negation.ts';
import { feelTooCostly } from './rules/feel-too-costly.ts';
import { fieldUnknown } from './rules/field-unknown.ts';
import { formUnknown } from './rules/form-unknown.ts';
import { functionUnknown } from './rules/function-unknown.ts';
import { idInvalid } from './rules/id-invalid.ts';
import { idTwice } from './rules/id-twice.ts';
import { initialUnknown } from './rules/initial-unknown.ts';
import { inputWrong } from './rules/input-wrong.ts';
import { invokeUnanswered } from './rules/invoke-unanswered.ts';
import { lastWayGuarded } from './rules/last-way-guarded.ts';
import { nameInherited } from './rules/name-inherited.ts';
import { nameInvalid } from './rules/name-invalid.ts';
import { nameReserved } from './rules/name-reserved.ts';
import { nameTwice } from './rules/name-twice.ts';
import { notFeel } from './rules/not-feel.ts';
import { notRun } from './rules/not-run.ts';
import { signUnknown } from './rules/sign-unknown.ts';
import { numberInvalid } from './rules/number-invalid.ts';
import { outcomeStays } from './rules/outcome-stays.ts';
import { outcomeUnasked } from './rules/outcome-unasked.ts';
import { outcomeUndescribed } from './rules/outcome-undescribed.ts';
import { parallelInnerTarget } from './rules/parallel-inner-target.ts';
import { pathUnknown } from './rules/path-unknown.ts';
import { personUnknown } from './rules/person-unknown.ts';
import { prefillUnknown } from './rules/prefill-unknown.ts';
import { queryUnknown } from './rules/query-unknown.ts';
import { readOnlyUnfilled } from './rules/read-only-unfilled.ts';
import { registerUnknown } from './rules/register-unknown.ts';
import { roleUnknown } from './rules/role-unknown.ts';
import { roleVacant } from './rules/role-vacant.ts';
import { rootWord } from './rules/root-word.ts';
import { scheduleInvalid } from './rules/schedule-invalid.ts';
import { shownUnknown } from './rules/shown-unknown.ts';
import { sourceUnknown } from './rules/source-unknown.ts';
import { stateDead } from './rules/state-dead.ts';
import { subjectUnknown } from './rules/subject-unknown.ts';
import { targetUnknown } from './rules/target-unknown.ts';
import { taskForNobody } from './rules/task-for-nobody.ts';
import { taskWithoutOutcome } from './rules/task-without-outcome.ts';
import { templateUnknown } from './rules/template-unknown.ts';
import { templateUntranslated } from './rules/template-untranslated.ts';
import { textAstray } from './rules/text-astray.ts';
import { textUntranslated } from './rules/text-untranslated.ts';
import { typeWrong } from './rules/type-wrong.ts';
import { uniqueWithoutKey } from './rules/unique-without-key.ts';
import { wayDead } from './rules/way-dead.ts';
import { wayLeadsNowhere } from './rules/way-leads-nowhere.ts';
import { writerTwice } from './rules/writer-twice.ts';
import { childUnanswered } from './rules/child-unanswered.ts';
import { childrenCircle } from './rules/children-circle.ts';
import { dutyFallsBack } from './rules/duty-falls-back.ts';
import { dutyImpossible } from './rules/duty-impossible.ts';
import { forEachImpossible } from './rules/for-each-impossible.ts';
import { forEachWays } from './rules/for-each-ways.ts';
import { ladderUnknown } from './rules/ladder-unknown.ts';
import { messageMixed } from './rules/message-mixed.ts';
import { recordFeel } from './rules/record-feel.ts';
import { suspendedMisplaced } from './rules/suspended-misplaced.ts';
import { takenUnheard } from './rules/taken-unheard.ts';
import { workflowUnknown } from './rules/workflow-unknown.ts';
import type { WorkflowRule } from './workflow-rule.ts';

/** Every rule about workflow files, by id: names, shape, ways, tasks, what is named, expressions, texts. */
export const WORKFLOW_RULES: readonly WorkflowRule[] = [
  nameInvalid,
  nameReserved,
  nameInherited,
  nameTwice,
  writerTwice,
  idInvalid,
  idTwice,
  initialUnknown,
  targetUnknown,
  typeWrong,
  rootWord,
  notRun,
  eventForbidden,
  actionNotRun,
  signUnknown,
  suspendedMisplaced,
  invokeUnanswered,
  lastWayGuarded,
  wayDead,
  doneUnanswered,
  doneNever,
  wayLeadsNowhere,
  alwaysEndless,
  outcomeStays,
  parallelInnerTarget,
  stateDead,
  taskWithoutOutcome,
  taskForNobody,
  roleVacant,
  outcomeUndescribed,
  dueMissing,
  commandMisplaced,
  forEachWays,
  forEachImpossible,
  messageMixed,
  takenUnheard,
  formUnknown,
  roleUnknown,
  personUnknown,
  calendarUnknown,
  durationInvalid,
  actionUnknown,
  sourceUnknown,
  inputWrong,
  queryUnknown,
  templateUnknown,
  templateUntranslated,
  registerUnknown,
  shownUnknown,
  prefillUnknown,
  readOnlyUnfilled,
  outcomeUnasked,
  workflowUnknown,
  childrenCircle,
  ladderUnknown,
  childUnanswered,
  feelBroken,
  feelNameUnknown,
  pathUnknown,
  fieldUnknown,
  functionUnknown,
  clockCalled,
  feelNegation,
  feelMinMax,
  feelTooCostly,
  notFeel,
  numberInvalid,
  subjectUnknown,
  uniqueWithoutKey,
  dutyFallsBack,
  dutyImpossible,
  recordFeel,
  scheduleInvalid,
  textUntranslated,
  textAstray,
];

/** Rules whose findings leave no graph that could be walked. */
export const GRAPH_RULES: ReadonlySet<string> = new Set(
  [nameTwice, initialUnknown, targetUnknown, typeWrong, rootWord].map((rule) => rule.code),
);

/** Rules that say of a state what the explorer would find as a dead end. */
export const DEAD_STATE_RULES: ReadonlySet<string> = new Set(
  [stateDead, taskWithoutOutcome, doneUnanswered].map((rule) => rule.code),
);
