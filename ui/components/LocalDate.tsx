import { useFormat } from '../texts/TextsProvider.tsx';
import { useNow } from './NowProvider.tsx';

/** A day in words. Its year is said where it is another than this one, and on paper. */
export function LocalDate({ date }: { readonly date: string }) {
  const format = useFormat();
  const now = useNow();
  const isThisYear = date.slice(0, 4) === format.localDate(now).slice(0, 4);
  return (
    <time dateTime={date} className="gf-nowrap">
      <span className="gf-screen-only">{isThisYear ? format.shortDate(date) : format.date(date)}</span>
      <span className="gf-paper-only">{format.date(date)}</span>
    </time>
  );
}
