import { Link } from 'wouter';
import type { MakeRowView } from '../../../server/services/views/make-view.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { classNames } from '../../components/class-names.ts';
import { LocalDate } from '../../components/LocalDate.tsx';
import { RagChip } from '../../components/RagChip.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { MaterialCell } from './MaterialCell.tsx';
import styles from './OrderTable.module.css';

interface RowProps {
  readonly row: MakeRowView;
}

/** One order. */
export function OrderRow({ row }: RowProps) {
  const { make } = useLateTexts();
  const format = useFormat();
  return (
    <tr className={styles.row}>
      <td className={styles.order}>
        <Link
          href={`/registers/orders/${encodeURIComponent(row.order)}`}
          className={classNames(styles.number, 'gf-code')}
        >
          {row.order}
        </Link>
        <span className={styles.meta}>{row.customer.title}</span>
      </td>
      <td className={styles.product} data-label={make.columns.product}>
        {row.product.title}
        <span className={styles.meta}>
          {row.productionTitle} · <span className="gf-nowrap">{make.hours(format.number(row.productionHours, 1))}</span>
        </span>
      </td>
      <td className={styles.state}>
        <StateCell row={row} />
      </td>
      <td data-label={make.columns.deadline}>
        {row.due === null ? (
          '–'
        ) : (
          <span className={classNames(row.late && styles.late)}>
            <LocalDate date={row.due} />
          </span>
        )}
        <span className={styles.meta}>{make.rank(format.number(row.rank))}</span>
      </td>
      <td data-label={make.columns.made}>
        <MadeCell row={row} />
      </td>
      <td className={styles.materials} data-label={make.columns.material}>
        <MaterialCell row={row} />
      </td>
      <td data-label={make.columns.next}>
        <NextCell row={row} />
      </td>
    </tr>
  );
}

/** The colour, why, and by when: a forecast where it is late, else what there is to spare. */
function StateCell({ row }: RowProps) {
  const { make } = useLateTexts();
  return (
    <div className={styles.colour}>
      <RagChip color={row.rag.color}>{row.rag.title}</RagChip>
      <div className={styles.why}>
        {row.rag.reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <Outlook row={row} />
        {row.cases.length > 0 && (
          <p className={styles.cases}>
            <span className="gf-unseen">{make.otherCases(row.cases.length)}</span>
            {row.cases.map((one) => (
              <Link key={one.id} href={`/cases/${encodeURIComponent(one.id)}`} className="gf-code">
                {one.number}
              </Link>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

/** When it will be finished, and what that leaves. */
function Outlook({ row }: RowProps) {
  const { make } = useLateTexts();
  const format = useFormat();
  const { color } = row.rag;
  if (row.forecastFinishAt === null || color === 'in_review' || color === 'done') return null;
  const finish = (
    <>
      {make.forecast} <LocalDate date={format.localDate(Date.parse(row.forecastFinishAt))} />
    </>
  );
  return (
    <p className={styles.meta}>
      {color === 'red' || row.slack === null ? finish : make.slack(row.slack, format.number(row.slack, 1))}
    </p>
  );
}

function MadeCell({ row }: RowProps) {
  const { make } = useLateTexts();
  const format = useFormat();
  const [good, qty] = [format.number(row.good), format.number(row.qty)];
  return (
    <div className={styles.made}>
      <span className="gf-nowrap">
        <b>{good}</b> / {qty}
      </span>
      <span className={styles.bar}>
        <progress max={row.qty} value={row.good} aria-label={make.madeOf(good, qty)} />
        {row.scrap > 0 && <span className={styles.meta}>{make.scrap(format.number(row.scrap))}</span>}
      </span>
    </div>
  );
}

function NextCell({ row }: RowProps) {
  const { make } = useLateTexts();
  const { next } = row;
  if (next === null)
    return (
      <>
        <span aria-hidden>–</span>
        <span className="gf-unseen">{make.nothingNext}</span>
      </>
    );
  return (
    <div className={styles.next}>
      {next.who !== '' && <Avatar name={next.who} size="s" />}
      <div>
        {next.task === null ? (
          next.title
        ) : (
          <Link href={`/tasks/${encodeURIComponent(next.task)}`} className={styles.task}>
            {next.title}
          </Link>
        )}
        {next.who !== '' && <span className={styles.meta}>{next.who}</span>}
      </div>
    </div>
  );
}
