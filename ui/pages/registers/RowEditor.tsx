import { useState } from 'react';
import type { RegisterSchemaView, RowPageOneView } from '../../../server/services/views/register-view.ts';
import { ApiError, hasCode } from '../../api/api-error.ts';
import { useSaveRow } from '../../api/registers.ts';
import { Button } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useAnswers } from '../../form/use-answers.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './RowEditor.module.css';
import { formOf } from './row-form.ts';

/** The row that is changed, or null for a new one, and where to go then. */
export interface RowEditorProps {
  readonly schema: RegisterSchemaView;
  readonly row: RowPageOneView | null;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

/** The form of a row. What somebody else changed meanwhile is told, and nothing that was typed is lost. */
export function RowEditor({ schema, row, onSaved, onCancel }: RowEditorProps) {
  const { parts } = useTexts();
  const { registers } = useLateTexts();
  const form = formOf(schema);
  const answers = useAnswers(form, row?.values ?? {});
  const [opened] = useState(row?.rev ?? 0);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const save = useSaveRow();
  const submit = () => {
    const values = answers.ready(null);
    const isShort = reason.trim().length < 3;
    setMissing(isShort);
    if (values === null || isShort) return;
    save.mutate(
      { register: schema.id, id: row?.id ?? null, rev: opened, values, reason: reason.trim() },
      {
        onSuccess: ({ id }) => onSaved(id),
        onError: (error) => error instanceof ApiError && error.problems.length > 0 && answers.refuse(error.problems),
      },
    );
  };
  const isSaid = save.error instanceof ApiError && save.error.problems.length > 0;
  return (
    <div className={styles.editor}>
      {save.error && !isSaid && (
        <Message tone={hasCode(save.error, 'row.changed') ? 'warn' : 'error'} live>
          {save.error.message}
        </Message>
      )}
      <SchemaForm
        {...answers.formProps}
        id="row"
        form={form}
        readOnly={row === null ? [] : [schema.key]}
        disabled={save.isPending}
      />
      <div className={styles.foot}>
        <TextField
          label={registers.reason}
          maxLength={1_000}
          value={reason}
          problem={missing && reason.trim().length < 3 ? registers.reasonNeeded : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.acts}>
          <Button kind="quiet" onClick={onCancel}>
            {parts.cancel}
          </Button>
          <Button kind="main" working={save.isPending} onClick={submit}>
            {registers.save}
          </Button>
        </div>
      </div>
    </div>
  );
}
