import mongoose from 'mongoose';
import { EngineError } from '../../../engine/model/engine-error.ts';

/** The driver's errors become ours here, once, and nowhere else. MG5 */

const { mongo } = mongoose;

const DUPLICATE_KEY = 11000;
const OUT_OF_DISK = 14031;
const TOO_LARGE = [10334, 17280, 17419];

/** True if a unique index already holds what was to be written. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * What a caller may see of an error.
 *
 * Whatever the database or the way to it did wrong leaves the outcome unknown: `store.unavailable`. What our own code
 * asked wrongly is a bug and stays a plain error.
 */
export function translateError(cause: unknown): unknown {
  if (cause instanceof EngineError || !isForeign(cause)) return cause;
  if (isOurFault(cause))
    return new Error(`The database was asked for something that it cannot do: ${cause.message}`, { cause });
  const code = cause instanceof mongo.MongoServerError ? cause.code : undefined;
  if (code === OUT_OF_DISK)
    return new EngineError(
      'store.full',
      'The disk of the database is full. Nothing was changed; make room and try again.',
      { cause },
    );
  if (TOO_LARGE.includes(Number(code)))
    return new EngineError(
      'instance.too_large',
      'The case has grown larger than the database can keep. Enter less, or attach a file.',
      { cause },
    );
  return new EngineError(
    'store.unavailable',
    `The database did not answer as it should: ${cause.message.replace(/\.+$/, '')}. Try again.`,
    { cause },
  );
}

function isForeign(cause: unknown): cause is Error {
  return cause instanceof mongo.MongoError || cause instanceof mongo.BSON.BSONError || cause instanceof mongoose.Error;
}

function isOurFault(cause: Error): boolean {
  const isAskedWrongly =
    cause instanceof mongo.MongoInvalidArgumentError || cause instanceof mongo.BSON.BSONError || isDuplicate(cause);
  return isAskedWrongly || cause instanceof mongoose.Error.CastError || cause instanceof mongoose.Error.StrictModeError;
}
