import { IconBox, IconBoxMultiple, IconBoxOff, IconFileUnknown, IconTruckDelivery } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { MakeRowView } from '../../../server/services/views/make-view.ts';
import { LocalDate } from '../../components/LocalDate.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './OrderTable.module.css';

const ICONS: {
  readonly [status in MakeRowView['material']['status']]: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
} = {
  no_recipe: IconFileUnknown,
  in_stock: IconBox,
  expected: IconTruckDelivery,
  not_available: IconBoxOff,
  processed: IconBoxMultiple,
};

/** Whether the material is there; what is short, by how much, and until when. */
export function MaterialCell({ row }: { readonly row: MakeRowView }) {
  const { make } = useLateTexts();
  const format = useFormat();
  const { status, title, short, kitPct } = row.material;
  const Icon = ICONS[status];
  return (
    <div className={styles.material}>
      <Icon size={16} aria-hidden />
      <div>
        {title}
        {short.map((item) => (
          <span key={item.item} className={styles.meta}>
            {item.name}, {format.number(item.qty)} {item.uom ?? ''},{' '}
            {item.eta === null ? make.shortNever : <LocalDate date={item.eta} />}
          </span>
        ))}
        {short.length > 0 && kitPct !== null && <span className={styles.meta}>{make.kit(format.number(kitPct))}</span>}
      </div>
    </div>
  );
}
