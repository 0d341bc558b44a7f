import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type ClassCount, countClasses } from '../../../engine/form/measure/count-classes.ts';
import { Chip, type Tone } from '../../components/Chip.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useForm } from '../FormContext.tsx';
import { answerAt } from '../put-answer.ts';
import type { GridProps } from './MeasureGrid.tsx';
import styles from './MeasureGrid.module.css';

/** How many pieces do not conform, class by class, against what the plan allows. */
export function ClassCounts({ control, measuring }: GridProps) {
  const { measure } = useLateTexts();
  const { data } = useForm();
  const from = control.schema['x-acceptance'];
  const plan = from === undefined ? undefined : answerAt(data, stepsOf(from));
  const labels = control.schema.items?.properties?.['class']?.['x-labels'];
  const counts = countClasses(measuring.rows, plan);
  if (counts.length === 0) return null;
  return (
    <ul className={styles.counts} aria-label={measure.classes}>
      {counts.map((count) => (
        <li key={count.class}>
          <CountChip count={count} title={labels?.[count.class] ?? count.class} />
        </li>
      ))}
    </ul>
  );
}

function CountChip({ count, title }: { readonly count: ClassCount; readonly title: string }) {
  const { measure } = useLateTexts();
  const format = useFormat();
  const { found, ac, re } = count;
  const words = `${title}: ${measure.found(found)}`;
  if (ac === null || re === null) {
    return (
      <Chip
        tone={found === 0 ? 'plain' : 'amber'}
        icon={found === 0 ? null : <IconAlertTriangle size={16} aria-hidden />}
      >
        {words}
      </Chip>
    );
  }
  const state = found <= ac ? 'within' : found >= re ? 'reached' : 'over';
  const said = { within: measure.withinAc, reached: measure.reached, over: measure.overAc }[state];
  return (
    <Chip
      tone={TONES[state]}
      icon={ICONS[state]}
      detail={`${measure.acRe(format.number(ac), format.number(re))} · ${said}`}
    >
      {words}
    </Chip>
  );
}

/** Within is quiet: it may still change until the last value is in. */
const TONES: Readonly<Record<'within' | 'over' | 'reached', Tone>> = { within: 'plain', over: 'amber', reached: 'red' };
const ICONS = {
  within: <IconCircleCheck size={16} aria-hidden />,
  over: <IconAlertTriangle size={16} aria-hidden />,
  reached: <IconAlertOctagon size={16} aria-hidden />,
};

/** The names of a JSON pointer, and numbers where it goes into a list. */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
