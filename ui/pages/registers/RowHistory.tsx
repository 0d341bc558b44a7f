import { Link } from 'wouter';
import type { RegisterSchemaView, RowChangeView } from '../../../server/services/views/register-view.ts';
import { useRowHistory } from '../../api/registers.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment } from '../../components/Moment.tsx';
import { Value } from '../../components/Value.tsx';
import { type RecordNames, viewOfAnswer } from '../../form/view-of-answer.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './RowHistory.module.css';
import page from './RowPage.module.css';

/** Who changed the row, when and why, newest first, field by field. */
export function RowHistory({ schema, id }: { readonly schema: RegisterSchemaView; readonly id: string }) {
  const { registers } = useLateTexts();
  const query = useRowHistory(schema.id, id);
  return (
    <section aria-label={registers.history} className={page.part}>
      <h2 className={page.title}>{registers.history}</h2>
      <Loaded query={query} skeleton={<CardSkeleton cards={1} />} title={registers.historyFailed} page={false}>
        {({ items, refs }) =>
          items.length === 0 ? (
            <p className={styles.none}>{registers.noHistory}</p>
          ) : (
            <ol className={styles.list}>
              {items.map((change) => (
                <Change key={change.rev} schema={schema} change={change} refs={refs} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

interface ChangeProps {
  readonly schema: RegisterSchemaView;
  readonly change: RowChangeView;
  readonly refs: RecordNames;
}

function Change({ schema, change, refs }: ChangeProps) {
  const { registers } = useLateTexts();
  return (
    <li className={styles.change}>
      <p>
        <b>{registers.kinds[change.kind]}</b> · {change.by?.name ?? registers.system} · <Moment at={change.at} />
        {change.case !== null && (
          <>
            {' · '}
            <Link href={`/cases/${encodeURIComponent(change.case.id)}`} className="gf-code">
              {change.case.number}
            </Link>
          </>
        )}
      </p>
      {change.reason !== null && <p className={styles.reason}>{change.reason}</p>}
      {change.kind === 'changed' && (
        <dl className={styles.fields}>
          {change.fields.map((field) => {
            const of = schema.schema.properties?.[field.field] ?? {};
            return (
              <div key={field.field} className={styles.field}>
                <dt>{field.title}</dt>
                <dd>
                  <del>
                    <Value value={viewOfAnswer(of, field.old, refs)} />
                  </del>{' '}
                  <ins>
                    <Value value={viewOfAnswer(of, field.new, refs)} />
                  </ins>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </li>
  );
}
