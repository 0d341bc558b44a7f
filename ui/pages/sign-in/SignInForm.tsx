import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './SignInForm.module.css';
import type { SignIn } from './use-sign-in.ts';

/** User name and password. What is missing is said at its field, and nothing is sent. */
export function SignInForm({ signIn }: { readonly signIn: SignIn }) {
  const { signIn: words } = useTexts();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const loginMissing = login.trim() === '';
  const passwordMissing = password === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (loginMissing || passwordMissing) {
      form.current?.querySelector<HTMLInputElement>(loginMissing ? '[name=username]' : '[name=password]')?.focus();
      return;
    }
    signIn.enter({ login: login.trim(), password });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div>
        <PageTitle windowTitle={words.title} className={styles.title}>
          {words.title}
        </PageTitle>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      <TextField
        label={words.login}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        problem={tried && loginMissing ? words.loginNeeded : null}
        onChange={(event) => setLogin(event.target.value)}
      />
      <PasswordField
        value={password}
        problem={tried && passwordMissing ? words.passwordNeeded : null}
        onChange={setPassword}
      />
      <Button kind="main" size="main" wide submit working={signIn.working !== null}>
        {words.submit}
      </Button>
      {signIn.problem !== null && (
        <Message tone="error" live>
          {signIn.problem}
        </Message>
      )}
    </form>
  );
}
