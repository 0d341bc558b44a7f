import { IconArrowUp } from '@tabler/icons-react';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './NewTasksPill.module.css';

/** How many have come in, and the wish to see them. */
export interface NewTasksPillProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** Says that work has come in, and shows it when asked. */
export function NewTasksPill({ count, onShow }: NewTasksPillProps) {
  const { inbox } = useTexts();
  return (
    <div className={styles.place} role="status">
      {count > 0 && (
        <button
          type="button"
          className={styles.pill}
          onClick={() => {
            onShow();
            scrollTo({ top: 0 });
          }}
        >
          <IconArrowUp size={16} aria-hidden />
          {inbox.newTasks(count)}
        </button>
      )}
    </div>
  );
}
