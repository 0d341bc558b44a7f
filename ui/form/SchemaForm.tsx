import { type FocusEvent, useRef } from 'react';
import type { JsonObject } from '../../engine/model/json.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import type { TaskView } from '../../server/services/views/task-view.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { kindOf } from './field-kinds.ts';
import { FormProvider, type FormState } from './FormContext.tsx';
import { LayoutBlocks } from './LayoutBlocks.tsx';
import type { AnswerProblem } from './local-problems.ts';
import { inFormOrder, planLayout } from './plan-layout.ts';
import { putAnswer } from './put-answer.ts';
import { resolveFields } from './resolve-fields.ts';
import styles from './SchemaForm.module.css';
import { useLiveForm } from './use-live-form.ts';
import { useShownProblems } from './use-shown-problems.ts';

/** A form, its answers, and what the page around it knows. */
export interface SchemaFormProps {
  /** Unique on the page: ids of controls begin with it. */
  readonly id: string;
  readonly form: FormView;
  readonly answers: JsonObject;
  /** Top-level fields that nobody can change here. */
  readonly readOnly?: readonly string[];
  /** The outcome that was picked, where one is. */
  readonly outcome?: string | null;
  /** The outcomes that can still be picked; without any the form is of a start or a command. */
  readonly outcomesPossible?: readonly string[];
  readonly outcomeTitles?: { readonly [outcome: string]: string };
  /** What the last attempt was refused for. A new list takes the focus. */
  readonly problems?: readonly AnswerProblem[];
  readonly rulers?: TaskView['rulers'];
  readonly disabled?: boolean;
  /** What the form's expressions see of the case. */
  readonly data?: JsonObject;
  readonly onChange: (answers: JsonObject) => void;
  /** How many things are still being sent, so that the page can wait for them. */
  readonly onWork?: (count: number) => void;
}

/**
 * A form: fields of a schema in the order of a layout.
 *
 * It holds no answers of its own and fills in none. Fields come and go with the answers and with what outcomes are
 * possible; nothing that was typed is dropped while it is open.
 */
export function SchemaForm(props: SchemaFormProps) {
  const { id, form, outcome = null, outcomesPossible = NONE, problems = NO_PROBLEMS } = props;
  const asked = outcome !== null ? [outcome] : outcomesPossible.length > 0 ? outcomesPossible : ANY;
  const live = useLiveForm(form, props.data);
  const answers = live === null ? props.answers : live.compute(props.answers);
  const shown = useShownProblems({ form, answers, asked, given: problems, live });
  const latest = useRef(props.answers);
  latest.current = props.answers;
  const work = useRef(0);

  const fields = resolveFields(form.schema, answers, asked);
  const plan = planLayout(form, fields);
  const state: FormState = {
    id,
    kindOf,
    answers,
    data: props.data ?? NO_DATA,
    // Two changes of one event must both last, so the second starts from the first.
    put: (path, value) => {
      latest.current = putAnswer(latest.current, path, value);
      shown.onChanged(path);
      props.onChange(live === null ? latest.current : live.compute(latest.current));
    },
    problemAt: shown.problemAt,
    disabled: props.disabled ?? false,
    readOnly: new Set((props.readOnly ?? NONE).map((name) => `/${name}`)),
    columns: plan.columns,
    rulers: props.rulers ?? NO_RULERS,
    outcomeTitle: (name) => props.outcomeTitles?.[name] ?? name,
    onWork: (change) => {
      work.current += change;
      props.onWork?.(work.current);
    },
  };

  return (
    <FormProvider state={state}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves any of its fields */}
      <div className={styles.form} data-form={id} onBlur={(event: FocusEvent) => shown.onLeft(fieldOf(event))}>
        <ErrorSummary problems={inFormOrder(shown.refused, plan)} attempt={problems} />
        <LayoutBlocks blocks={plan.blocks} />
      </div>
    </FormProvider>
  );
}

/** The field that the focus leaves for another one; null while it stays within. */
function fieldOf(event: FocusEvent): string | null {
  const field = event.target.closest<HTMLElement>('[data-field]');
  const stays = field === null || (event.relatedTarget instanceof Node && field.contains(event.relatedTarget));
  return stays ? null : (field?.dataset['field'] ?? null);
}

/** A form outside a case. */
const NO_DATA: JsonObject = {};
/** The same list each time, so that nothing is drawn again for it. */
const NONE: readonly string[] = [];
/** A start and a command have no outcomes to ask for. */
const ANY: readonly null[] = [null];
/** The same list each time: a new one would take the focus. */
const NO_PROBLEMS: readonly AnswerProblem[] = [];
/** The same list each time. */
const NO_RULERS: TaskView['rulers'] = [];
