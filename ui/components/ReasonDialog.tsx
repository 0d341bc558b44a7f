import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import { useLateTexts } from '../texts/use-late-texts.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Message } from './Message.tsx';
import styles from './ReasonDialog.module.css';
import { TextField } from './TextField.tsx';

/** What is decided, and what happens then. */
export interface ReasonDialogProps {
  readonly title: string;
  /** What it is about, above the fields. */
  readonly about: ReactNode;
  readonly button: string;
  /** Fields that the decision needs beside the reason. */
  readonly children?: ReactNode;
  /** False while a field of its own is missing. */
  readonly ready?: boolean;
  readonly working: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onDecide: (reason: string) => void;
}

/**
 * A decision over the work of others. It needs a reason, which stands in the history.
 *
 * Whoever opens it can write at once: a field above the reason that wants to be first says `data-autofocus`, too.
 */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, about, button, children, ready = true, working, error, onClose, onDecide } = props;
  const { parts } = useTexts();
  const { oversight } = useLateTexts();
  const [reason, setReason] = useState('');
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onDecide(reason.trim());
  };
  return (
    <Dialog open title={title} onClose={working ? undefined : onClose}>
      <div className={styles.about}>{about}</div>
      {error && (
        <Message tone="error" live>
          {error.message}
        </Message>
      )}
      <form id={form} className={styles.fields} onSubmit={submit}>
        {children}
        <TextField
          label={oversight.reason}
          required
          data-autofocus
          minLength={3}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
      <div className={styles.acts}>
        <Button kind="quiet" onClick={onClose}>
          {parts.cancel}
        </Button>
        <Button kind="main" submit form={form} working={working}>
          {button}
        </Button>
      </div>
    </Dialog>
  );
}
