import { IconLayoutKanban } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useWorkflows } from '../../api/workflows.ts';
import { Button } from '../../components/Button.tsx';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';

/** The ways to the boards of procedures that have running cases; nothing where none has. */
export function BoardMenu() {
  const { cases } = useTexts();
  const [, navigate] = useLocation();
  const items = useWorkflows().data?.items.filter(({ running }) => running > 0) ?? [];
  if (items.length === 0) return null;
  return (
    <Menu
      label={cases.boards}
      place="below-end"
      target={(props) => (
        <Button {...props} kind="soft" icon={<IconLayoutKanban size={16} aria-hidden />}>
          {cases.boards}
        </Button>
      )}
    >
      {items.map(({ id, title }) => (
        <MenuItem key={id} onPress={() => navigate(`/cases/board/${encodeURIComponent(id)}`)}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
}
