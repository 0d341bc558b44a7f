import { Menu } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { TaskOrder } from '../../api/tasks.ts';
import { Button } from '../../components/Button.tsx';
import menu from '../../components/Menu.module.css';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './OrderMenu.module.css';

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
      width={200}
      position="bottom-end"
      classNames={{ dropdown: menu.dropdown, item: menu.item, label: menu.label }}
      transitionProps={{ duration: 120 }}
    >
      <Menu.Target>
        <Button kind="soft" size="toolbar" icon={<IconArrowsSort size={16} aria-hidden />} className={styles.target}>
          <span className="gf-unseen">{inbox.sortLabel}: </span>
          <span className={styles.word}>{words[order]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{inbox.sortLabel}</Menu.Label>
        <Menu.RadioGroup value={order} onChange={(chosen) => onChange(chosen === 'newest' ? 'newest' : 'due')}>
          <Menu.RadioItem value="due" closeMenuOnClick>
            {words.due}
          </Menu.RadioItem>
          <Menu.RadioItem value="newest" closeMenuOnClick>
            {words.newest}
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
