import mongoose from 'mongoose';
import type { InstanceFilter, InstanceStore } from '../../../engine/ports/store.ts';
import { instanceRow, type Place, pageOf, readCursor } from '../index-rows.ts';
import { type InstanceDocument, instanceOf } from './instance-document.ts';
import { allOf, behind, type Conditions, having, seenBy } from './list-filter.ts';
import type { Models } from './models.ts';

const { trusted } = mongoose;

/** What a row is made of; incidents are counted. */
const ROW = 'number subject workflow version status light state startedAt endedAt initiator end updatedAt incidents';

/** Lists of cases, newest first. ST12 */
export function openInstanceList({
  instances,
}: Pick<Models, 'instances'>): Pick<InstanceStore, 'listInstances' | 'countInstances'> {
  return {
    async listInstances(query) {
      const filter = allOf([...conditions(query), ...behind('startedAt', '$lt', startOf(query.cursor))]);
      const documents = await instances
        .find(filter)
        .select(ROW)
        .sort({ startedAt: -1, _id: 1 })
        .limit(query.limit + 1)
        .batchSize(query.limit + 2)
        .lean<InstanceDocument[]>();
      const rows = documents.map((document) => instanceRow(instanceOf(document)));
      return pageOf(rows, query.limit, (row) => ({ order: -row.startedAt, id: row.id }));
    },
    countInstances: (filter, stopAt) => instances.countDocuments(allOf(conditions(filter)), { limit: stopAt }),
  };
}

function conditions({ viewer, workflow, status, key, q, stopped }: InstanceFilter): Conditions {
  const equal = Object.entries({ workflow, status, key }).filter(([, value]) => value !== undefined);
  return [
    ...equal.map(([field, value]) => ({ [field]: value })),
    ...seenBy(viewer),
    ...(stopped === true ? [{ incidents: trusted({ $ne: {} }) }] : []),
    ...having(q),
  ];
}

/** Cursors count up; moments of this list go down. */
function startOf(cursor: string | undefined): Place | undefined {
  const place = readCursor(cursor);
  return place === undefined ? undefined : { order: -place.order, id: place.id };
}
