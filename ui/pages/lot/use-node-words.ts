import type { LotNodeView } from '../../../server/services/views/lot-view.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';

/** Says what a node of the tree is: its product, its status, and how much of it went on. */
export function useNodeWords(): (node: LotNodeView) => string {
  const { lot: texts } = useLateTexts();
  const format = useFormat();
  return ({ kind, product, status, qty }) => {
    const amount = qty === null ? texts.unknownQuantity : format.number(qty);
    if (kind === 'shipment')
      return [texts.shipment, qty === null ? null : texts.shipped(amount)].filter(Boolean).join(' · ');
    return [product, status?.title ?? texts.unknown, qty === null ? amount : texts.used(amount)]
      .filter(Boolean)
      .join(' · ');
  };
}
