import type { MonthPlanView } from '../../../server/services/views/make-view.ts';
import { classNames } from '../../components/class-names.ts';
import { LocalDate } from '../../components/LocalDate.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './MonthTable.module.css';
import { ZoneChip } from './ZoneChip.tsx';

/** What is planned of each product in each week. */
export function MonthTable({ month }: { readonly month: MonthPlanView }) {
  const { plan } = useLateTexts().make;
  const format = useFormat();
  const shaded = (index: number) => month.weeks[index]?.zone === 'frozen' && styles.frozen;
  return (
    <div className={styles.month}>
      <h2 id="month-plan">{month.plan === '' ? plan.month : plan.monthOf(month.plan)}</h2>
      {month.plan === '' && <p className={styles.lead}>{plan.fromOrders}</p>}
      {/* Wider than a phone: the keyboard scrolls it, too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <div className={styles.scroll} role="region" aria-labelledby="month-plan" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{plan.product}</th>
              {month.weeks.map((week, index) => (
                <th key={week.id} scope="col" className={classNames(styles.number, shaded(index))}>
                  <span className={styles.week}>{plan.weekShort(week.id.slice(9))}</span>
                  <LocalDate date={week.from} />
                  <ZoneChip zone={week.zone} />
                </th>
              ))}
              <th scope="col" className={styles.number}>
                {plan.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {month.rows.map((row) => (
              <tr key={row.product.id}>
                <th scope="row">
                  {row.product.title} <span className="gf-code">{row.product.id}</span>
                </th>
                {row.qty.map((qty, index) => (
                  <td key={month.weeks[index]?.id} className={classNames(styles.number, shaded(index))}>
                    {qty === 0 ? '–' : format.number(qty)}
                  </td>
                ))}
                <td className={styles.number}>
                  <b>{format.number(row.total)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
