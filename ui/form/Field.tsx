import { IconAlertCircle } from '@tabler/icons-react';
import { pointer } from '../../engine/model/problem.ts';
import { classNames } from '../components/class-names.ts';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import type { FieldKind, Naming } from './control.ts';
import { DateRuler } from './DateRuler.tsx';
import styles from './Field.module.css';
import { useForm } from './FormContext.tsx';
import { answerAt, type AnswerPath } from './put-answer.ts';
import type { ShownField } from './resolve-fields.ts';

/** A field, and where in the answers it stands. */
export interface FieldProps {
  readonly field: ShownField;
  /** Where the object stands that the field belongs to. */
  readonly within: AnswerPath;
}

/** A field: its label above, the control, then what helps and what is wrong below. */
export function Field({ field, within }: FieldProps) {
  const form = useForm();
  const path = [...within, field.name];
  const at = pointer(...path);
  const id = idOf(form.id, path);
  const kind = form.kindOf(field.schema, form.readOnly.has(at));
  const problem = form.problemAt(at);
  const label = field.schema.title ?? field.name;
  const helps = useHelps(field);
  const shown = kind.shape === 'shown';
  return (
    <div className={classNames(styles.field, kind.isWide?.(field.schema) && styles.wide)} data-field={at}>
      <FieldLabel id={id} kind={kind} text={label} required={field.required && !shown} />
      <kind.Control
        id={id}
        schema={field.schema}
        path={path}
        value={answerAt(form.answers, path)}
        required={field.required}
        wrong={problem !== null}
        disabled={form.disabled}
        label={label}
        naming={namingOf(id, kind, { helps: helps !== '', problem: problem !== null })}
        tight={false}
        onChange={(value) => form.put(path, value)}
      />
      {helps !== '' && (
        <p id={`${id}-help`} className={styles.help}>
          {helps}
        </p>
      )}
      {problem !== null && <FieldProblem id={`${id}-problem`} text={problem.message} />}
      <DateRuler field={at} value={answerAt(form.answers, path)} />
    </div>
  );
}

/** The id of the control of a field, the same in the summary's links. */
export function idOf(form: string, path: AnswerPath): string {
  return [form, ...path].join('-');
}

/** What is wrong with a field and what to do. */
export function FieldProblem({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} className={styles.problem}>
      <IconAlertCircle size={15} aria-hidden />
      {text}
    </p>
  );
}

/** The words of a field. */
interface FieldLabelProps {
  readonly id: string;
  readonly kind: FieldKind;
  readonly text: string;
  readonly required: boolean;
}

/** The label above a field. One control is labelled by HTML; a group is named by it. */
function FieldLabel({ id, kind, text, required }: FieldLabelProps) {
  const words = (
    <>
      {text}
      {required && (
        <span className={styles.star} aria-hidden>
          {' '}
          *
        </span>
      )}
    </>
  );
  if (kind.shape === 'one') {
    return (
      <label htmlFor={id} id={`${id}-label`} className={styles.label}>
        {words}
      </label>
    );
  }
  return (
    <span id={`${id}-label`} className={styles.label}>
      {words}
    </span>
  );
}

/** A label with `for` names its control already; a group needs to be pointed at its name. */
function namingOf(id: string, kind: FieldKind, below: { readonly helps: boolean; readonly problem: boolean }): Naming {
  const described = [below.helps ? `${id}-help` : '', below.problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return {
    'aria-labelledby': kind.shape === 'one' ? undefined : `${id}-label`,
    'aria-describedby': described === '' ? undefined : described,
  };
}

/** For which outcomes the field is, and what the form's author says of it. */
function useHelps(field: ShownField): string {
  const { form: texts } = useTexts();
  const { outcomeTitle } = useForm();
  const { language } = useFormat();
  const either = (outcomes: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(
      outcomes.map((outcome) => texts.quoted(outcomeTitle(outcome))),
    );
  const helps: string[] = [];
  if (field.neededFor.length > 0) helps.push(texts.neededFor(either(field.neededFor)));
  else if (field.usedFor.length > 0) helps.push(texts.usedFor(either(field.usedFor)));
  if (field.schema.description !== undefined) helps.push(field.schema.description);
  // Chinese sentences follow each other without a space.
  return helps.join(language === 'zh-TW' ? '' : ' ');
}
