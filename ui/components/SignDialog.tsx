import { type FormEvent, useId, useState } from 'react';
import { type Meaning, MEANING_TITLES } from '../../engine/model/signature.ts';
import { hasCode } from '../api/api-error.ts';
import { type SignatureGiven, useSigning } from '../api/signing.ts';
import { usePerson } from '../app/SessionProvider.tsx';
import { useLanguage, useTexts } from '../texts/TextsProvider.tsx';
import { useLateTexts } from '../texts/use-late-texts.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Message } from './Message.tsx';
import { PasswordField } from './PasswordField.tsx';
import styles from './SignDialog.module.css';
import { TextField } from './TextField.tsx';

/** What a person puts their name to. */
export interface ToSign {
  /** The outcome or command, as its button says it. */
  readonly title: string;
  /** The case, in a line. */
  readonly about: string;
  readonly meaning: Meaning;
  readonly reasonNeeded: boolean;
  /** Names what was shown; it goes back with the signature. */
  readonly shown: string;
}

export interface SignDialogProps {
  readonly toSign: ToSign;
  readonly working: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onSign: (signature: SignatureGiven) => void;
}

/**
 * Asks for proof at the moment of signing: who signs, what it means, why, and the password; the user name, too, at the
 * first signature of a while. Nothing is sent before the button is pressed.
 */
export function SignDialog({ toSign, working, error, onClose, onSign }: SignDialogProps) {
  const { parts, signIn } = useTexts();
  const { sign } = useLateTexts();
  const { language } = useLanguage();
  const me = usePerson();
  const asked = useSigning();
  const form = useId();
  const [given, setGiven] = useState({ login: '', password: '', reason: '' });
  const [missing, setMissing] = useState(false);
  const wrong = hasCode(error, 'signature.not_proved') ? (error?.message ?? null) : null;
  const both = asked.data?.both ?? true;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { login, password, reason } = given;
    const isMissing = password === '' || (both && login.trim() === '') || (toSign.reasonNeeded && reason.trim() === '');
    setMissing(isMissing);
    if (isMissing) return;
    const { meaning, shown } = toSign;
    onSign({ ...(both ? { login: login.trim() } : {}), password, meaning, shown, reason: reason.trim() });
  };
  return (
    <Dialog open title={sign.title(toSign.title)} size={460} onClose={working ? undefined : onClose}>
      <dl className={styles.facts}>
        <dt>{sign.what}</dt>
        <dd>{toSign.about}</dd>
        <dt>{sign.who}</dt>
        <dd>{me.name}</dd>
        <dt>{sign.meaning}</dt>
        <dd>
          <b>{MEANING_TITLES[toSign.meaning][language]}</b>
        </dd>
      </dl>
      {error && wrong === null && (
        <Message tone="error" live>
          {error.message}
        </Message>
      )}
      <form id={form} className={styles.fields} onSubmit={submit} noValidate>
        <TextField
          label={toSign.reasonNeeded ? sign.reasonNeeded : sign.reason}
          data-autofocus
          maxLength={1_000}
          value={given.reason}
          problem={missing && toSign.reasonNeeded && given.reason.trim() === '' ? sign.missing : null}
          onChange={(event) => setGiven({ ...given, reason: event.target.value })}
        />
        {both && (
          <TextField
            label={signIn.login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={given.login}
            problem={missing && given.login.trim() === '' ? sign.missing : null}
            onChange={(event) => setGiven({ ...given, login: event.target.value })}
          />
        )}
        <PasswordField
          value={given.password}
          problem={missing && given.password === '' ? sign.missing : wrong}
          onChange={(password) => setGiven({ ...given, password })}
        />
        <p className={styles.note}>{sign.note}</p>
      </form>
      <div className={styles.acts}>
        <Button kind="quiet" onClick={onClose}>
          {parts.cancel}
        </Button>
        <Button kind="main" submit form={form} working={working}>
          {sign.button}
        </Button>
      </div>
    </Dialog>
  );
}
