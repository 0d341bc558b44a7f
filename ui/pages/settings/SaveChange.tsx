import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { Button } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './card.module.css';

/** What is changed, and what to do with it. */
export interface SaveChangeProps {
  readonly label: string;
  readonly working: boolean;
  readonly error: Error | null;
  /** Why it cannot be stored as it stands; null where it can. */
  readonly notOffered?: string | null;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A change of the plant with its reason. Problems that have no field of their own are listed on top of its buttons. */
export function SaveChange(props: SaveChangeProps) {
  const { label, working, error, notOffered = null, onSave, onCancel, children } = props;
  const { settings } = useLateTexts();
  const { parts } = useTexts();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (notOffered === null && !working) onSave(reason.trim());
  };
  return (
    <form className={styles.card} aria-label={label} onSubmit={submit}>
      {children}
      {error && <Refusal error={error} />}
      <TextField
        label={settings.reason}
        value={reason}
        required
        minLength={3}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.acts}>
        <Button kind="main" submit working={working} notOffered={notOffered}>
          {settings.save}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {parts.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Why it was refused, with every problem. */
function Refusal({ error }: { readonly error: Error }) {
  const { settings } = useLateTexts();
  const problems = error instanceof ApiError ? error.problems : [];
  return (
    <Message tone="error" live>
      {error instanceof ApiError ? error.message : settings.notSaved}
      {problems.length > 0 && (
        <ul>
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </Message>
  );
}
