import { IconAlertOctagon, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CellVerdict } from '../../../engine/form/measure/judge-cell.ts';
import { classNames } from '../../components/class-names.ts';
import styles from './CellPanel.module.css';

/** What a value says: word, sign and colour. Read aloud when it changes. */
export function VerdictLine({ kind, children }: { readonly kind: CellVerdict['kind']; readonly children: ReactNode }) {
  return (
    <p role="status" className={classNames(styles.verdict, styles[kind])}>
      {SIGNS[kind]}
      {children}
    </p>
  );
}

const SIGNS: Readonly<Record<CellVerdict['kind'], ReactNode>> = {
  open: <IconCircleDashed size={20} aria-hidden />,
  unreadable: <IconCircleX size={20} aria-hidden />,
  ok: <IconCircleCheck size={20} aria-hidden />,
  nok: <IconAlertOctagon size={20} aria-hidden />,
};
