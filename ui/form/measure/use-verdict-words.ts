import type { Characteristic } from '../../../engine/form/measure/characteristic.ts';
import type { CellVerdict } from '../../../engine/form/measure/judge-cell.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { writeMeasured } from './typed-number.ts';

/** Says a verdict in words: `Within`, `Out by +0.003 mm`. */
export function useVerdictWords(): (row: Characteristic, verdict: CellVerdict) => string {
  const { measure } = useLateTexts();
  const beyond = useBeyond();
  return (row, verdict) => {
    switch (verdict.kind) {
      case 'open':
        return measure.open;
      case 'unreadable':
        return measure.notNumber;
      case 'ok':
        if (row.kind === 'attribute') return measure.ok;
        return verdict.atLimit ? measure.atLimit : measure.within;
      case 'nok':
        return verdict.by === null
          ? measure.notOk
          : measure.outBy([beyond(row, verdict.by), row.unit].filter(Boolean).join(' '));
    }
  };
}

/** How far beyond its limit a value is, with its sign: `+0.003`. */
export function useBeyond(): (row: Characteristic, by: number) => string {
  const { language } = useFormat();
  return ({ decimals }, by) => `${by > 0 ? '+' : '\u2212'}${writeMeasured(Math.abs(by), decimals, language)}`;
}
