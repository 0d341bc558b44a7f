import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { LotHoldView } from '../../../server/services/views/lot-view.ts';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './LotPage.module.css';

/** Who holds the lot: the case and what it is about, the person, and since when. */
export function LotHolds({ holds }: { readonly holds: readonly LotHoldView[] }) {
  const { lot: texts } = useLateTexts();
  if (holds.length === 0) {
    return (
      <p className={styles.free}>
        <IconLockOpen size={18} aria-hidden />
        {texts.noHolds}
      </p>
    );
  }
  return (
    <ul className={styles.list}>
      {holds.map((hold) => (
        <li key={hold.number} className={styles.hold}>
          <IconLock size={20} aria-hidden />
          <span className={styles.words}>
            {hold.case === null ? (
              <span className="gf-code">{hold.number}</span>
            ) : (
              <Link href={`/cases/${encodeURIComponent(hold.case.id)}`} className="gf-code">
                {hold.number}
              </Link>
            )}
            <span>{hold.why ?? texts.hiddenCase}</span>
            {hold.at !== null && (
              <span className={styles.about}>
                <Moment at={hold.at} /> {texts.heldBy(hold.by?.name ?? texts.system)}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
