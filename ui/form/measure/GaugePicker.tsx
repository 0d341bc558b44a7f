import { IconChevronDown } from '@tabler/icons-react';
import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import type { GridProps } from './MeasureGrid.tsx';
import { type Gauge, gaugesToOffer } from './judge-gauge.ts';
import styles from './GaugePicker.module.css';

/** The characteristic that is measured with it. */
export interface GaugePickerProps extends GridProps {
  readonly row: Characteristic;
  /** One was picked that may not be used any more. */
  readonly another: boolean;
}

/** The gauge of a characteristic. Only those that may be used now are offered, and none is picked by itself. */
export function GaugePicker({ control, measuring, row, another }: GaugePickerProps) {
  const { measure } = useLateTexts();
  const { gauges = [], gaugesFailed, today } = measuring;
  const offered = gaugesToOffer(gauges, row, today);
  const picked = offered.some(({ id }) => id === row.gauge) ? (row.gauge ?? '') : '';
  if (gaugesFailed && gauges.length === 0) return <p className={styles.none}>{measure.gaugesFailed}</p>;
  if (measuring.gauges !== undefined && offered.length === 0) return <p className={styles.none}>{measure.noGauge}</p>;
  return (
    <span className={styles.box}>
      <select
        className={styles.select}
        aria-label={`${measure.gauge}: ${row.name}`}
        value={picked}
        disabled={control.disabled}
        onChange={(event) => measuring.pickGauge(row.row, event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{another ? measure.chooseAnother : measure.chooseGauge}</option>
        {offered.map((gauge) => (
          <option key={gauge.id} value={gauge.id}>
            {wordsOf(gauge)}
          </option>
        ))}
      </select>
      <span className={styles.arrow} aria-hidden>
        <IconChevronDown size={20} />
      </span>
    </span>
  );
}

/** The number that is on the gauge first. */
function wordsOf({ id, name, range }: Gauge): string {
  return [id, name, range].filter((word) => word !== null && word !== '').join(' · ');
}
