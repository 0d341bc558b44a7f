import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import { Link } from 'wouter';
import type { LotView } from '../../../server/services/views/lot-view.ts';
import { useLot } from '../../api/lots.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Facts } from '../../components/Facts.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { LotHolds } from './LotHolds.tsx';
import styles from './LotPage.module.css';
import { LotTree } from './LotTree.tsx';

/** A lot: what it is, who holds it, where it comes from and where it went, and the cases about it. */
export function LotPage({ id }: { readonly id: string }) {
  const { lot } = useLateTexts();
  const query = useLot(id);
  return (
    <div className={styles.page}>
      <Loaded
        query={query}
        skeleton={<CardSkeleton />}
        title={lot.failedTitle}
        notFound={{ title: lot.notFoundTitle, text: lot.notFoundText }}
      >
        {(view) => <Lot view={view} />}
      </Loaded>
    </div>
  );
}

function Lot({ view }: { readonly view: LotView }) {
  const { lot: texts } = useLateTexts();
  const [holds, tree, facts, cases] = [useId(), useId(), useId(), useId()];
  return (
    <>
      <Head lot={view.lot} />
      {view.cut && <Message tone="info">{texts.cut}</Message>}
      <section aria-labelledby={holds} className={styles.part}>
        <h2 id={holds}>{texts.holds}</h2>
        <LotHolds holds={view.holds} />
      </section>
      <section aria-labelledby={tree} className={styles.part}>
        <h2 id={tree}>{texts.tree}</h2>
        <LotTree view={view} />
      </section>
      <div className={styles.columns}>
        <section aria-labelledby={cases} className={styles.part}>
          <h2 id={cases}>{texts.cases}</h2>
          <LotCases cases={view.cases} />
        </section>
        <section aria-labelledby={facts} className={styles.part}>
          <h2 id={facts}>{texts.facts}</h2>
          <div className={styles.card}>
            <Facts facts={view.lot.facts} />
            <Link href={`/registers/lots/${encodeURIComponent(view.lot.id)}`}>{texts.entry}</Link>
          </div>
        </section>
      </div>
    </>
  );
}

/** Its number, what it is and how much, its status, and whether it may be used. */
function Head({ lot }: Pick<LotView, 'lot'>) {
  const { lot: texts } = useLateTexts();
  const format = useFormat();
  const about = [
    lot.product === null ? null : `${lot.product.name} (${lot.product.id})`,
    lot.qty === null ? null : texts.quantity(format.number(lot.qty)),
  ];
  return (
    <PageHeader
      title={lot.id}
      lead={about.filter((part) => part !== null).join(' · ')}
      above={<Link href="/registers/lots">{texts.above}</Link>}
      acts={
        <Chip
          tone={lot.usable ? 'green' : 'plain'}
          icon={lot.usable ? <IconCircleCheck size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
          detail={lot.usable ? texts.usable : texts.notUsable}
          large
        >
          {lot.status.title}
        </Chip>
      }
    />
  );
}

function LotCases({ cases }: Pick<LotView, 'cases'>) {
  const { lot: texts } = useLateTexts();
  if (cases.length === 0) return <p className={styles.none}>{texts.noCases}</p>;
  return (
    <ul className={styles.list}>
      {cases.map((row) => (
        <li key={row.id} className={styles.row}>
          <span className={styles.words}>
            <Link href={`/cases/${encodeURIComponent(row.id)}`} className={styles.link}>
              {row.subject}
            </Link>
            <span className={styles.about}>
              <span className="gf-code">{row.number}</span> {row.workflow.title}
            </span>
          </span>
          <LightChip light={row.light} status={row.status} />
        </li>
      ))}
    </ul>
  );
}
