import { IconAlertOctagon, IconBackspace, IconCheck, IconPlusMinus } from '@tabler/icons-react';
import type { PointerEvent, ReactNode } from 'react';
import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { decimalSign } from '../read-number.ts';
import type { Measuring } from './use-measuring.ts';
import styles from './PadKeys.module.css';
import type { PadKey } from './typed-number.ts';

/** Where the keys write, and for what. */
export interface KeysProps {
  readonly measuring: Measuring;
  readonly row: Characteristic;
}

/** The number pad. The focus stays in the cell that it writes. */
export function NumberKeys({ measuring, row }: KeysProps) {
  const { measure } = useLateTexts();
  const { language } = useFormat();
  const off = measuring.blocks.has(row.row);
  const key = (name: PadKey, label: string | undefined, children: ReactNode) => (
    <button
      key={name}
      type="button"
      className={styles.key}
      aria-label={label}
      aria-disabled={off || undefined}
      onPointerDown={keepFocus}
      onClick={off ? undefined : () => measuring.press(name)}
    >
      {children}
    </button>
  );
  const digits = (...names: readonly PadKey[]) => names.map((name) => key(name, undefined, name));
  return (
    <div className={styles.keys} data-sign={(row.lsl ?? 0) < 0 || undefined}>
      {digits('7', '8', '9')}
      {key('back', measure.back, <IconBackspace size={26} aria-hidden />)}
      {digits('4', '5', '6')}
      {key('point', measure.point, decimalSign(language))}
      {digits('1', '2', '3', '0')}
      {(row.lsl ?? 0) < 0 && key('sign', measure.sign, <IconPlusMinus size={26} aria-hidden />)}
    </div>
  );
}

/** Two keys for what is judged by eye or gauge. */
export function JudgeKeys({ measuring, row }: KeysProps) {
  const { measure } = useLateTexts();
  const off = measuring.blocks.has(row.row);
  const key = (ok: boolean) => (
    <button
      type="button"
      className={styles.judge}
      aria-disabled={off || undefined}
      onPointerDown={keepFocus}
      onClick={off ? undefined : () => measuring.judge(ok)}
    >
      {ok ? <IconCheck size={26} aria-hidden /> : <IconAlertOctagon size={26} aria-hidden />}
      {ok ? measure.ok : measure.notOk}
    </button>
  );
  return (
    <div className={styles.judges}>
      {key(true)}
      {key(false)}
    </div>
  );
}

/** A press of a key must not take the focus from the cell: Enter and the arrows belong to it. */
function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}
