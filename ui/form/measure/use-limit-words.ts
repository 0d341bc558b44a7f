import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { writeMeasured } from './typed-number.ts';

/** Says the limits of a characteristic: `24.987 – 25.000 mm`, `≤ 0.020 mm`. */
export function useLimitWords(): (row: Characteristic) => string {
  const { measure } = useLateTexts();
  const { language } = useFormat();
  return ({ kind, lsl, usl, unit, decimals }) => {
    if (kind === 'attribute' && lsl === null && usl === null) return measure.byEye;
    const word = (limit: number) => writeMeasured(limit, decimals, language);
    const range =
      lsl !== null && usl !== null
        ? measure.between(word(lsl), word(usl))
        : usl !== null
          ? measure.atMost(word(usl))
          : lsl !== null
            ? measure.atLeast(word(lsl))
            : '';
    return [range, unit].filter(Boolean).join(' ');
  };
}
