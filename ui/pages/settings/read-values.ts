import type { Json } from '../../../engine/model/json.ts';
import type { SettingView } from '../../../server/services/views/plant-view.ts';

/** What was typed as values by pointer: only what differs from what holds. What cannot be read is sent as it is: the server says why not. */
export function readValues(
  settings: readonly SettingView[],
  typed: ReadonlyMap<string, string>,
  readNumber: (text: string) => number | null,
): { readonly [pointer: string]: Json } {
  const read = settings.flatMap((setting): readonly (readonly [string, Json])[] => {
    const text = typed.get(setting.pointer);
    if (text === undefined) return [];
    const value = readValue(setting, text.trim(), readNumber);
    return value === setting.value ? [] : [[setting.pointer, value]];
  });
  return Object.fromEntries(read);
}

function readValue({ kind, optional }: SettingView, text: string, readNumber: (text: string) => number | null): Json {
  if (kind === 'number') return readNumber(text) ?? text;
  if (kind === 'yes-no') return text === 'true';
  return text === '' && optional ? null : text;
}
