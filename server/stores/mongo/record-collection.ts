import mongoose from 'mongoose';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { RecordPut, RecordResult, RecordStore, StoredRecord } from '../../../engine/ports/store.ts';
import { pageOf, readCursor } from '../index-rows.ts';
import { fromBson, toBson } from './bson-value.ts';
import type { Collections, RecordDocument } from './collections.ts';
import type { Models } from './models.ts';
import { isDuplicate } from './translate-error.ts';

const { trusted } = mongoose;

/** The server refuses a document of 16 MB, and drops the connection with it. */
const MOST_BYTES = 15_000_000;

/** Rows of registers with their keys, changed by compare-and-set only. RC1, RC2 */
export function openRecordCollection({ records }: Collections, models: Pick<Models, 'records'>): RecordStore {
  const read = async (register: string, id: string): Promise<StoredRecord | undefined> => {
    const document = await records.findOne({ _id: recordId(register, id) });
    return document === null ? undefined : recordOf(document);
  };
  const conflict = async ({ register, id }: RecordPut): Promise<RecordResult> => ({
    kind: 'conflict',
    record: await read(register, id),
  });

  const create = async (put: RecordPut): Promise<RecordResult> => {
    try {
      await records.insertOne({
        _id: recordId(put.register, put.id),
        register: put.register,
        id: put.id,
        rev: 1,
        ...written(put),
      });
      return { kind: 'stored', rev: 1 };
    } catch (error) {
      if (isDuplicate(error)) return conflict(put);
      throw error;
    }
  };
  const replace = async (put: RecordPut, expect: number): Promise<RecordResult> => {
    const { matchedCount } = await records.updateOne(
      { _id: recordId(put.register, put.id), rev: expect },
      { $set: { ...written(put), rev: expect + 1 } },
    );
    return matchedCount === 1 ? { kind: 'stored', rev: expect + 1 } : conflict(put);
  };
  const overwrite = async (put: RecordPut): Promise<RecordResult> => {
    const { register, id } = put;
    try {
      const stored = await records.findOneAndUpdate(
        { _id: recordId(register, id) },
        { $set: { register, id, ...written(put) }, $inc: { rev: 1 } },
        { upsert: true, returnDocument: 'after', projection: { rev: 1 } },
      );
      return { kind: 'stored', rev: Number(stored?.rev) };
    } catch (error) {
      // Two writers of a new record: the second finds the first's.
      if (isDuplicate(error)) return overwrite(put);
      throw error;
    }
  };

  return {
    getRecord: read,
    async getRecords(register, ids) {
      const wanted = ids.map((id) => recordId(register, id));
      const documents = await records.find({ _id: { $in: wanted } }, { batchSize: ids.length + 1 }).toArray();
      return new Map(documents.map((document) => [document.id, recordOf(document)]));
    },
    putRecord: (put) =>
      put.expect === undefined ? overwrite(put) : put.expect === 0 ? create(put) : replace(put, put.expect),
    async removeRecord(register, id) {
      await records.deleteOne({ _id: recordId(register, id) });
    },
    async removeRecordAt(register, id, rev) {
      const { deletedCount } = await records.deleteOne({ _id: recordId(register, id), rev });
      return deletedCount === 1;
    },
    countRecords: (register, stopAt) => records.countDocuments({ register }, { limit: stopAt }),
    async listRecords({ register, key, limit, cursor, descending }) {
      const from = readCursor(cursor);
      const beyond = descending === true ? '$lt' : '$gt';
      const filter = {
        register,
        ...(key === undefined ? {} : { keys: key }),
        ...(from === undefined ? {} : { id: trusted({ [beyond]: from.id }) }),
      };
      const documents = await models.records
        .find(filter)
        .sort({ id: descending === true ? -1 : 1 })
        .limit(limit + 1)
        .batchSize(limit + 2)
        .lean<RecordDocument[]>();
      return pageOf(documents.map(recordOf), limit, (record) => ({ order: 0, id: record.id }));
    },
  };
}

function written({ register, id, keys = [], value }: RecordPut): Pick<RecordDocument, 'keys' | 'value'> {
  if (JSON.stringify(value).length > MOST_BYTES)
    throw new EngineError(
      'request.too_large',
      `The record "${id}" of "${register}" is larger than ${MOST_BYTES / 1_000_000} MB. Keep large things in files.`,
    );
  return { keys: [...keys], value: toBson(value) };
}

function recordId(register: string, id: string): string {
  return `${register}/${id}`;
}

function recordOf({ register, id, rev, keys, value }: RecordDocument): StoredRecord {
  return { register, id, rev, keys, value: fromBson(value) };
}
