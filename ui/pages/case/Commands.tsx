import { useState } from 'react';
import type { CommandView, InstanceView } from '../../../server/services/views/instance-view.ts';
import { Button } from '../../components/Button.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { CommandDialog } from './CommandDialog.tsx';
import styles from './Commands.module.css';
import section from './Section.module.css';

/** What can be done with the whole case. What is not offered says why. */
export function Commands({ instance }: { readonly instance: InstanceView }) {
  const { cases } = useTexts();
  const [open, setOpen] = useState<CommandView | null>(null);
  if (instance.commands.length === 0) return null;
  return (
    <section aria-labelledby="commands" className="gf-screen-only">
      <h2 id="commands" className={section.title}>
        {cases.commands}
      </h2>
      <ul className={section.rows}>
        {instance.commands.map((command) => (
          <li key={command.type} className={styles.row}>
            <Button
              notOffered={command.offered ? null : ''}
              onClick={() => setOpen(command)}
              aria-describedby={`why-${command.type}`}
            >
              {command.title}
            </Button>
            <span id={`why-${command.type}`} className={styles.reason}>
              {command.offered ? '' : command.reason}
            </span>
          </li>
        ))}
      </ul>
      {open && <CommandDialog instance={instance} command={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
