import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './pills.module.css';

/** A thing that was picked and can be taken out again. */
export interface PillProps {
  readonly name: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One of several short answers, which can be taken out again. */
export function Pill({ name, disabled, onRemove, children }: PillProps) {
  const { form } = useTexts();
  return (
    <span className={styles.pill}>
      <span>{children}</span>
      {!disabled && (
        <button type="button" className={styles.remove} aria-label={form.remove(name)} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}
