import { type FormEvent, useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { PasswordField } from '../components/PasswordField.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import { useSessionActs, useSessionState } from './SessionProvider.tsx';
import styles from './SignInAgain.module.css';

/** Asks for the password when the session has ended. The page below stays, with all that was typed in it. */
export function SignInAgain() {
  const { shell, signIn: words } = useTexts();
  const { session, lost } = useSessionState();
  const { signIn } = useSessionActs();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  if (!session) return null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return setProblem(words.passwordNeeded);
    setWorking(true);
    try {
      await signIn({ login: session.person.login, password }, true);
      setPassword('');
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof ApiError && error.status === 401 ? words.refused : words.failed);
    } finally {
      setWorking(false);
    }
  };

  return (
    <Dialog open={lost} title={shell.sessionEndedTitle} size={420}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>{shell.sessionEndedText}</p>
        <p>
          {words.login}: <b>{session.person.login}</b>
        </p>
        <PasswordField value={password} problem={problem} onChange={setPassword} />
        <div className={styles.acts}>
          <Button kind="quiet" onClick={() => location.assign('/')}>
            {shell.otherPerson}
          </Button>
          <Button kind="main" submit working={working}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
