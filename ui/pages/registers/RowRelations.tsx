import { Link } from 'wouter';
import type { RowPageOneView } from '../../../server/services/views/register-view.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import page from './RowPage.module.css';
import styles from './RowRelations.module.css';

/** Rows of other registers that name this one, and the cases about it. */
export function RowRelations({ register, row }: { readonly register: string; readonly row: RowPageOneView }) {
  const { registers } = useLateTexts();
  return (
    <>
      {register === 'lots' && (
        <p>
          <Link href={`/lots/${encodeURIComponent(row.id)}`}>{registers.lotPage}</Link>
        </p>
      )}
      <section aria-label={registers.usedBy} className={page.part}>
        <h2 className={page.title}>{registers.usedBy}</h2>
        {row.usedBy.length === 0 ? (
          <p className={styles.none}>{registers.usedByNobody}</p>
        ) : (
          <ul className={styles.list}>
            {row.usedBy.map((user) => (
              <li key={`${user.register.id}/${user.id}/${user.field.id}`}>
                <Link href={`/registers/${encodeURIComponent(user.register.id)}/${encodeURIComponent(user.id)}`}>
                  {user.name}
                </Link>{' '}
                <span className={styles.about}>
                  {user.register.title} · {user.field.title}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {row.cases.length > 0 && (
        <section aria-label={registers.cases} className={page.part}>
          <h2 className={page.title}>{registers.cases}</h2>
          <ul className={styles.list}>
            {row.cases.map((one) => (
              <li key={one.id}>
                <Link href={`/cases/${encodeURIComponent(one.id)}`} className="gf-code">
                  {one.number}
                </Link>{' '}
                <span className={styles.about}>{one.subject}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
