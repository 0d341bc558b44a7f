import type { ValueView } from '../../server/services/views/shared-views.ts';
import type { Format } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';

/** What a value is told with: the reader's words and formats, and the moment it is read. */
export interface ValueSpeech {
  readonly format: Format;
  readonly parts: Texts['parts'];
  readonly now: number;
}

/** One answer in one line of plain text, or null where it does not fit into one: tables, and nothing at all. */
export function valueText(value: ValueView, { format, parts, now }: ValueSpeech): string | null {
  switch (value.kind) {
    case 'text':
    case 'choice':
    case 'record':
      return value.text;
    case 'choices':
      return value.texts.length === 0 ? null : format.list(value.texts);
    case 'yes-no':
      return value.yes ? parts.yes : parts.no;
    case 'number':
      return [format.number(value.number, value.decimals), value.unit].filter((part) => part !== null).join(' ');
    case 'date':
      return value.date.slice(0, 4) === format.localDate(now).slice(0, 4)
        ? format.shortDate(value.date)
        : format.date(value.date);
    case 'moment':
      return format.moment(Date.parse(value.at), now);
    case 'files':
      return value.files.length === 0 ? null : format.list(value.files.map(({ name }) => name));
    case 'table':
    case 'none':
      return null;
  }
}
