import { useFormat } from '../texts/TextsProvider.tsx';
import { useNow } from './NowProvider.tsx';

/** A moment in words: `today 09:50`, `Fri 15:31`, `Thu 19 Nov 16:20`. The whole of it is in the title and on paper. */
export function Moment({ at }: { readonly at: string }) {
  const format = useFormat();
  const now = useNow();
  const moment = Date.parse(at);
  return (
    <time dateTime={at} title={format.fullMoment(moment)} className="gf-nowrap">
      <span className="gf-screen-only">{format.moment(moment, now)}</span>
      <span className="gf-paper-only">{format.fullMoment(moment)}</span>
    </time>
  );
}
