import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import { IconButton } from './IconButton.tsx';
import { TextField } from './TextField.tsx';

/** A password as it is typed, with what is wrong with it. */
export interface PasswordFieldProps {
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (password: string) => void;
}

/** A password, hidden unless the reader wants to see it. */
export function PasswordField({ value, problem, onChange }: PasswordFieldProps) {
  const { signIn } = useTexts();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={signIn.password}
      type={shown ? 'text' : 'password'}
      name="password"
      autoComplete="current-password"
      value={value}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
      end={
        <IconButton
          label={signIn.showPassword}
          aria-pressed={shown}
          icon={shown ? <IconEyeOff size={20} aria-hidden /> : <IconEye size={20} aria-hidden />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
