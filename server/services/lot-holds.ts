import type { Instance } from '../../engine/model/instance.ts';
import { type Json, type JsonObject, ownValue } from '../../engine/model/json.ts';
import type { InstanceRow } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { RowChange } from '../registers/row.ts';
import { type ServiceParts, textsOfRow } from './parts.ts';
import { personName, type Reader, say, viewerOf } from './reader.ts';
import type { LotHoldView } from './views/lot-view.ts';

/** As many cases as may have a number as a part of theirs. */
const MOST_FOUND = 50;

/** The numbers of the cases that hold a lot. */
export const holdNumbers = (fields: JsonObject | null): readonly string[] => {
  const holds = ownValue(fields, 'holds');
  return Array.isArray(holds) ? holds.filter((hold: Json) => typeof hold === 'string') : [];
};

/** Each hold with the change that put it there. LT2 */
export function holdsOf(
  parts: ServiceParts,
  reader: Reader,
  { fields, changes }: { readonly fields: JsonObject; readonly changes: readonly RowChange[] },
): Promise<readonly LotHoldView[]> {
  return Promise.all(
    holdNumbers(fields).map(async (number) => {
      const change = changes.find(
        (one) => holdNumbers(one.new).includes(number) && !holdNumbers(one.old).includes(number),
      );
      const found = await holdingCase(parts, reader, { number, change });
      return {
        number,
        case: found === undefined ? null : { id: found.id, number: found.number },
        by: change?.by == null ? null : { id: change.by, name: personName(reader, change.by) },
        why: found === undefined ? (change?.reason ?? null) : await whyOf(parts, reader, found),
        at: change === undefined ? null : isoOf(change.at),
      };
    }),
  );
}

/** The case of that number, if the reader may see it. */
async function holdingCase(
  { store }: ServiceParts,
  reader: Reader,
  { number, change }: { readonly number: string; readonly change: RowChange | undefined },
): Promise<InstanceRow | Instance | undefined> {
  if (change?.instance?.number === number) {
    const loaded = await store.load(change.instance.id);
    if (loaded !== undefined && mayView(loaded.viewers, reader.person, reader.plant)) return loaded;
  }
  const { items } = await store.listInstances({ viewer: viewerOf(reader), q: number, limit: MOST_FOUND });
  return items.find((row) => row.number === number);
}

async function whyOf(parts: ServiceParts, reader: Reader, found: InstanceRow | Instance): Promise<string> {
  const texts = await textsOfRow(parts, reader, found);
  return `${texts.file.description}: ${say(reader, found.subject)}`;
}
