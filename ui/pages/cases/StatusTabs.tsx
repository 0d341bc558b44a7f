import type { InstanceRowView } from '../../../server/services/views/instance-view.ts';
import { query } from '../../api/path.ts';
import { LinkTabs } from '../../components/LinkTabs.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';

/** How a case stands. */
type Status = InstanceRowView['status'];

/** All, then as they come one after another. */
const STATUSES: readonly (Status | null)[] = [null, 'active', 'done', 'cancelled', 'void'];

/** The status an address asks for; anything else is all. */
export function readStatus(text: string | null): Status | null {
  return STATUSES.find((status) => status === text) ?? null;
}

/** Which cases are listed: all, or those of one status. */
export function StatusTabs({ status, q }: { readonly status: Status | null; readonly q: string }) {
  const { cases } = useTexts();
  const words: Record<Status, string> = {
    active: cases.active,
    done: cases.done,
    cancelled: cases.cancelled,
    void: cases.voided,
  };
  return (
    <LinkTabs
      label={cases.status}
      replace
      tabs={STATUSES.map((offered) => ({
        href: query('/cases', { status: offered, q }),
        label: offered === null ? cases.all : words[offered],
        here: offered === status,
      }))}
    />
  );
}
