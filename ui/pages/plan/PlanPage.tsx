import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import type { PlanView } from '../../../server/services/views/make-view.ts';
import { useLive } from '../../api/LiveProvider.tsx';
import { usePlan } from '../../api/make.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { LiveDot } from '../../components/LiveDot.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { MonthTable } from './MonthTable.tsx';
import { PastDays } from './PastDays.tsx';
import { PlanDay } from './PlanDay.tsx';
import styles from './PlanPage.module.css';

/** Three working days of the plan, what was reached of the last ones, and the month. The address holds the first day. */
export function PlanPage() {
  const { plan } = useLateTexts().make;
  const live = useLive();
  const [search] = useSearchParams();
  const from = readDay(search.get('from'));
  const query = usePlan(from);
  return (
    <div className={styles.page}>
      <PageHeader title={plan.title} lead={plan.lead} acts={<LiveDot live={live} />} />
      <Loaded query={query} skeleton={<CardSkeleton />} title={plan.failed} page={false}>
        {(view) => (
          <>
            <div className={styles.head}>
              <Steps view={view} />
              <PastDays days={view.past} />
            </div>
            <div className={styles.days}>
              {view.days.map((day) => (
                <PlanDay key={day.date} day={day} mayChange={view.mayChange} />
              ))}
            </div>
            {view.month !== null && <MonthTable month={view.month} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Goes a day earlier or later, or back to today. */
function Steps({ view }: { readonly view: PlanView }) {
  const { plan } = useLateTexts().make;
  const [, setSearch] = useSearchParams();
  const first = view.days[0]?.date ?? view.today;
  const goTo = (date: string | null) => setSearch(date === null ? {} : { from: date }, { replace: true });
  return (
    <div className={styles.steps}>
      <Button kind="soft" icon={<IconArrowLeft size={16} aria-hidden />} onClick={() => goTo(view.before)}>
        {plan.earlier}
      </Button>
      <Button kind="soft" aria-pressed={first === view.today} onClick={() => goTo(null)}>
        {plan.today}
      </Button>
      <Button kind="soft" icon={<IconArrowRight size={16} aria-hidden />} onClick={() => goTo(view.after)}>
        {plan.later}
      </Button>
    </div>
  );
}

function readDay(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
