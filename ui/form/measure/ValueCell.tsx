import { IconAlertOctagon, IconCamera, IconCheck, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { type CellVerdict, judgeCell } from '../../../engine/form/measure/judge-cell.ts';
import { pointer } from '../../../engine/model/problem.ts';
import { classNames } from '../../components/class-names.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import type { LateTexts } from '../../texts/late-texts.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useForm } from '../FormContext.tsx';
import type { GridProps } from './MeasureGrid.tsx';
import styles from './ValueCell.module.css';
import { type Direction, pieceNumber } from './next-cell.ts';
import { writeMeasured } from './typed-number.ts';
import { cellId, isSame, photosAt } from './use-measuring.ts';
import { useBeyond, useVerdictWords } from './use-verdict-words.ts';

/** A piece of a characteristic. */
export interface CellProps extends GridProps {
  readonly row: Characteristic;
  readonly piece: number;
}

/** The word in the cell of an attribute; an open one has none. */
const SAID: Partial<Record<CellVerdict['kind'], (words: LateTexts['measure']) => string>> = {
  ok: (words) => words.okShort,
  nok: (words) => words.notOkShort,
};

/** More signs than these need smaller letters. */
const LONG = 7;

const ARROWS: { readonly [key: string]: Direction } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** One piece: what was typed, and what it says. One cell of the grid is reached by Tab, the others by the arrows. */
export function ValueCell(props: CellProps) {
  const { control, measuring, row, piece } = props;
  const { measure } = useLateTexts();
  const { problemAt } = useForm();
  const words = useVerdictWords();
  const place = { row: row.row, piece };
  const id = cellId(control.id, place);
  const at = [...control.path, row.row, 'values', piece];
  const verdict = judgeCell(row, piece);
  const isHere = isSame(place, measuring.at);
  // What stands in a button is a part of its name, and comes first.
  const said = row.kind === 'attribute' ? (SAID[verdict.kind]?.(measure) ?? null) : null;
  const photoMissing = verdict.kind === 'nok' && wantsPhoto(control) && photosAt(control.value, place) === undefined;
  const wrong = ['', 'value', 'ok', 'photo'].some((part) => problemAt(pointer(...at, ...(part === '' ? [] : [part]))));
  const shared = {
    id,
    className: styles.control,
    tabIndex: isHere ? 0 : -1,
    disabled: control.disabled,
    'aria-label': [said, measure.cell(row.name, pieceNumber([row], piece))].filter(Boolean).join(', '),
    'aria-describedby': `${id}-says`,
    onFocus: () => measuring.enter(place),
    onKeyDown: (event: KeyboardEvent) => handleKey(event, props),
  };
  return (
    <td className={styles.place}>
      <div
        data-field={pointer(...at)}
        className={classNames(styles.cell, styles[verdict.kind], isHere && styles.here, wrong && styles.wrong)}
      >
        {row.kind === 'attribute' ? (
          <button type="button" {...shared}>
            {said ?? '–'}
          </button>
        ) : (
          <NumberBox {...props} shared={shared} isHere={isHere} />
        )}
        <span className={styles.says}>
          <VerdictSign row={row} verdict={verdict} />
          {photoMissing && <IconCamera size={14} aria-hidden />}
        </span>
        <span id={`${id}-says`} className="gf-unseen">
          {words(row, verdict)}
          {photoMissing && ` ${measure.photoNeeded}`}
        </span>
      </div>
    </td>
  );
}

/** True where a form asks for photos of pieces at all. */
export function wantsPhoto({ schema }: GridProps['control']): boolean {
  return schema.items?.properties?.['values']?.items?.properties?.['photo']?.['x-file'] !== undefined;
}

interface NumberBoxProps extends CellProps {
  readonly shared: object;
  readonly isHere: boolean;
}

/** A box that takes a keyboard; the tablet's own stays away, because the pad is beside it. */
function NumberBox({ measuring, row, piece, shared, isHere }: NumberBoxProps) {
  const { language } = useFormat();
  const stored = row.cells[piece]?.value ?? null;
  const written = typeof stored === 'number' ? writeMeasured(stored, row.decimals, language) : (stored ?? '');
  const shown = isHere ? measuring.textAt({ row: row.row, piece }) : written;
  return (
    <input
      {...shared}
      className={classNames(styles.control, shown.length > LONG && styles.long)}
      inputMode="none"
      autoComplete="off"
      placeholder="–"
      value={shown}
      onClick={(event) => event.currentTarget.select()}
      onChange={(event) => measuring.type(event.target.value)}
    />
  );
}

/** The sign of a verdict; beyond a limit, by how much. */
function VerdictSign({ row, verdict }: { readonly row: Characteristic; readonly verdict: CellVerdict }) {
  const beyond = useBeyond();
  switch (verdict.kind) {
    case 'open':
      return null;
    case 'unreadable':
      return <IconX size={16} aria-hidden />;
    case 'ok':
      return <IconCheck size={16} stroke={2.5} aria-hidden />;
    case 'nok':
      return (
        <>
          <IconAlertOctagon size={14} aria-hidden />
          {verdict.by !== null && <span aria-hidden>{beyond(row, verdict.by)}</span>}
        </>
      );
  }
}

/** Arrows move, Enter goes on; an attribute is judged with 1 and 0. */
function handleKey(event: KeyboardEvent, { measuring, row }: CellProps): void {
  const direction = ARROWS[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (direction !== undefined) measuring.move(direction);
  else if (event.key === 'Enter') measuring.next();
  else if (row.kind === 'attribute' && event.key === '1') measuring.judge(true);
  else if (row.kind === 'attribute' && event.key === '0') measuring.judge(false);
  else if (row.kind === 'attribute' && (event.key === 'Delete' || event.key === 'Backspace')) measuring.judge(null);
  else return;
  event.preventDefault();
}
