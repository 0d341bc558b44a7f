import { IconArrowBarLeft, IconArrowBarRight, IconCornerDownLeft } from '@tabler/icons-react';
import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { judgeCell } from '../../../engine/form/measure/judge-cell.ts';
import { pointer } from '../../../engine/model/problem.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useForm } from '../FormContext.tsx';
import { CellPhotos } from './CellPhotos.tsx';
import styles from './CellPanel.module.css';
import { GaugePicker } from './GaugePicker.tsx';
import { LimitBar } from './LimitBar.tsx';
import type { GridProps } from './MeasureGrid.tsx';
import { nextOpenCell, pieceNumber } from './next-cell.ts';
import { JudgeKeys, NumberKeys } from './PadKeys.tsx';
import { useVerdictWords } from './use-verdict-words.ts';
import { VerdictLine } from './VerdictLine.tsx';

/** The hand that holds the tablet decides on which side the pad is. */
export interface PanelProps extends GridProps {
  readonly side: string;
  readonly onSide: () => void;
}

/** Where one stands: its name, its value and what it says, the keys that write it, and the photos of what failed. */
export function CellPanel(props: PanelProps) {
  const { control, measuring, side, onSide } = props;
  const { measure } = useLateTexts();
  const { at, rows } = measuring;
  const row = at === null ? undefined : rows[at.row];
  if (at === null || row === undefined) return null;
  const isBlocked = measuring.blocks.has(at.row);
  const left = nextOpenCell(rows, at, new Set(measuring.blocks.keys())) !== null;
  return (
    <section className={styles.panel} aria-label={measure.pad}>
      <div className={styles.head}>
        <p className={styles.title}>{measure.cell(row.name, pieceNumber([row], at.piece))}</p>
        <button
          type="button"
          className={styles.side}
          aria-label={side === 'left' ? measure.padRight : measure.padLeft}
          title={side === 'left' ? measure.padRight : measure.padLeft}
          onClick={onSide}
        >
          {side === 'left' ? <IconArrowBarRight size={22} aria-hidden /> : <IconArrowBarLeft size={22} aria-hidden />}
        </button>
      </div>
      <Shown {...props} row={row} />
      {row.gaugeNeeded && !isBlocked && <GaugePicker {...{ control, measuring, row }} another={false} />}
      {row.kind === 'attribute' ? (
        <JudgeKeys measuring={measuring} row={row} />
      ) : (
        <NumberKeys measuring={measuring} row={row} />
      )}
      <button
        type="button"
        className={styles.next}
        aria-disabled={!left || undefined}
        onClick={left ? measuring.next : undefined}
      >
        {left ? measure.next : measure.allIn}
        {left && <IconCornerDownLeft size={22} aria-hidden />}
      </button>
      <CellPhotos {...{ control, measuring }} />
    </section>
  );
}

/** The value as it stands, where it lies between its limits, and its verdict, which is read aloud. */
function Shown({ control, measuring, row }: GridProps & { readonly row: Characteristic }) {
  const { problemAt } = useForm();
  const words = useVerdictWords();
  const { at } = measuring;
  if (at === null) return null;
  const verdict = judgeCell(row, at.piece);
  const value = row.cells[at.piece]?.value ?? null;
  const text = measuring.textAt(at);
  const place = [...control.path, row.row, 'values', at.piece];
  const problem =
    problemAt(pointer(...place, 'value')) ?? problemAt(pointer(...place, 'ok')) ?? problemAt(pointer(...place));
  return (
    <>
      {row.kind === 'variable' && (
        <>
          <p className={styles.value} aria-hidden>
            {text === '' ? '–' : text} {row.unit !== null && <span className={styles.unit}>{row.unit}</span>}
          </p>
          <LimitBar row={row} value={typeof value === 'number' ? value : null} />
        </>
      )}
      <VerdictLine kind={verdict.kind}>{words(row, verdict)}</VerdictLine>
      {problem !== null && verdict.kind === 'open' && <VerdictLine kind="unreadable">{problem.message}</VerdictLine>}
    </>
  );
}
