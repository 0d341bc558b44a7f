import type { PlanDayView, PlanShiftView } from '../../../server/services/views/make-view.ts';
import { Chip } from '../../components/Chip.tsx';
import { classNames } from '../../components/class-names.ts';
import { LocalDate } from '../../components/LocalDate.tsx';
import { RAG_LOOKS } from '../../components/RagChip.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './PlanDay.module.css';
import { PlanLine } from './PlanLine.tsx';
import { ZoneChip } from './ZoneChip.tsx';

interface DayProps {
  readonly day: PlanDayView;
  readonly mayChange: boolean;
}

/** One working day of the plan, by work centre and shift. A frozen day is shaded. */
export function PlanDay({ day, mayChange }: DayProps) {
  const { plan } = useLateTexts().make;
  const heading = `day-${day.date}`;
  return (
    <section className={classNames(styles.day, day.zone === 'frozen' && styles.frozen)} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {plan.offset(day.offset)} · <LocalDate date={day.date} />
        </h2>
        <ZoneChip zone={day.zone} />
        {day.plan !== null && <span className={styles.meta}>{plan.issued(day.plan)}</span>}
      </header>
      {day.shifts.length === 0 && <p className={styles.none}>{plan.noLines}</p>}
      {day.shifts.map((shift) => (
        <Shift key={`${shift.workCenter.id} ${shift.shift}`} shift={shift} mayChange={mayChange} />
      ))}
    </section>
  );
}

/** A shift of a work centre: how full it is, and its lines in order. */
function Shift({ shift, mayChange }: { readonly shift: PlanShiftView; readonly mayChange: boolean }) {
  const { plan } = useLateTexts().make;
  const format = useFormat();
  const { Icon, tone } = RAG_LOOKS[shift.load];
  return (
    <div className={styles.shift}>
      <div className={styles.shiftHead}>
        <h3 className={styles.center}>
          {shift.workCenter.title} <span className="gf-code">{shift.workCenter.id}</span> ·{' '}
          {plan.shifts[shift.shift] ?? shift.shift}
        </h3>
        <span className={styles.load}>
          <Chip tone={tone} icon={<Icon size={16} aria-hidden />} detail={plan.loads[shift.load]}>
            {`${format.number(shift.loadPct)} %`}
          </Chip>
          <span className={styles.meta}>
            <span className="gf-unseen">{plan.loadLabel} </span>
            {plan.load(format.number(shift.hours, 1), format.number(shift.limit, 1))}
          </span>
        </span>
      </div>
      <ul className={styles.lines}>
        {shift.lines.map((line) => (
          <PlanLine key={line.id} line={line} mayChange={mayChange} />
        ))}
      </ul>
    </div>
  );
}
