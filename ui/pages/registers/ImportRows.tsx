import type { ImportRowView, ImportView } from '../../../server/services/views/import-view.ts';
import type { RegisterSchemaView } from '../../../server/services/views/register-view.ts';
import { useImportRows } from '../../api/register-imports.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Value } from '../../components/Value.tsx';
import { type RecordNames, viewOfAnswer } from '../../form/view-of-answer.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './ImportRows.module.css';

/** Which rows of which import. */
export interface ImportRowsProps {
  readonly schema: RegisterSchemaView;
  readonly import: ImportView;
  readonly kind: ImportRowView['kind'];
}

/** The first rows of one kind: what would be added or changed, field by field, or what is wrong with which cell. */
export function ImportRows({ schema, import: one, kind }: ImportRowsProps) {
  const { imports } = useLateTexts();
  const query = useImportRows(schema.id, one.id, kind);
  const title = imports.kinds[kind];
  return (
    <section aria-label={title} className={styles.part}>
      <h2 className={styles.title}>{title}</h2>
      <Loaded query={query} skeleton={<CardSkeleton cards={1} />} page={false}>
        {({ items, refs, next }) => (
          <>
            <ol className={styles.rows}>
              {items.map((row) => (
                <Row key={row.row} schema={schema} row={row} refs={refs} />
              ))}
            </ol>
            {next !== null && <p className={styles.more}>{imports.onlyFirst(items.length)}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface RowProps {
  readonly schema: RegisterSchemaView;
  readonly row: ImportRowView;
  readonly refs: RecordNames;
}

function Row({ schema, row, refs }: RowProps) {
  const { imports } = useLateTexts();
  return (
    <li className={styles.row}>
      <span className={styles.number}>{imports.row(row.row)}</span>
      <div className={styles.what}>
        {row.id !== null && <b>{row.id}</b>}
        {row.problems.map((problem) => (
          <p key={`${problem.column ?? ''}-${problem.code}`} className={styles.problem}>
            {problem.column !== null && <b>{problem.column}: </b>}
            {problem.message}
          </p>
        ))}
        {row.kind !== 'bad' && (
          <dl className={styles.fields}>
            {row.fields.map((field) => {
              const of = schema.schema.properties?.[field.field] ?? {};
              return (
                <div key={field.field}>
                  <dt>{field.title}</dt>
                  <dd>
                    {row.kind === 'change' && (
                      <>
                        <del>
                          <Value value={viewOfAnswer(of, field.old, refs)} />
                        </del>{' '}
                      </>
                    )}
                    <ins>
                      <Value value={viewOfAnswer(of, field.new, refs)} />
                    </ins>
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </div>
    </li>
  );
}
