import type { MakeView } from '../../../server/services/views/make-view.ts';
import type { MakeWish } from '../../api/make.ts';
import { useTypedQuery } from '../../app/use-typed-query.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './MakeFilters.module.css';

/** What the orders may be narrowed by, and what they are narrowed by now. */
export interface MakeFiltersProps {
  readonly filters: MakeView['filters'];
  readonly wish: MakeWish;
  readonly onWish: (change: Partial<MakeWish>) => void;
}

/** Narrows the orders by words, customer, workshop and the week of the deadline. */
export function MakeFilters({ filters, wish, onWish }: MakeFiltersProps) {
  const { make } = useLateTexts();
  const [typed, setTyped] = useTypedQuery();
  const named = (options: MakeView['filters']['customers']) =>
    options.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <search className={styles.filters}>
      <div className={styles.words}>
        <SearchField
          label={make.search}
          placeholder={make.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <SelectField
        label={make.customer}
        value={wish.customer}
        empty={make.all}
        options={named(filters.customers)}
        onPick={(customer) => onWish({ customer })}
      />
      <SelectField
        label={make.workshop}
        value={wish.workshop}
        empty={make.all}
        options={named(filters.workshops)}
        onPick={(workshop) => onWish({ workshop })}
      />
      <SelectField
        label={make.week}
        value={wish.week}
        empty={make.all}
        options={filters.weeks.map((week) => ({
          value: week,
          label: make.weekName(week.slice(0, 4), String(Number(week.slice(6)))),
        }))}
        onPick={(week) => onWish({ week })}
      />
    </search>
  );
}
