import { IconChevronDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWorkflows } from '../../api/workflows.ts';
import { useSingleKeys } from '../../app/SingleKeysProvider.tsx';
import { useKey } from '../../app/use-key.ts';
import { useTypedQuery } from '../../app/use-typed-query.ts';
import { classNames } from '../../components/class-names.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './WishBar.module.css';

/** The chosen procedure, and another one. */
export interface WishBarProps {
  readonly workflow: string | null;
  readonly onWorkflow: (workflow: string | null) => void;
}

/** Narrows the box to words and a procedure. F goes to the words. */
export function WishBar({ workflow, onWorkflow }: WishBarProps) {
  const { inbox } = useTexts();
  const { on } = useSingleKeys();
  const [typed, setTyped] = useTypedQuery();
  const field = useRef<HTMLInputElement>(null);
  useKey('f', () => field.current?.focus());
  return (
    <search aria-label={inbox.narrow} className={styles.bar}>
      <SearchField
        ref={field}
        label={inbox.words}
        value={typed}
        maxLength={200}
        small
        {...(on ? { hotkey: 'F' } : {})}
        className={styles.words}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Procedure workflow={workflow} onWorkflow={onWorkflow} />
    </search>
  );
}

/** The procedures that the reader may see. One that came with the address and is none of them is shown by its id. */
function Procedure({ workflow, onWorkflow }: WishBarProps) {
  const { inbox } = useTexts();
  const { data } = useWorkflows();
  const known = data?.items ?? [];
  const isStrange = workflow !== null && !known.some(({ id }) => id === workflow);
  return (
    <span className={styles.procedure}>
      <select
        aria-label={inbox.procedure}
        value={workflow ?? ''}
        className={classNames(styles.select, workflow !== null && styles.chosen)}
        onChange={({ target }) => onWorkflow(target.value === '' ? null : target.value)}
      >
        <option value="">{inbox.allProcedures}</option>
        {isStrange && <option value={workflow}>{workflow}</option>}
        {known.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <IconChevronDown size={16} aria-hidden />
    </span>
  );
}
