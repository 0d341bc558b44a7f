import { IconLock } from '@tabler/icons-react';
import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { GaugePicker } from './GaugePicker.tsx';
import type { GridProps } from './MeasureGrid.tsx';
import styles from './MeasureGrid.module.css';
import { useLimitWords } from './use-limit-words.ts';
import { ValueCell } from './ValueCell.tsx';

/** A characteristic, and how many columns the grid has. */
export interface RowProps extends GridProps {
  readonly row: Characteristic;
  readonly pieces: number;
}

/** One characteristic: what is asked, and a cell for each piece; while its gauge is missing or locked, the way on. */
export function CharacteristicRow(props: RowProps) {
  const { control, measuring, row, pieces } = props;
  const limits = useLimitWords();
  const isBlocked = measuring.blocks.has(row.row) && !control.disabled;
  const rest = pieces - row.pieces;
  const labels = control.schema.items?.properties?.['class']?.['x-labels'];
  const below = [row.class === null ? null : (labels?.[row.class] ?? row.class), row.gauge].filter(Boolean);
  return (
    <tr>
      <th scope="row" className={styles.head}>
        <span className={styles.name}>
          {row.no === null ? '' : `${row.no} `}
          {row.name}
        </span>
        <span className={styles.limits}>{limits(row)}</span>
        {below.length > 0 && <span className={styles.below}>{below.join(' · ')}</span>}
      </th>
      {isBlocked ? (
        <td colSpan={pieces} className={styles.cell}>
          <BlockedRow {...props} />
        </td>
      ) : (
        <>
          {Array.from({ length: row.pieces }, (_, piece) => (
            <ValueCell key={piece} {...{ control, measuring, row, piece }} />
          ))}
          {rest > 0 && <td colSpan={rest} className={styles.absent} />}
        </>
      )}
    </tr>
  );
}

/** Why nobody may measure here now, and the way on. */
function BlockedRow({ control, measuring, row }: RowProps) {
  const { measure } = useLateTexts();
  const block = measuring.blocks.get(row.row);
  if (block === undefined) return null;
  const isLocked = block.kind === 'locked';
  const why = !isLocked
    ? measure.gaugeFirstText
    : block.use.why === 'overdue'
      ? measure.overdue(block.use.days)
      : measure.notInService;
  return (
    <div className={styles.blocked}>
      <IconLock size={22} aria-hidden />
      <p>
        <b>{isLocked ? measure.locked(block.gauge) : measure.gaugeFirst}</b>
        <br />
        {why}
      </p>
      <GaugePicker {...{ control, measuring, row }} another={isLocked} />
    </div>
  );
}
