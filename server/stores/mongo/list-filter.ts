import mongoose from 'mongoose';
import type { Place } from '../index-rows.ts';

const { trusted } = mongoose;

/** Conditions of a list; all of them hold. */
export type Conditions = readonly { readonly [field: string]: unknown }[];

/** One filter of them. With none it finds everything. */
export function allOf(conditions: Conditions): object {
  return conditions.length === 0 ? {} : { $and: conditions };
}

/**
 * Begins a list behind a place, sorted by a field, up or down, and then by id. ST12
 *
 * The first condition says again what the second implies: from it the server knows where in the index to begin.
 */
export function behind(field: string, direction: '$gt' | '$lt', place: Place | undefined): Conditions {
  if (place === undefined) return [];
  const { order, id } = place;
  return [
    { [field]: trusted({ [`${direction}e`]: order }) },
    { $or: [{ [field]: trusted({ [direction]: order }) }, { _id: trusted({ $gt: id }) }] },
  ];
}

/** Only what one of the reader's tokens opens; null sees all. */
export function seenBy(viewer: readonly string[] | null): Conditions {
  return viewer === null ? [] : [{ viewers: trusted({ $in: [...viewer] }) }];
}

/** Only what has these words in its number or subject. A place in the text and not a pattern: no pattern of a user ever reaches the server. */
export function having(q: string | undefined): Conditions {
  if (q === undefined) return [];
  return [{ $expr: trusted({ $gte: [{ $indexOfCP: ['$search', { $literal: q.toLowerCase() }] }, 0] }) }];
}
