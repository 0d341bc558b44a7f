import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { recall, remember } from '../../app/device-memory.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import type { ControlProps } from '../control.ts';
import { CellPanel } from './CellPanel.tsx';
import { CharacteristicRow } from './CharacteristicRow.tsx';
import { ClassCounts } from './ClassCounts.tsx';
import styles from './MeasureGrid.module.css';
import { pieceNumber, progressOf, rowsByStep } from './next-cell.ts';
import { type Measuring, useMeasuring } from './use-measuring.ts';

/** What every part of the grid gets: the field, and where one is in it. */
export interface GridProps {
  readonly control: ControlProps;
  readonly measuring: Measuring;
}

/**
 * Measured values: a characteristic a row, a piece a column, and a pad that writes where one stands.
 *
 * Each value is judged as it is typed, by the limits that stand in its row. Nothing is filled in by itself.
 */
export function MeasureGrid(control: ControlProps) {
  const { measure } = useLateTexts();
  const format = useFormat();
  const measuring = useMeasuring(control);
  const [side, setSide] = useState(() => recall('pad') ?? 'right');
  const { rows } = measuring;
  const { done, all } = progressOf(rows);
  const pieces = Math.max(0, ...rows.map((row) => row.pieces));
  const handleSide = () => {
    const other = side === 'left' ? 'right' : 'left';
    remember('pad', other);
    setSide(other);
  };
  if (rows.length === 0) return <p className={styles.nothing}>{measure.nothing}</p>;
  return (
    <div {...control.naming} role="group" className={styles.box}>
      <div className={styles.top}>
        <p className={styles.progress}>
          <b>{measure.progress(format.number(done), format.number(all))}</b>
        </p>
        <ClassCounts {...{ control, measuring }} />
      </div>
      <div className={classNames(styles.halves, side === 'left' && styles.padLeft)}>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="gf-unseen">{measure.how}</caption>
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  {measure.characteristic}
                </th>
                {Array.from({ length: pieces }, (_, piece) => (
                  <th key={piece} scope="col" className={styles.pieceHead}>
                    <span className="gf-unseen">{measure.piece(pieceNumber(rows, piece))}</span>
                    <span aria-hidden>{pieceNumber(rows, piece)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            {rowsByStep(rows).map((together) => (
              <tbody key={together[0]?.row}>
                <StepHead control={control} step={together[0]?.step ?? null} pieces={pieces} />
                {together.map((row) => (
                  <CharacteristicRow key={row.row} {...{ control, measuring, row, pieces }} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
        {!control.disabled && <CellPanel {...{ control, measuring, side }} onSide={handleSide} />}
      </div>
    </div>
  );
}

/** What a step of the inspection is called, above its characteristics. */
interface StepHeadProps extends Pick<GridProps, 'control'> {
  readonly step: string | null;
  readonly pieces: number;
}

function StepHead({ control, step, pieces }: StepHeadProps) {
  if (step === null) return null;
  const labels = control.schema.items?.properties?.['step']?.['x-labels'];
  return (
    <tr>
      <th scope="rowgroup" colSpan={pieces + 1} className={styles.step}>
        <span>{labels?.[step] ?? step}</span>
      </th>
    </tr>
  );
}
