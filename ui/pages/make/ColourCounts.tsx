import type { MakeView, RagColorView } from '../../../server/services/views/make-view.ts';
import { classNames } from '../../components/class-names.ts';
import { RAG_LOOKS } from '../../components/RagChip.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './ColourCounts.module.css';
import { COLOURS } from './use-make-wish.ts';

/** How many orders have each colour. */
export interface ColourCountsProps {
  readonly counts: MakeView['counts'];
  /** The colour that is shown alone; empty shows all. */
  readonly chosen: RagColorView | '';
  readonly onChoose: (color: RagColorView | '') => void;
}

/** The number of orders of each colour; one press shows only those, another all again. */
export function ColourCounts({ counts, chosen, onChoose }: ColourCountsProps) {
  const { make } = useLateTexts();
  const format = useFormat();
  return (
    <fieldset className={styles.counts}>
      <legend className="gf-unseen">{make.counts}</legend>
      {COLOURS.map((color) => {
        const { Icon, tone } = RAG_LOOKS[color];
        return (
          <button
            key={color}
            type="button"
            className={classNames(styles.count, styles[tone])}
            aria-pressed={chosen === color}
            onClick={() => onChoose(chosen === color ? '' : color)}
          >
            <Icon size={20} aria-hidden />
            <b className={styles.number}>{format.number(counts[color])}</b> {make.colours[color]}
          </button>
        );
      })}
    </fieldset>
  );
}
