import { IconLock } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { RegisterView } from '../../../server/services/views/register-view.ts';
import { useRegisters } from '../../api/registers.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './RegistersPage.module.css';

/** The lists of the plant, by what they are about. */
export function RegistersPage() {
  const { registers } = useLateTexts();
  const query = useRegisters();
  return (
    <div className={styles.page}>
      <PageHeader title={registers.title} lead={registers.lead} />
      <Loaded query={query} skeleton={<CardSkeleton />} title={registers.failedTitle} page={false}>
        {({ items }) => (
          <div className={styles.groups}>
            {grouped(items).map(([group, rows]) => (
              <section key={group.id} aria-labelledby={`group-${group.id}`}>
                <h2 id={`group-${group.id}`} className={styles.group}>
                  {group.title}
                </h2>
                <ul className={styles.list}>
                  {rows.map((row) => (
                    <Register key={row.id} register={row} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** One list: how many rows it has, and whether the reader may change them. The whole card is the link. */
function Register({ register }: { readonly register: RegisterView }) {
  const { registers } = useLateTexts();
  const format = useFormat();
  const { count, more } = register.count;
  return (
    <li className={styles.register}>
      <Link href={`/registers/${encodeURIComponent(register.id)}`} className={styles.link}>
        {register.title}
      </Link>
      <span className={styles.count}>
        {format.number(count, 0)}
        {more && '+'}
      </span>
      {!register.may.write && (
        <span className={styles.lock} title={register.may.why ?? undefined}>
          <IconLock size={15} aria-hidden />
          <span>{registers.readOnly}</span>
        </span>
      )}
    </li>
  );
}

function grouped(items: readonly RegisterView[]) {
  const groups = new Map(items.map(({ group }) => [group.id, group]));
  return [...groups.values()].map((group) => [group, items.filter((item) => item.group.id === group.id)] as const);
}
