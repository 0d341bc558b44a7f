import { useId } from 'react';
import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import styles from './LimitBar.module.css';
import { limitScale } from './limit-scale.ts';
import { writeMeasured } from './typed-number.ts';

/** A value between its limits, as a picture. The verdict beside it says the same in words. */
export function LimitBar({ row, value }: { readonly row: Characteristic; readonly value: number | null }) {
  const { language } = useFormat();
  const hatch = useId();
  const scale = limitScale(row, value);
  if (scale === null) return null;
  const word = (limit: number) => writeMeasured(limit, row.decimals, language);
  return (
    <svg className={styles.bar} viewBox="0 0 100 17" aria-hidden>
      <defs>
        <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.5" height="3" className={styles.beyond} />
        </pattern>
      </defs>
      <rect x="0" y="1.5" width="100" height="3" rx="1.5" fill={`url(#${hatch})`} />
      <rect x={scale.from} y="1.5" width={scale.to - scale.from} height="3" rx="0.6" className={styles.within} />
      {scale.at !== null && <rect x={scale.at - 0.7} y="0" width="1.4" height="6" rx="0.7" className={styles.mark} />}
      {row.lsl !== null && (
        <text x={scale.from} y="14" textAnchor="start" className={styles.word}>
          {word(row.lsl)}
        </text>
      )}
      {row.usl !== null && (
        <text x={scale.to} y="14" textAnchor="end" className={styles.word}>
          {word(row.usl)}
        </text>
      )}
    </svg>
  );
}
