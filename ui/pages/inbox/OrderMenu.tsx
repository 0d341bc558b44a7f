import { IconArrowsSort } from '@tabler/icons-react';
import type { TaskOrder } from '../../api/task-order.ts';
import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';
import { MenuChoice } from '../../components/MenuChoice.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './OrderMenu.module.css';

/** The order that is taken, and another one. */
export interface OrderMenuProps {
  readonly order: TaskOrder;
  readonly onChange: (order: TaskOrder) => void;
}

/** How the list is ordered. */
export function OrderMenu({ order, onChange }: OrderMenuProps) {
  const { inbox } = useTexts();
  const words: Record<TaskOrder, string> = { due: inbox.sortDue, newest: inbox.sortNewest };
  return (
    <Menu
      label={inbox.sortLabel}
      place="below-end"
      target={(props) => (
        <Button
          {...props}
          kind="soft"
          size="toolbar"
          icon={<IconArrowsSort size={16} aria-hidden />}
          className={styles.target}
        >
          <span className="gf-unseen">{inbox.sortLabel}: </span>
          <span className={styles.word}>{words[order]}</span>
        </Button>
      )}
    >
      <MenuChoice<TaskOrder>
        label={inbox.sortLabel}
        value={order}
        onChange={onChange}
        closes
        options={[
          { value: 'due', label: words.due },
          { value: 'newest', label: words.newest },
        ]}
      />
    </Menu>
  );
}
