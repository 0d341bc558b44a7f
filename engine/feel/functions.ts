import { Decimal } from 'decimal.js';
import type { FeelFunctions } from './expression.ts';

const present = (values: readonly unknown[]): readonly unknown[] =>
  values.flat(9).filter((value) => value !== null && value !== undefined);

/** Moments and dates order as their ISO text, within one kind. */
const inOrder = (values: readonly unknown[]): readonly string[] => present(values).map(String).sort();

/** The first value that is not null. FN1 */
function coalesce(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}

/**
 * `x` with at most `places` decimals, half away from zero, computed in decimals: `money(1.005, 2)` is 1.01. FN2
 *
 * Commercial rounding as in EN 16931, 4.4 (amounts are rounded half up by magnitude).
 */
function money(x: unknown, places: unknown): number | null {
  if (typeof x !== 'number' || typeof places !== 'number' || !Number.isInteger(places) || places < 0) return null;
  return new Decimal(x).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber();
}

/** Adds a duration to a moment in working time; null where either cannot be read or no calendar is at hand. FN4 */
export type Plus = (moment: string, duration: string) => string | null;

/** The functions that the engine adds to FEEL. */
export function feelFunctions(plus: Plus): FeelFunctions {
  return {
    coalesce,
    money,
    earliest: (...values) => inOrder(values)[0] ?? null,
    latest: (...values) => inOrder(values).at(-1) ?? null,
    plus: (moment, duration) =>
      moment === null || moment === undefined || typeof duration !== 'string' ? null : plus(String(moment), duration),
  };
}

/** Names of the added functions, for lint. */
export const ADDED_FUNCTIONS = ['coalesce', 'money', 'earliest', 'latest', 'plus'] as const;
