import type { Box } from '../../../server/services/views/task-view.ts';

/** The boxes in the order of the tabs, each with its address. */
export const BOXES: readonly { readonly box: Box; readonly href: string }[] = [
  { box: 'mine', href: '/inbox' },
  { box: 'available', href: '/inbox/available' },
  { box: 'department', href: '/inbox/department' },
  { box: 'overdue', href: '/inbox/overdue' },
];
